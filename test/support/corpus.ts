// The real files beside the checkout (../shared/corpus), which the repository does not hold. Tests that need them
// say so when they are not there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const shared = resolve(import.meta.dirname, '../../../shared');

export const independentCheck = join(shared, 'eval/ooxml_same.py');

export interface CorpusFile {
  name: string;
  path: string;
  bytes(): Uint8Array;
}

/** Files of one corpus folder by extension, in order; empty without the corpus. */
export function corpusFiles(
  folder: 'questionnaires' | 'completed' | 'odd',
  extensions: RegExp,
): CorpusFile[] {
  const path = join(shared, 'corpus', folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter(name => extensions.test(name))
    .sort()
    .map(name => ({
      name,
      path: join(path, name),
      bytes: () => new Uint8Array(readFileSync(join(path, name))),
    }));
}

export const noCorpus = 'skipped: the real files are not beside this checkout (../shared/corpus)';
