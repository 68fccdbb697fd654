// A library answer that changes its words, is replaced, merged or retired recalls what rests on it, with the words
// as they were and as they stand now.
import type { LibraryAnswer } from '../../contract/curate.ts';
import { answerOf } from '../../knowledge-base/store/answers.ts';
import type { WriteHandle } from '../../knowledge-base/store/handle.ts';
import { answerRecalls, putAnswerRecalls } from '../../knowledge-base/store/recalls.ts';
import type { Desk } from '../desk/desk.ts';
import { giveBack, takeBack } from '../policies/take-back.ts';
import { answersRestingOn } from './answers-resting-on.ts';

type Words = Pick<LibraryAnswer, 'choice' | 'text'>;

/** The answer as it is quoted: its choice and its words. */
export const sayWords = ({ choice, text }: Words): string =>
  [choice ?? '', text].filter(part => part !== '').join('. ');

/** How a recall names the library answer it comes from, in place of a passage's hash. */
export const libraryHash = (id: string): string => `library:${id}`;

/**
 * Recalls the answers that rest on a library answer. `now` is what stands in its place, null when it is retired.
 * An answer that says those words already is not recalled; one approved with them stands again.
 */
export function recallLibraryQuotes(
  desk: Desk,
  db: WriteHandle,
  was: LibraryAnswer,
  now: (Words & { id: string }) | null,
): void {
  const wasHash = libraryHash(was.id);
  const nowWords = now && sayWords(now);
  if (sayWords(was) === nowWords) return;
  for (const { questionnaireId, questionId } of answersRestingOn(db, was)) {
    const answer = answerOf(db, questionnaireId, questionId);
    if (!answer || !['approved', 'edited', 'recalled'].includes(answer.state)) continue;
    const known = answerRecalls(db, questionnaireId, questionId);
    // Changed twice before anybody looked: what was approved is still the first wording.
    const first = known.find(recall => recall.wasHash === wasHash)?.was ?? sayWords(was);
    const others = known.filter(recall => recall.wasHash !== wasHash);
    if (first === nowWords || sayWords(answer) === nowWords) {
      putAnswerRecalls(db, questionnaireId, questionId, others);
      if (others.length === 0) giveBack(desk, db, answer);
      continue;
    }
    const recall = { document: 'Answer library', was: first, wasHash, now: nowWords, nowId: now?.id ?? null };
    const recalls = [...others, recall];
    putAnswerRecalls(db, questionnaireId, questionId, recalls);
    takeBack(desk, db, answer, recalls);
  }
}
