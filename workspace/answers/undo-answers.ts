// Undo and redo of what people did to answers. A step acts only on answers that nobody changed since; undoing
// is itself a change, with its own line in the trail.
import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../contract/outcome.ts';
import type { AnswerRow } from '../../contract/review.ts';
import { answerOf, someAnswerRows } from '../../knowledge-base/store/answers.ts';
import type { WriteHandle } from '../../knowledge-base/store/handle.ts';
import { touchQuestionnaire } from '../../knowledge-base/store/questionnaires.ts';
import {
  type AnswerStep,
  nextToRedo,
  nextToUndo,
  putUndoEntry,
  removeUndoEntry,
  type UndoEntry,
} from '../../knowledge-base/store/undo-steps.ts';
import { tell } from '../desk/audit.ts';
import type { Desk, Run, UseCase } from '../desk/desk.ts';
import { putSnapshot, sayAnswer, snapshotOf, tellAnswers } from './change-answers.ts';

export const undoAnswer: UseCase<'answer.undo'> = (desk, input, run) =>
  step(desk, run, input.questionnaire, 'undone');

export const redoAnswer: UseCase<'answer.redo'> = (desk, input, run) =>
  step(desk, run, input.questionnaire, 'redone');

function step(desk: Desk, run: Run, questionnaire: string, way: 'undone' | 'redone'): { rows: AnswerRow[] } {
  const done = desk.store.write(db => {
    const entry = way === 'undone' ? nextToUndo(db, questionnaire) : nextToRedo(db, questionnaire);
    if (!entry) return null;
    const steps = entry.steps.flatMap(one => {
      const moved = moveAnswer(desk, db, run, questionnaire, entry, one, way);
      return moved ? [moved] : [];
    });
    if (steps.length === 0) removeUndoEntry(db, entry.number);
    else putUndoEntry(db, entry.number, { undone: way === 'undone', steps, at: desk.now() });
    touchQuestionnaire(db, questionnaire, desk.now());
    return steps;
  });
  if (done === null)
    throw new AppError('conflict', `There is nothing to ${way === 'undone' ? 'undo' : 'do again'}.`);
  if (done.length === 0) {
    throw new AppError('conflict', 'The answer has changed since that step, so the step was left as it is.');
  }
  const questions = done.map(one => one.question);
  const rows = someAnswerRows(desk.store.read, questionnaire, questions);
  tellAnswers(desk, questionnaire, rows);
  return { rows };
}

function moveAnswer(
  desk: Desk,
  db: WriteHandle,
  run: Run,
  questionnaire: string,
  entry: UndoEntry,
  one: AnswerStep,
  way: 'undone' | 'redone',
): AnswerStep | null {
  const answer = answerOf(db, questionnaire, one.question);
  const [stood, now] = way === 'undone' ? [one.after, one.before] : [one.before, one.after];
  if (!answer || !isDeepStrictEqual(snapshotOf(db, answer), stood)) return null;
  putSnapshot(db, questionnaire, one.question, now);
  const sameWords = sayAnswer(answer) === sayAnswer(now);
  tell(desk, db, run.actor, {
    action: `${entry.action} ${way}`,
    subject: 'answer',
    subjectId: one.question,
    questionnaireId: questionnaire,
    before: sameWords ? answer.state : sayAnswer(answer),
    after: sameWords ? now.state : sayAnswer(now),
  });
  return one;
}
