// Policy documents: one row per scope and file name; importing the same name again replaces the content.
import type { PolicyDocument } from '../../contract/curate.ts';
import type { Message } from '../../contract/outcome.ts';
import { all, one, type ReadHandle, run, type WriteHandle } from './handle.ts';
import { keepOriginal } from './originals.ts';
import { removePassages } from './passages.ts';
import { raiseRevision } from './revisions.ts';

const columns = `d.id, d.name, d.format, d.scope, d.title, d.sha256, d.imported_at AS importedAt,
  (SELECT count(*) FROM passages p WHERE p.document_id = d.id) AS passages`;

export interface NewDocument {
  id: string;
  scope: string;
  name: string;
  format: string;
  title: string | null;
  bytes: Uint8Array;
  importedAt: string;
  messages: Message[];
}

/** Adds a document, or replaces the content of the one with this id. Its passages are put separately. */
export function putDocument(db: WriteHandle, given: NewDocument): void {
  const sha256 = keepOriginal(db, given.bytes);
  run(
    db,
    `INSERT INTO documents (id, scope, name, format, title, sha256, imported_at, messages)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, format = excluded.format, title = excluded.title,
       sha256 = excluded.sha256, imported_at = excluded.imported_at, messages = excluded.messages`,
    given.id,
    given.scope,
    given.name,
    given.format,
    given.title,
    sha256,
    given.importedAt,
    JSON.stringify(given.messages),
  );
}

export function listDocuments(db: ReadHandle): PolicyDocument[] {
  return all<PolicyDocument>(db, `SELECT ${columns} FROM documents d ORDER BY d.scope, d.name`);
}

export function documentById(db: ReadHandle, id: string): PolicyDocument | null {
  return one<PolicyDocument>(db, `SELECT ${columns} FROM documents d WHERE d.id = ?`, id);
}

export function removeDocument(db: WriteHandle, id: string): void {
  removePassages(db, id);
  run(db, 'DELETE FROM documents WHERE id = ?', id);
  raiseRevision(db, 'passages');
}

/** The scopes that documents stand in, in order. */
export function listScopes(db: ReadHandle): string[] {
  return all<{ scope: string }>(db, 'SELECT DISTINCT scope FROM documents ORDER BY scope').map(r => r.scope);
}
