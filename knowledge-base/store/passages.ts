// Passages of the policies in document order. The index that finds them is derived and lives in search.ts.
import type { Passage } from '../../contract/knowledge.ts';
import { all, one, type ReadHandle, run, type WriteHandle } from './handle.ts';
import { raiseRevision } from './revisions.ts';

/** Replaces all passages of a document, in the order given. */
export function putPassages(db: WriteHandle, documentId: string, passages: readonly Passage[]): void {
  removePassages(db, documentId);
  passages.forEach((passage, ordinal) => {
    run(
      db,
      'INSERT INTO passages (id, document_id, scope, ordinal, hash, json) VALUES (?, ?, ?, ?, ?, ?)',
      passage.id,
      documentId,
      passage.scope,
      ordinal,
      passage.hash,
      JSON.stringify(passage),
    );
  });
  raiseRevision(db, 'passages');
}

export function removePassages(db: WriteHandle, documentId: string): void {
  run(db, 'DELETE FROM passages WHERE document_id = ?', documentId);
}

export function passagesOfDocument(db: ReadHandle, documentId: string): Passage[] {
  const sql = 'SELECT json FROM passages WHERE document_id = ? ORDER BY ordinal';
  return all<{ json: string }>(db, sql, documentId).map(parsePassage);
}

/** All passages as they are stored, as JSON, in document order: for whoever keeps what it made of them. */
export function storedPassages(db: ReadHandle): string[] {
  const sql = 'SELECT json FROM passages ORDER BY document_id, ordinal';
  return all<{ json: string }>(db, sql).map(row => row.json);
}

export function passageById(db: ReadHandle, id: string): Passage | null {
  const row = one<{ json: string }>(db, 'SELECT json FROM passages WHERE id = ?', id);
  return row && parsePassage(row);
}

export function countPassages(db: ReadHandle): number {
  return one<{ n: number }>(db, 'SELECT count(*) AS n FROM passages')?.n ?? 0;
}

function parsePassage(row: { json: string }): Passage {
  return JSON.parse(row.json) as Passage;
}
