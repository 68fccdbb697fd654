// Passages and the term index beside them. The words that go into the index come from the matcher's
// tokeniser, handed in as a function, so that this folder knows nothing of language.
import type { Passage } from '../../contract/knowledge.ts';
import { all, one, type ReadHandle, run, type WriteHandle } from './handle.ts';
import { raiseRevision } from './revisions.ts';

/** Token strings, tokens separated by spaces, as the matcher wants them searched. */
export interface PassageTerms {
  text: string;
  context: string;
  heading: string;
  concepts: string;
}

export type TermsOf = (passage: Passage) => PassageTerms;

/** Replaces all passages of a document, in the order given. */
export function putPassages(
  db: WriteHandle,
  documentId: string,
  passages: readonly Passage[],
  termsOf: TermsOf,
): void {
  removePassages(db, documentId);
  passages.forEach((passage, ordinal) => {
    const { number } = run(
      db,
      'INSERT INTO passages (id, document_id, scope, ordinal, hash, json) VALUES (?, ?, ?, ?, ?, ?)',
      passage.id,
      documentId,
      passage.scope,
      ordinal,
      passage.hash,
      JSON.stringify(passage),
    );
    putTerms(db, number, termsOf(passage));
  });
  raiseRevision(db, 'passages');
}

export function removePassages(db: WriteHandle, documentId: string): void {
  run(
    db,
    'DELETE FROM passage_terms WHERE rowid IN (SELECT number FROM passages WHERE document_id = ?)',
    documentId,
  );
  run(db, 'DELETE FROM passages WHERE document_id = ?', documentId);
}

/** Makes the term index anew, for when the tokeniser has changed since it was filled. */
export function reindexPassages(db: WriteHandle, termsOf: TermsOf): void {
  run(db, "INSERT INTO passage_terms (passage_terms) VALUES ('delete-all')");
  const rows = all<{ number: number; json: string }>(db, 'SELECT number, json FROM passages');
  for (const row of rows) putTerms(db, row.number, termsOf(parsePassage(row)));
  raiseRevision(db, 'passages');
}

function putTerms(db: WriteHandle, number: number, terms: PassageTerms): void {
  run(
    db,
    'INSERT INTO passage_terms (rowid, text, context, heading, concepts) VALUES (?, ?, ?, ?, ?)',
    number,
    terms.text,
    terms.context,
    terms.heading,
    terms.concepts,
  );
}

export function passagesOfDocument(db: ReadHandle, documentId: string): Passage[] {
  const sql = 'SELECT json FROM passages WHERE document_id = ? ORDER BY ordinal';
  return all<{ json: string }>(db, sql, documentId).map(parsePassage);
}

/** Passages of a scope, or of all scopes for null, in document order. */
export function passagesOfScope(db: ReadHandle, scope: string | null): Passage[] {
  const rows =
    scope === null
      ? all<{ json: string }>(db, 'SELECT json FROM passages ORDER BY document_id, ordinal')
      : all<{ json: string }>(
          db,
          'SELECT json FROM passages WHERE scope = ? ORDER BY document_id, ordinal',
          scope,
        );
  return rows.map(parsePassage);
}

export function passageById(db: ReadHandle, id: string): Passage | null {
  const row = one<{ json: string }>(db, 'SELECT json FROM passages WHERE id = ?', id);
  return row && parsePassage(row);
}

/** Passages by their row number in the term index, in the order of the numbers given. */
export function passagesByNumber(db: ReadHandle, numbers: readonly number[]): Passage[] {
  const sql = `SELECT p.json FROM json_each(?) wanted JOIN passages p ON p.number = wanted.value ORDER BY wanted.key`;
  return all<{ json: string }>(db, sql, JSON.stringify(numbers)).map(parsePassage);
}

export function countPassages(db: ReadHandle): number {
  return one<{ n: number }>(db, 'SELECT count(*) AS n FROM passages')?.n ?? 0;
}

function parsePassage(row: { json: string }): Passage {
  return JSON.parse(row.json) as Passage;
}
