// What a new question-answer pair would be to the library: new, in place of an older wording, the same again, or
// against what the library says.
import type { LibraryAnswer, LibraryCandidate } from '../../contract/curate.ts';
import { libraryAnswerById, libraryAnswersOfQuestion } from '../../knowledge-base/store/library.ts';
import type { Desk } from '../desk/desk.ts';
import { textKey } from '../desk/text-key.ts';

export interface Offered {
  key: string;
  question: string;
  choice: string | null;
  text: string;
  scope: string | null;
}

const NEAREST = 3;

export function judgeCandidate(desk: Desk, offered: Offered): LibraryCandidate {
  const { key, question, choice, text } = offered;
  const base = { key, question, choice, text };
  const others = [...sameQuestion(desk, offered), ...nearQuestions(desk, offered)];
  for (const other of others) {
    const { verdict, why } = desk.knowledge.compareAnswers(offered, other);
    if (verdict === 'same') return { ...base, verdict: 'duplicate', other, why };
    if (verdict === 'contradiction') return { ...base, verdict: 'contradicts', other, why };
    if (verdict === 'duplicate') {
      const sameWords = textKey(other.question) === textKey(question);
      const replaces = 'the same question, worded anew';
      return {
        ...base,
        verdict: sameWords ? 'replaces' : 'duplicate',
        other,
        why: sameWords ? replaces : why,
      };
    }
  }
  return { ...base, verdict: 'new', other: null, why: 'the library has no answer to this question' };
}

/** Answers whose question has the same words, which the matcher's own list may leave out when recalled. */
function sameQuestion(desk: Desk, { question, scope }: Offered): LibraryAnswer[] {
  return libraryAnswersOfQuestion(desk.store.read, textKey(question)).filter(
    answer => answer.state !== 'retired' && fits(answer.scope, scope),
  );
}

function nearQuestions(desk: Desk, { question, scope }: Offered): LibraryAnswer[] {
  return desk.knowledge
    .nearestAnswers(question, scope, NEAREST)
    .flatMap(evidence => libraryAnswerById(desk.store.read, evidence.id) ?? [])
    .filter(answer => fits(answer.scope, scope));
}

function fits(answer: string | null, wanted: string | null): boolean {
  return answer === null || wanted === null || answer === wanted;
}
