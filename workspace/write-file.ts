// Output that is either complete or absent, never half-written, and reasons for disk trouble in words. Shared by
// the command line and the desktop shell.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../contract/outcome.ts';

/** Why the disk said no, as the end of a sentence. */
export function diskReason(error: unknown): string {
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
    throw new AppError('io', `Cannot write ${path}: ${diskReason(cause)}.`, { path }, cause);
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
