// The disk as the command line reads it: whole files with a clear reason when they cannot be had, and the policy
// files behind `--policies` words.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { AppError } from '../contract/outcome.ts';
import { diskReason } from '../workspace/write-file.ts';
import { splitScoped } from './arguments.ts';

export function readFile(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (cause) {
    throw new AppError('io', `Cannot read ${path}: ${diskReason(cause)}.`, { path }, cause);
  }
}

const policyEndings = new Set([
  '.md',
  '.markdown',
  '.txt',
  '.docx',
  '.docm',
  '.pdf',
  '.csv',
  '.xlsx',
  '.xlsm',
]);

export interface NamedFile {
  scope: string | null;
  path: string;
  name: string;
}

/** Files behind `--policies` words: files as they are, folders walked in name order for policy-like files. */
export function policyFiles(words: string[]): NamedFile[] {
  return words.flatMap(word => {
    const { scope, path } = splitScoped(word, existsSync);
    if (!existsSync(path))
      throw new AppError('io', `Cannot read ${path}: there is no such file or folder.`, { path });
    if (!statSync(path).isDirectory()) return [{ scope, path, name: basename(path) }];
    const found = walk(path)
      .filter(
        file =>
          policyEndings.has(extname(file).toLowerCase()) && basename(file).toLowerCase() !== 'readme.md',
      )
      .map(file => ({ scope, path: join(path, file), name: file.split('\\').join('/') }));
    if (found.length === 0)
      throw new AppError('io', `There are no policies (Markdown, text, DOCX, PDF) in ${path}.`, { path });
    return found;
  });
}

function walk(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      if (entry.name.startsWith('.')) return [];
      const name = prefix ? join(prefix, entry.name) : entry.name;
      return entry.isDirectory() ? walk(folder, name) : [name];
    });
}
