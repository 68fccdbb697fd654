// The library as the curation screen lists it: words typed, filters, pages, and what the filters may be.
import type { LibraryAnswer } from '../../contract/curate.ts';
import { all, one, type ReadHandle, type SqlValue } from './handle.ts';
import { libraryColumns, withEvidence } from './library.ts';
import { typedQuery } from './library-words.ts';

export interface LibraryFilter {
  text: string;
  /** Answers of this scope; null for those of every scope; undefined for all. */
  scope: string | null | undefined;
  owner: string | undefined;
  tag: string | undefined;
  state: LibraryAnswer['state'] | undefined;
  /** Review date on or before this day. */
  dueBy: string | undefined;
  offset: number;
  limit: number;
}

export function searchLibrary(
  db: ReadHandle,
  filter: LibraryFilter,
): { answers: LibraryAnswer[]; total: number } {
  const { from, order, values } = statementOf(filter);
  const total = one<{ n: number }>(db, `SELECT count(*) AS n FROM ${from}`, ...values)?.n ?? 0;
  const rows = all<Parameters<typeof withEvidence>[1][number]>(
    db,
    `SELECT ${libraryColumns} FROM ${from} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ...values,
    filter.limit,
    filter.offset,
  );
  return { answers: withEvidence(db, rows), total };
}

function statementOf(filter: LibraryFilter): { from: string; order: string; values: SqlValue[] } {
  const where: string[] = [];
  const values: SqlValue[] = [];
  const query = typedQuery(filter.text);
  const need = (sql: string, ...given: SqlValue[]) => {
    where.push(sql);
    values.push(...given);
  };
  if (query !== null) need('w.library_words MATCH ?', query);
  if (filter.scope === null) need('l.scope IS NULL');
  else if (filter.scope !== undefined) need('(l.scope = ? OR l.scope IS NULL)', filter.scope);
  if (filter.owner !== undefined) need('l.owner = ?', filter.owner);
  if (filter.tag !== undefined)
    need('EXISTS (SELECT 1 FROM json_each(l.tags) t WHERE t.value = ?)', filter.tag);
  if (filter.state !== undefined) need('l.state = ?', filter.state);
  else need("l.state <> 'retired'");
  if (filter.dueBy !== undefined) need('l.review_by <= ?', filter.dueBy);
  const table = query === null ? 'library l' : 'library_words w JOIN library l ON l.number = w.rowid';
  const order = orderOf(filter, query);
  return { from: `${table} WHERE ${where.join(' AND ')}`, order, values };
}

function orderOf(filter: LibraryFilter, query: string | null): string {
  if (query !== null) return 'w.rank, l.number';
  return filter.dueBy === undefined ? 'l.updated_at DESC, l.number DESC' : 'l.review_by, l.number';
}

/** The owners and tags in use, in order, for the filters. */
export function libraryFacets(db: ReadHandle): { owners: string[]; tags: string[] } {
  const owners = all<{ v: string }>(
    db,
    "SELECT DISTINCT owner AS v FROM library WHERE owner <> '' ORDER BY 1",
  );
  const tags = all<{ v: string }>(
    db,
    'SELECT DISTINCT t.value AS v FROM library l, json_each(l.tags) t ORDER BY 1',
  );
  return { owners: owners.map(row => row.v), tags: tags.map(row => row.v) };
}
