// Branded handles to the open database: a function that takes a ReadHandle cannot be made to write by the type
// checker, and a WriteHandle exists only inside a transaction. Statements are prepared once per connection.
import type Database from 'better-sqlite3';

declare const readable: unique symbol;
declare const writable: unique symbol;

export interface ReadHandle {
  readonly [readable]: true;
}
/** Given only to the function passed to `Store.write`, so every write is inside one transaction. */
export interface WriteHandle extends ReadHandle {
  readonly [writable]: true;
}

export type SqlValue = string | number | null | Uint8Array;

const prepared = new WeakMap<object, Map<string, Database.Statement<unknown[]>>>();

function statement(db: ReadHandle, sql: string): Database.Statement<unknown[]> {
  const connection = db as unknown as Database.Database;
  let known = prepared.get(connection);
  if (!known) {
    known = new Map();
    prepared.set(connection, known);
  }
  let found = known.get(sql);
  if (!found) {
    found = connection.prepare<unknown[]>(sql);
    known.set(sql, found);
  }
  return found;
}

/** All rows of a query. The caller states the row's shape; columns are aliased to it in the SQL. */
export function all<Row>(db: ReadHandle, sql: string, ...values: SqlValue[]): Row[] {
  return statement(db, sql).all(...values) as Row[];
}

/** The first row of a query, or null. */
export function one<Row>(db: ReadHandle, sql: string, ...values: SqlValue[]): Row | null {
  return (statement(db, sql).get(...values) as Row | undefined) ?? null;
}

/** Runs a change and says how many rows it touched and the last row number given. */
export function run(
  db: WriteHandle,
  sql: string,
  ...values: SqlValue[]
): { changes: number; number: number } {
  const result = statement(db, sql).run(...values);
  return { changes: result.changes, number: Number(result.lastInsertRowid) };
}

/** The query's plan as SQLite words it, one line a step. For tests that assert the use of an index. */
export function planOf(db: ReadHandle, sql: string): string[] {
  const connection = db as unknown as Database.Database;
  const marks = (sql.match(/\?/g) ?? []).map(() => null);
  const rows = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...marks) as { detail: string }[];
  return rows.map(row => row.detail);
}
