// Where the product's own files lie: the renderer built by Vite and the sample library.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..');
export const builtPage = join(projectRoot, 'dist', 'renderer');

/** The sample library and the sample questionnaire of the first run. */
export const sampleFolder = {
  policies: join(projectRoot, 'knowledge-base', 'policies'),
  scope: 'zapro',
  questionnaire: join(projectRoot, 'test', 'fixtures', 'sample-questionnaire.xlsx'),
};

/** The version of package.json. */
export function productVersion(): string {
  return (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version;
}
