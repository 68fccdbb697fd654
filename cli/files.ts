// The disk as the command line uses it: whole files read with a clear reason when they cannot be, and output
// that is either complete or absent, never half-written.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { AppError } from '../contract/outcome.ts';
import { splitScoped } from './arguments.ts';

export function readFile(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (cause) {
    throw new AppError('io', `Cannot read ${path}: ${reason(cause)}.`, { path }, cause);
  }
}

function reason(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EROFS':
      return 'the disk is read-only';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Writes to a temporary file beside `path`, syncs it and renames it into place. `never` are files that must not
 * be overwritten (the customer's original), compared after resolving links.
 */
export function writeFileSafely(path: string, bytes: Uint8Array | string, never: string[] = []): void {
  const target = resolve(path);
  for (const kept of never)
    if (existsSync(target) && existsSync(kept) && realpathSync(target) === realpathSync(kept))
      throw new AppError(
        'io',
        `${path} is the original file. Choose another name with --out; the original is never changed.`,
        { path },
      );
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  let made = false;
  try {
    mkdirSync(dirname(target), { recursive: true });
    const file = openSync(temporary, 'wx', 0o644);
    made = true;
    try {
      const data = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
      for (let at = 0; at < data.length; ) at += writeSync(file, data, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
    syncFolder(dirname(target));
  } catch (cause) {
    if (made) rmSync(temporary, { force: true });
    throw new AppError('io', `Cannot write ${path}: ${reason(cause)}.`, { path }, cause);
  }
}

/** Makes the rename itself durable; not every platform lets a folder be opened. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
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
