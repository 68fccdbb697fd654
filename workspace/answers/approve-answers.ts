// Approval, which only a person gives. A recalled answer approved again rests on the passages as they stand now.
import { AppError } from '../../contract/outcome.ts';
import type { Citation } from '../../knowledge-base/store/citations.ts';
import type { WriteHandle } from '../../knowledge-base/store/handle.ts';
import { libraryAnswerById } from '../../knowledge-base/store/library.ts';
import { passageById } from '../../knowledge-base/store/passages.ts';
import type { Recall } from '../../knowledge-base/store/recalls.ts';
import { machine, type UseCase } from '../desk/desk.ts';
import { libraryHash } from '../library/recall-quotes.ts';
import { changeAnswers, isBlank } from './change-answers.ts';
import { cite, evidenceOfLibraryAnswer, evidenceOfPassage } from './cite.ts';

export const approveAnswers: UseCase<'answer.approve'> = (desk, input, run) => {
  if (run.actor === machine || run.actor.trim() === '') {
    throw new AppError('conflict', 'Only a person approves answers. Enter your name in Settings.');
  }
  const changing = { ...input, action: 'answer.approved' };
  const already = new Set<string>();
  const { rows, changed } = changeAnswers(desk, run, changing, (answer, before, db) => {
    if (answer.state === 'approved') already.add(answer.questionId);
    if (answer.state === 'approved' || isBlank(answer)) return null;
    const citations = settledCitations(db, before.citations, before.recalls);
    return {
      now: {
        ...before,
        citations,
        recalls: [],
        state: 'approved',
        reason: null,
        approvedBy: run.actor,
        approvedAt: desk.now(),
      },
      before: answer.state,
      after: 'approved',
    };
  });
  if (changed === 0 && already.size < input.questions.length) {
    throw new AppError('conflict', 'There is no answer here to approve yet. Choose or write one first.');
  }
  return { rows };
};

/**
 * Quotes of passages and library answers that changed give way to what stands in their place; those of what is gone
 * are dropped.
 */
export function settledCitations(
  db: WriteHandle,
  citations: Citation[],
  recalls: readonly Recall[],
): Citation[] {
  if (recalls.length === 0) return citations;
  return citations.flatMap(citation => {
    const { source, id } = citation.evidence;
    const hash = source === 'library' ? libraryHash(id) : citation.passageHash;
    const recall = recalls.find(item => item.wasHash === hash);
    if (!recall) return [citation];
    if (recall.nowId === null) return [];
    if (source === 'library') {
      const answer = libraryAnswerById(db, recall.nowId);
      return answer ? [cite(db, evidenceOfLibraryAnswer(answer))] : [];
    }
    const passage = passageById(db, recall.nowId);
    return passage ? [cite(db, evidenceOfPassage(passage))] : [];
  });
}
