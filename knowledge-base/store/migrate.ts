// Brings a database to the newest version, one transaction a step, after copying the file aside. A step that
// fails stops the start with the old version intact; a database of a newer program is refused untouched.
import { existsSync, renameSync, rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { AppError } from '../../contract/outcome.ts';
import type { Migration } from './migrations/migration.ts';

/** Where the copy made before an upgrade from `version` stands. */
export function backupPath(location: string, version: number): string {
  return `${location}.version-${version}.backup`;
}

export function migrate(connection: Database.Database, steps: readonly Migration[]): void {
  const present = connection.pragma('user_version', { simple: true }) as number;
  const newest = steps.at(-1)?.version ?? 0;
  if (present > newest) {
    throw new AppError(
      'database-newer',
      'This workspace was made by a newer version of Vouch. Install that version or open another workspace.',
      { file: connection.name, version: present, supported: newest },
    );
  }
  if (present === newest) return;
  if (present > 0 && !connection.memory) copyAside(connection, present);
  for (const step of steps) {
    if (step.version <= present) continue;
    connection
      .transaction(() => {
        step.apply(sql => connection.exec(sql));
        connection.pragma(`user_version = ${step.version}`);
      })
      .immediate();
  }
}

function copyAside(connection: Database.Database, version: number): void {
  const target = backupPath(connection.name, version);
  const unfinished = `${target}.unfinished`;
  if (existsSync(unfinished)) rmSync(unfinished);
  connection.prepare('VACUUM INTO ?').run(unfinished);
  renameSync(unfinished, target);
}
