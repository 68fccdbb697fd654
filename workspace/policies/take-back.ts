// A recall takes an approval back; when the words a person approved return unchanged, their approval stands again.
// That is no approval by a machine: it is the person's own, with its name and date.
import { type Answer, putAnswer } from '../../knowledge-base/store/answers.ts';
import type { WriteHandle } from '../../knowledge-base/store/handle.ts';
import type { Recall } from '../../knowledge-base/store/recalls.ts';
import { tell } from '../desk/audit.ts';
import { type Desk, machine } from '../desk/desk.ts';

/** True when the answer was approved and is recalled by this. */
export function takeBack(desk: Desk, db: WriteHandle, answer: Answer, recalls: readonly Recall[]): boolean {
  if (answer.state !== 'approved') return false;
  move(desk, db, answer, {
    state: 'recalled',
    action: 'answer.recalled',
    before: recalls.map(recall => recall.was).join('\n'),
    after: recalls.map(recall => recall.now ?? 'gone').join('\n'),
  });
  return true;
}

/** Gives a recalled answer its approval back; call it when no recall is left. */
export function giveBack(desk: Desk, db: WriteHandle, answer: Answer): void {
  if (answer.state !== 'recalled' || answer.approvedBy === null) return;
  const after = `approved by ${answer.approvedBy}; the words it rests on are as they were`;
  move(desk, db, answer, { state: 'approved', action: 'answer.stands', before: 'recalled', after });
}

function move(
  desk: Desk,
  db: WriteHandle,
  answer: Answer,
  to: { state: Answer['state']; action: string; before: string; after: string },
): void {
  const { questionnaireId, questionId } = answer;
  const { state, action, before, after } = to;
  putAnswer(db, questionnaireId, questionId, { ...answer, state });
  tell(desk, db, machine, {
    action,
    subject: 'answer',
    subjectId: questionId,
    questionnaireId,
    before,
    after,
  });
}
