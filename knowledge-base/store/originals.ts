// The bytes people gave us, kept once by content hash so that an export can always be made again.
import { createHash } from 'node:crypto';
import { one, type ReadHandle, run, type WriteHandle } from './handle.ts';

/** Keeps the bytes and gives their sha256 in hex. Keeping the same bytes twice is one row. */
export function keepOriginal(db: WriteHandle, bytes: Uint8Array): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  run(db, 'INSERT OR IGNORE INTO originals (sha256, bytes) VALUES (?, ?)', sha256, Buffer.from(bytes));
  return sha256;
}

export function originalBytes(db: ReadHandle, sha256: string): Uint8Array | null {
  const row = one<{ bytes: Buffer }>(db, 'SELECT bytes FROM originals WHERE sha256 = ?', sha256);
  return row ? new Uint8Array(row.bytes) : null;
}
