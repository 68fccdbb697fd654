import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendAudit, listAudit } from '../../../knowledge-base/store/audit.ts';
import { all, one, run } from '../../../knowledge-base/store/handle.ts';
import { backupPath } from '../../../knowledge-base/store/migrate.ts';
import { migrations } from '../../../knowledge-base/store/migrations/all-migrations.ts';
import type { Migration } from '../../../knowledge-base/store/migrations/migration.ts';
import { openStore, openStoreCopy } from '../../../knowledge-base/store/open-store.ts';
import { putSetting, storedSettings } from '../../../knowledge-base/store/settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vouch-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const entry = { at: '2026-01-05T09:00:00Z', actor: 'Ada', action: 'a.b', subject: 's', subjectId: '1' };
const told = { ...entry, questionnaireId: null, before: null, after: null };

describe('opening a workspace', () => {
  it('keeps approved work durable: write-ahead log, full synchronisation, foreign keys', () => {
    const store = openStore(join(folder, 'a.vouch'));
    const pragma = (name: string) =>
      Object.values(one<Record<string, unknown>>(store.read, `PRAGMA ${name}`) ?? {})[0];
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1]);
    store.close();
  });

  it('refuses a database of a newer version and leaves it untouched', () => {
    const path = join(folder, 'a.vouch');
    const db = new Database(path);
    db.pragma('user_version = 9990');
    db.close();
    expect(() => openStore(path)).toThrowError(expect.objectContaining({ code: 'database-newer' }));
    expect(new Database(path).pragma('user_version', { simple: true })).toBe(9990);
  });

  it('says of a file that is no database what to do', () => {
    const path = join(folder, 'a.vouch');
    writeFileSync(
      path,
      'These are not the bytes of a database, but they are long enough to be taken for one. '.repeat(20),
    );
    expect(() => openStore(path)).toThrowError(
      expect.objectContaining({
        code: 'database-broken',
        message: expect.stringContaining('Restore a backup'),
      }),
    );
  });

  it('says of a missing folder that the folder is the trouble', () => {
    expect(() => openStore(join(folder, 'none', 'a.vouch'))).toThrowError(
      expect.objectContaining({ code: 'io' }),
    );
  });

  it('writes all of a change or none of it', () => {
    const store = openStore(':memory:');
    const failing = () =>
      store.write(db => {
        putSetting(db, 'theme', 'dark');
        throw new Error('half-way');
      });
    expect(failing).toThrow('half-way');
    expect(storedSettings(store.read)).toEqual({});
  });

  it('opens a copy in memory and leaves the file as it is', () => {
    const path = join(folder, 'a.vouch');
    const store = openStore(path);
    store.write(db => putSetting(db, 'company', 'Acme'));
    const copy = openStoreCopy(path);
    copy.write(db => putSetting(db, 'company', 'Other'));
    expect([storedSettings(store.read), storedSettings(copy.read)]).toEqual([
      { company: 'Acme' },
      { company: 'Other' },
    ]);
    expect(() => openStoreCopy(join(folder, 'none.vouch'))).toThrowError(
      expect.objectContaining({ code: 'io' }),
    );
    store.close();
  });
});

describe('migrations', () => {
  const next: Migration = {
    version: 9000,
    name: 'add-a-column',
    apply: exec => exec("ALTER TABLE documents ADD COLUMN language TEXT NOT NULL DEFAULT 'en'"),
  };
  const path = () => join(folder, 'a.vouch');

  it('are numbered upwards in steps of ten', () => {
    const versions = migrations.map(step => step.version);
    expect(versions).toEqual(versions.map((_, at) => (at + 1) * 10));
  });

  it.each(migrations.slice(0, -1).map((step, at) => [step.name, at + 1] as const))(
    'bring a database that stopped at %s to the newest version with its rows',
    (_name, count) => {
      const old = openStore(path(), migrations.slice(0, count));
      old.write(db => run(db, "INSERT INTO settings (name, json) VALUES ('company', '\"Acme\"')"));
      old.close();
      const store = openStore(path());
      expect(storedSettings(store.read)).toEqual({ company: 'Acme' });
      const tables = all<{ name: string }>(store.read, "SELECT name FROM sqlite_schema WHERE type = 'table'");
      expect(tables.map(table => table.name)).toEqual(
        expect.arrayContaining(['audit', 'library', 'answers']),
      );
      store.close();
    },
  );

  it('copy the file aside first', () => {
    const old = openStore(path());
    old.write(db => putSetting(db, 'company', 'Acme'));
    old.close();
    openStore(path(), [...migrations, next]).close();
    const kept = backupPath(path(), migrations.at(-1)?.version ?? 0);
    const copy = openStore(kept);
    expect(storedSettings(copy.read)).toEqual({ company: 'Acme' });
    copy.close();
  });

  it('that fail stop the start and leave the old version whole', () => {
    openStore(path()).close();
    const failing: Migration = {
      ...next,
      apply: exec => exec('CREATE TABLE half (a); SELECT nothing FROM nowhere;'),
    };
    expect(() => openStore(path(), [...migrations, failing])).toThrow();
    const store = openStore(path());
    expect(one(store.read, "SELECT 1 FROM sqlite_schema WHERE name = 'half'")).toBeNull();
    store.close();
  });

  it('make no copy of a new file', () => {
    openStore(path()).close();
    expect(existsSync(backupPath(path(), 0))).toBe(false);
  });

  it('leave every table strict', () => {
    const store = openStore(':memory:');
    const loose = all<{ name: string }>(
      store.read,
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    );
    expect(loose).toEqual([]);
  });
});

describe('the audit trail', () => {
  it('can be neither changed nor deleted, not even by us', () => {
    const store = openStore(':memory:');
    store.write(db => appendAudit(db, told));
    expect(() => store.write(db => run(db, "UPDATE audit SET actor = 'Eve'"))).toThrow('append-only');
    expect(() => store.write(db => run(db, 'DELETE FROM audit'))).toThrow('append-only');
    expect(listAudit(store.read, { questionnaire: null, before: null, limit: 9 })).toEqual([
      { id: 1, ...told },
    ]);
  });
});
