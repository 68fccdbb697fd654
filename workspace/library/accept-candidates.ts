// The pairs a person accepted go into the library: a new one beside the others, a replacing or contradicting one
// as the newest version of the one it meets, which recalls what other files said with the former words.
import type { LibraryCandidate } from '../../contract/curate.ts';
import type { WriteHandle } from '../../knowledge-base/store/handle.ts';
import {
  type LibraryWrite,
  libraryAnswerById,
  putLibraryAnswer,
} from '../../knowledge-base/store/library.ts';
import { putLibraryRecalls } from '../../knowledge-base/store/recalls.ts';
import { tell } from '../desk/audit.ts';
import type { Desk } from '../desk/desk.ts';
import type { PendingItem } from '../desk/pending-imports.ts';
import { textKey } from '../desk/text-key.ts';
import { recallLibraryQuotes } from './recall-quotes.ts';

/** Writes one pair and says whether it took another's place. */
export function acceptCandidate(
  desk: Desk,
  db: WriteHandle,
  actor: string,
  { candidate, write }: PendingItem,
): 'added' | 'replaced' {
  const other = takenOver(db, candidate);
  const id = other?.id ?? desk.newId();
  const kept = other && {
    owner: other.owner || write.owner,
    tags: [...new Set([...other.tags, ...write.tags])],
  };
  putLibraryAnswer(db, { ...write, ...kept, id }, actor);
  putLibraryRecalls(db, id, []);
  if (other) recallLibraryQuotes(desk, db, other, { ...write, id });
  tell(desk, db, actor, {
    action: other ? 'library.replaced' : 'library.added',
    subject: 'library',
    subjectId: id,
    before: other ? sayPair(other) : null,
    after: sayPair(write),
  });
  return other ? 'replaced' : 'added';
}

/** The answer the pair stands in for. A near-duplicate is another wording of the question and stands beside. */
function takenOver(db: WriteHandle, { verdict, other, question }: LibraryCandidate) {
  if (!other || verdict === 'new') return null;
  if (verdict === 'duplicate' && textKey(other.question) !== textKey(question)) return null;
  return libraryAnswerById(db, other.id);
}

export function sayPair({
  question,
  choice,
  text,
}: Pick<LibraryWrite, 'question' | 'choice' | 'text'>): string {
  return [question, choice ?? '', text].filter(part => part !== '').join('\n');
}
