// Opens a workspace's one SQLite file: WAL with full synchronisation (approved work survives a power cut),
// foreign keys, migrations, and refusals a person can act on. All other modules of this folder take handles.
import Database from 'better-sqlite3';
import { AppError } from '../../contract/outcome.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/all-migrations.ts';
import type { Migration } from './migrations/migration.ts';

export interface Store {
  /** File path, or ':memory:'. */
  readonly location: string;
  readonly read: ReadHandle;
  /** Runs `change` in one transaction: all of it is durable when this returns, none of it when it throws. */
  write<T>(change: (db: WriteHandle) => T): T;
  /** Writes a consistent copy of the whole database to a path that does not exist yet. */
  copyTo(path: string): void;
  /** The whole database as the bytes of a SQLite file. */
  bytes(): Uint8Array;
  close(): void;
}

/**
 * Opens or makes the workspace at `location` (':memory:' for a throw-away one).
 * Errors: `database-newer`, `database-broken` (damaged or locked), `io` (folder missing, not writable).
 */
export function openStore(location: string, steps: readonly Migration[] = migrations): Store {
  return open(location, steps, () => new Database(location, { timeout: 5000 }));
}

/** A copy in memory of the workspace file at `path`, brought to the newest version. The file is only read. */
export function openStoreCopy(path: string): Store {
  return open(path, migrations, () => {
    const source = new Database(path, { timeout: 5000, readonly: true, fileMustExist: true });
    try {
      const bytes = source.serialize();
      // A database in memory cannot be in WAL mode: header bytes 18 and 19 say 2 for WAL, 1 for a journal
      // (SQLite file format, section 1.3.3).
      bytes.fill(1, 18, 20);
      return new Database(bytes);
    } finally {
      source.close();
    }
  });
}

function open(location: string, steps: readonly Migration[], connect: () => Database.Database): Store {
  let connection: Database.Database | null = null;
  try {
    connection = connect();
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma('trusted_schema = OFF');
    migrate(connection, steps);
    return storeOver(connection, location);
  } catch (error) {
    connection?.close();
    throw asAppError(error, location);
  }
}

function storeOver(connection: Database.Database, location: string): Store {
  const handle = connection as unknown as WriteHandle;
  return {
    location,
    read: handle,
    write(change) {
      if (connection.inTransaction) return change(handle);
      try {
        return connection.transaction(() => change(handle)).immediate();
      } catch (error) {
        throw asAppError(error, location);
      }
    },
    copyTo(path) {
      connection.prepare('VACUUM INTO ?').run(path);
    },
    bytes: () => new Uint8Array(connection.serialize()),
    close: () => {
      if (connection.open) connection.close();
    },
  };
}

/** Turns SQLite's own codes into refusals that say what to do; anything else passes through unchanged. */
export function asAppError(error: unknown, location: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const params = { file: location };
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    const text = `The workspace file ${location} is damaged or is not a Vouch workspace. Restore a backup copy, or choose another file.`;
    return new AppError('database-broken', text, params, error);
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    const text = `The workspace file ${location} is in use by another program. Close that program and try again.`;
    return new AppError('database-broken', text, params, error);
  }
  if (
    /^SQLITE_(CANTOPEN|READONLY|IOERR|FULL|PERM)/.test(code) ||
    error.message.includes('directory does not exist')
  ) {
    const text = `The workspace file ${location} cannot be opened or written. Check that its folder exists, is writable and has space.`;
    return new AppError('io', text, params, error);
  }
  return error;
}
