// Settings by name, each as JSON. What a value may be is the contract's concern; a name nobody knows any more
// is left where it is.
import { all, type ReadHandle, run, type WriteHandle } from './handle.ts';

export function storedSettings(db: ReadHandle): Record<string, unknown> {
  const rows = all<{ name: string; json: string }>(db, 'SELECT name, json FROM settings');
  return Object.fromEntries(rows.map(row => [row.name, JSON.parse(row.json) as unknown]));
}

export function putSetting(db: WriteHandle, name: string, value: unknown): void {
  run(
    db,
    'INSERT INTO settings (name, json) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET json = excluded.json',
    name,
    JSON.stringify(value),
  );
}
