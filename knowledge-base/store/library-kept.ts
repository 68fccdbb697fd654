// Pairs of library answers a person has looked at and kept side by side, until either is worded anew.
import { all, type ReadHandle, run, type WriteHandle } from './handle.ts';

const ordered = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a]);

/** One name for a pair in either order. */
export function pairKey(a: string, b: string): string {
  return ordered(a, b).join(' ');
}

export function keepPair(db: WriteHandle, a: string, b: string): void {
  const [left, right] = ordered(a, b);
  run(
    db,
    `INSERT OR REPLACE INTO library_kept (left_id, right_id, left_version, right_version)
     SELECT l.id, r.id, l.version, r.version FROM library l, library r WHERE l.id = ? AND r.id = ?`,
    left,
    right,
  );
}

/** Keys of the pairs kept whose answers have not been worded anew since. */
export function keptPairs(db: ReadHandle): Set<string> {
  const rows = all<{ left: string; right: string }>(
    db,
    `SELECT k.left_id AS left, k.right_id AS right FROM library_kept k
     JOIN library l ON l.id = k.left_id AND l.version = k.left_version
     JOIN library r ON r.id = k.right_id AND r.version = k.right_version`,
  );
  return new Set(rows.map(row => pairKey(row.left, row.right)));
}
