// Which answers of questionnaires rest on a library answer: those that cite it, those that gave its very words to
// its question (the file it came from, files that carried from there), and what was carried from any of these.
import type { LibraryAnswer } from '../../contract/curate.ts';
import { answersQuotingLibrary } from '../../knowledge-base/store/citations.ts';
import type { ReadHandle } from '../../knowledge-base/store/handle.ts';
import { retiredInSameWords } from '../../knowledge-base/store/library.ts';
import { type AnswerKey, answersSaying } from '../../knowledge-base/store/questions.ts';
import { textKey } from '../desk/text-key.ts';

/** Answers resting on `answer` as it was worded; each once. Twins merged into it count as itself. */
export function answersRestingOn(db: ReadHandle, answer: LibraryAnswer): AnswerKey[] {
  const found = new Map<string, AnswerKey>();
  const next: AnswerKey[] = [
    ...answersQuotingLibrary(db, answer.id),
    ...retiredInSameWords(db, answer).flatMap(id => answersQuotingLibrary(db, id)),
    ...answersSaying(db, { ...answer, questionKey: textKey(answer.question) }),
  ];
  for (let key = next.shift(); key; key = next.shift()) {
    const id = carriedId(key);
    if (found.has(id)) continue;
    found.set(id, key);
    next.push(...answersQuotingLibrary(db, id));
  }
  return [...found.values()];
}

/** How a carried answer names the answer it came from, when the library does not hold it. */
export function carriedId({ questionnaireId, questionId }: AnswerKey): string {
  return `${questionnaireId}/${questionId}`;
}
