// The plain-word index over the library, for search as one types. Finding evidence is the matcher's own index.
import { run, type WriteHandle } from './handle.ts';

export function indexLibraryWords(
  db: WriteHandle,
  number: number,
  answer: { question: string; choice: string | null; text: string; tags: string[] },
): void {
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

/** The full-text query that finds every word typed, the last letters of each still open; null for no words. */
export function typedQuery(text: string): string | null {
  const words = text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu);
  return words ? words.map(word => `"${word}"*`).join(' ') : null;
}
