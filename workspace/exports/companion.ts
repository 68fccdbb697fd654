// The answers beside the customer's file, for when the file has no room for them: a page that cannot be written on,
// a table without an answer column. Word and PDF, following the customer's numbering and sections.
import type { Receipt } from '../../contract/fill.ts';
import type { Question } from '../../contract/questionnaire.ts';
import type { Response } from '../../documents/authored/response.ts';
import type { Desk } from '../desk/desk.ts';
import type { Entries } from './entries.ts';

export interface Companion {
  docx: Uint8Array;
  /** Null when the answers hold letters that the standard PDF fonts do not have. */
  pdf: Uint8Array | null;
}

/**
 * Whether an answer that leaves stands nowhere in a filled PDF or Word file. Sheets have rows that a formula answers,
 * so there it counts only when nothing at all could be written.
 */
export function lacksRoom(
  answered: readonly { question: Question }[],
  { entries }: Entries,
  { format, refused, written }: Receipt,
): boolean {
  if (format !== 'pdf' && format !== 'docx') return answered.length > 0 && written.length === 0;
  const places = new Set(written.map(({ at }) => JSON.stringify(at)));
  const standing = new Set(
    entries.filter(({ at }) => places.has(JSON.stringify(at))).map(({ questionId }) => questionId),
  );
  return refused.length > 0 || answered.some(({ question }) => !standing.has(question.id));
}

export async function writeCompanion(desk: Desk, words: Response, signal: AbortSignal): Promise<Companion> {
  const docx = await writeWord(desk, words, signal);
  return { docx, pdf: await desk.rooms.author({ kind: 'response-pdf', words }, signal) };
}

export async function writeWord(desk: Desk, words: Response, signal: AbortSignal): Promise<Uint8Array> {
  return whole(await desk.rooms.author({ kind: 'response', words }, signal));
}

/** Only a PDF may lack the letters it needs. */
export function whole(bytes: Uint8Array | null): Uint8Array {
  if (bytes === null) throw new Error('A document of ours was not written.');
  return bytes;
}
