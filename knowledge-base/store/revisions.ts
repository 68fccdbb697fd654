// Counters in the database that rise with every change of passages or library answers. Whoever keeps a copy
// in memory compares the counter, which also sees the changes of another process.
import { one, type ReadHandle, run, type WriteHandle } from './handle.ts';

export type RevisionName = 'passages' | 'library';

export function revisionOf(db: ReadHandle, name: RevisionName): number {
  return one<{ value: number }>(db, 'SELECT value FROM revisions WHERE name = ?', name)?.value ?? 0;
}

export function raiseRevision(db: WriteHandle, name: RevisionName): void {
  run(
    db,
    'INSERT INTO revisions (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1',
    name,
  );
}
