// The two word indexes over the library: the matcher's own tokens, and the plain words for search as one types.
import { all, type ReadHandle, run, type WriteHandle } from './handle.ts';

interface Indexed {
  question: string;
  choice: string | null;
  text: string;
  tags: string[];
}

/** Token strings, tokens separated by spaces, as the matcher wants them searched. */
export interface LibraryTerms {
  question: string;
  text: string;
  concepts: string;
}

export type LibraryTermsOf = (answer: {
  question: string;
  choice: string | null;
  text: string;
}) => LibraryTerms;

export function putLibraryIndex(
  db: WriteHandle,
  number: number,
  answer: Indexed,
  termsOf: LibraryTermsOf,
): void {
  putLibraryTerms(db, number, termsOf(answer));
  run(db, 'DELETE FROM library_words WHERE rowid = ?', number);
  run(
    db,
    'INSERT INTO library_words (rowid, question, text, tags) VALUES (?, ?, ?, ?)',
    number,
    answer.question,
    `${answer.choice ?? ''} ${answer.text}`,
    answer.tags.join(' '),
  );
}

/** Makes the matcher's index anew, for when its tokeniser has changed since it was filled. */
export function reindexLibrary(db: WriteHandle, termsOf: LibraryTermsOf): void {
  run(db, "INSERT INTO library_terms (library_terms) VALUES ('delete-all')");
  const rows = all<{ number: number; question: string; choice: string | null; text: string }>(
    db,
    'SELECT number, question, choice, text FROM library',
  );
  for (const row of rows) putLibraryTerms(db, row.number, termsOf(row));
}

function putLibraryTerms(db: WriteHandle, number: number, terms: LibraryTerms): void {
  run(db, 'DELETE FROM library_terms WHERE rowid = ?', number);
  run(
    db,
    'INSERT INTO library_terms (rowid, question, text, concepts) VALUES (?, ?, ?, ?)',
    number,
    terms.question,
    terms.text,
    terms.concepts,
  );
}

/** The full-text query that finds every word typed, the last letters of each still open; null for no words. */
export function typedQuery(text: string): string | null {
  const words = text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu);
  return words ? words.map(word => `"${word}"*`).join(' ') : null;
}

export function libraryWordNumbers(db: ReadHandle, text: string): number[] {
  const query = typedQuery(text);
  if (query === null) return [];
  const sql = 'SELECT rowid AS number FROM library_words WHERE library_words MATCH ? ORDER BY rank';
  return all<{ number: number }>(db, sql, query).map(row => row.number);
}
