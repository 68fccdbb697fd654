// Where the product's own files lie: the renderer built by Vite and the sample library.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..');
export const builtPage = join(projectRoot, 'dist', 'renderer');
