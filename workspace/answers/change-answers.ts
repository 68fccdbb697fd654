// The one way answers change by a person's hand: the change, its audit line and its undo step are one
// transaction, so that none exists without the others.
import { AppError } from '../../contract/outcome.ts';
import type { AnswerRow } from '../../contract/review.ts';
import {
  type Answer,
  type AnswerContent,
  answerOf,
  putAnswer,
  someAnswerRows,
} from '../../knowledge-base/store/answers.ts';
import { citationsOf, putCitations } from '../../knowledge-base/store/citations.ts';
import type { WriteHandle } from '../../knowledge-base/store/handle.ts';
import { touchQuestionnaire } from '../../knowledge-base/store/questionnaires.ts';
import { answerRecalls, putAnswerRecalls } from '../../knowledge-base/store/recalls.ts';
import {
  type AnswerSnapshot,
  type AnswerStep,
  addUndoEntry,
  extendUndoEntry,
  nextToUndo,
  type UndoEntry,
} from '../../knowledge-base/store/undo-steps.ts';
import { tell } from '../desk/audit.ts';
import type { Desk, Run } from '../desk/desk.ts';

export interface Change {
  now: AnswerSnapshot;
  /** What the trail says it was and is. */
  before: string | null;
  after: string | null;
}

export interface Changing {
  questionnaire: string;
  questions: readonly string[];
  /** `answer.approved`, ... */
  action: string;
}

/** Applies `change` to each question's answer; null leaves it. Gives the rows of all questions named. */
export function changeAnswers(
  desk: Desk,
  run: Run,
  { questionnaire, questions, action }: Changing,
  change: (answer: Answer, before: AnswerSnapshot, db: WriteHandle) => Change | null,
): { rows: AnswerRow[]; changed: number } {
  const steps = desk.store.write(db => {
    const made: AnswerStep[] = [];
    for (const question of questions) {
      const answer = answerOf(db, questionnaire, question);
      if (!answer) throw noSuchAnswer(question);
      const before = snapshotOf(db, answer);
      const done = change(answer, before, db);
      if (!done) continue;
      putSnapshot(db, questionnaire, question, done.now);
      made.push({ question, before, after: done.now });
      tell(desk, db, run.actor, {
        action,
        subject: 'answer',
        subjectId: question,
        questionnaireId: questionnaire,
        before: done.before,
        after: done.after,
      });
    }
    if (made.length > 0) {
      keepForUndo(db, questionnaire, { at: desk.now(), actor: run.actor, action, steps: made });
      touchQuestionnaire(db, questionnaire, desk.now());
    }
    return made;
  });
  const rows = someAnswerRows(desk.store.read, questionnaire, questions);
  if (steps.length > 0) tellAnswers(desk, questionnaire, rows);
  return { rows, changed: steps.length };
}

/** Says which answers changed and how they are numbered now, so that whoever has them need not read them. */
export function tellAnswers(desk: Desk, questionnaire: string, rows: AnswerRow[]): void {
  const versions = Object.fromEntries(rows.map(({ questionId, version }) => [questionId, version]));
  desk.emit('changed', { what: 'answers', answers: { questionnaire, versions } });
}

/** Words typed on within this time, in milliseconds, are one step to undo. */
const TYPED_ON = 5 * 60_000;

/** Every pause in typing saves; undo should take back what was typed, not its last letters. */
function keepForUndo(db: WriteHandle, questionnaire: string, entry: Omit<UndoEntry, 'number'>): void {
  const last = entry.action === 'answer.edited' ? nextToUndo(db, questionnaire) : null;
  const [before] = last?.steps ?? [];
  const [now] = entry.steps;
  const typedOn =
    last?.action === entry.action &&
    last.actor === entry.actor &&
    before?.question === now?.question &&
    Date.parse(entry.at) - Date.parse(last.at) < TYPED_ON;
  if (!last || !before || !now || !typedOn) addUndoEntry(db, questionnaire, entry);
  else
    extendUndoEntry(db, questionnaire, last.number, {
      steps: [{ ...now, before: before.before }],
      at: entry.at,
    });
}

export function noSuchAnswer(question: string): AppError {
  return new AppError('not-found', 'This question is not in the questionnaire any more. Open it again.', {
    question,
  });
}

export function contentOf(answer: Answer): AnswerContent {
  const { questionnaireId: _, questionId: __, version: ___, ...content } = answer;
  return content;
}

export function snapshotOf(db: WriteHandle, answer: Answer): AnswerSnapshot {
  return {
    ...contentOf(answer),
    citations: citationsOf(db, answer.questionnaireId, answer.questionId),
    recalls: answerRecalls(db, answer.questionnaireId, answer.questionId),
  };
}

export function putSnapshot(
  db: WriteHandle,
  questionnaire: string,
  question: string,
  now: AnswerSnapshot,
): void {
  const { citations, recalls, ...content } = now;
  putAnswer(db, questionnaire, question, content);
  putCitations(db, questionnaire, question, citations);
  putAnswerRecalls(db, questionnaire, question, recalls);
}

/** The answer as the trail words it: the choice, then the text, then what single cells hold. */
export function sayAnswer(content: AnswerContent): string {
  const own = Object.values(content.slotValues);
  return [content.choice ?? '', content.text, ...own].filter(part => part !== '').join('\n');
}

export function isBlank(content: AnswerContent): boolean {
  return sayAnswer(content) === '';
}
