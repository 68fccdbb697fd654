// Sentence vectors by model and passage hash: made once, they survive re-imports of unchanged passages.
import { all, type ReadHandle, run, type WriteHandle } from './handle.ts';

export function putVectors(
  db: WriteHandle,
  model: string,
  vectors: Iterable<readonly [hash: string, vector: Float32Array]>,
): void {
  for (const [hash, vector] of vectors) {
    const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
    run(db, 'INSERT OR REPLACE INTO vectors (model, hash, vector) VALUES (?, ?, ?)', model, hash, bytes);
  }
}

/** The vectors known of these hashes; a hash without a vector is absent. */
export function vectorsOf(
  db: ReadHandle,
  model: string,
  hashes: readonly string[],
): Map<string, Float32Array> {
  const rows = all<{ hash: string; vector: Buffer }>(
    db,
    `SELECT v.hash, v.vector FROM json_each(?) wanted JOIN vectors v ON v.model = ? AND v.hash = wanted.value`,
    JSON.stringify(hashes),
    model,
  );
  return new Map(rows.map(row => [row.hash, floats(row.vector)]));
}

function floats(bytes: Buffer): Float32Array {
  const copy = new Uint8Array(bytes);
  return new Float32Array(copy.buffer, 0, copy.byteLength / 4);
}
