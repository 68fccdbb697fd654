// Rejecting, excluding, reopening and handing over: a person's other decisions about an answer.
import type { Answer } from '../../knowledge-base/store/answers.ts';
import { draftOf } from '../../knowledge-base/store/drafts.ts';
import type { WriteHandle } from '../../knowledge-base/store/handle.ts';
import { questionById } from '../../knowledge-base/store/questions.ts';
import type { UseCase } from '../desk/desk.ts';
import { currentSettings } from '../desk/settings.ts';
import { stateOfDraft } from '../questionnaires/draft-answers.ts';
import { changeAnswers, isBlank } from './change-answers.ts';
import { notApplicableOption, optionsOf } from './options.ts';

export const rejectAnswer: UseCase<'answer.reject'> = (desk, input, run) => {
  const changing = {
    questionnaire: input.questionnaire,
    questions: [input.question],
    action: 'answer.rejected',
  };
  return rowsOf(
    changeAnswers(desk, run, changing, (answer, before) => ({
      now: { ...before, state: 'rejected', reason: input.reason, approvedBy: null, approvedAt: null },
      before: answer.state,
      after: `rejected: ${input.reason}`,
    })),
  );
};

/** The question does not apply. Where the file offers an option that says so, it becomes the choice. */
export const excludeAnswer: UseCase<'answer.exclude'> = (desk, input, run) => {
  const changing = {
    questionnaire: input.questionnaire,
    questions: [input.question],
    action: 'answer.excluded',
  };
  return rowsOf(
    changeAnswers(desk, run, changing, (answer, before, db) => {
      const question = questionById(db, input.questionnaire, input.question);
      const choice = question && notApplicableOption(optionsOf(question));
      return {
        now: {
          ...before,
          state: 'not-applicable',
          reason: input.reason,
          choice,
          text: '',
          slotValues: {},
          citations: [],
          recalls: [],
          approvedBy: null,
          approvedAt: null,
        },
        before: answer.state,
        after: `not applicable: ${input.reason}`,
      };
    }),
  );
};

/** Takes a decision back: the answer stands as drafted, or as edited when a person worded it. */
export const reopenAnswers: UseCase<'answer.reopen'> = (desk, input, run) => {
  const decided = new Set(['approved', 'rejected', 'not-applicable', 'recalled']);
  const changing = { ...input, action: 'answer.reopened' };
  return rowsOf(
    changeAnswers(desk, run, changing, (answer, before, db) => {
      if (!decided.has(answer.state)) return null;
      const state = openState(db, answer);
      return {
        now: { ...before, state, reason: null, approvedBy: null, approvedAt: null },
        before: answer.state,
        after: state,
      };
    }),
  );
};

function openState(db: WriteHandle, answer: Answer): Answer['state'] {
  if (answer.origin === 'person') return 'edited';
  const draft = draftOf(db, answer.questionnaireId, answer.questionId);
  const question = questionById(db, answer.questionnaireId, answer.questionId);
  if (!draft || !question) return isBlank(answer) ? 'empty' : 'edited';
  if (isBlank(answer)) return 'needs-you';
  return stateOfDraft(draft, question, currentSettings(db).draftThreshold);
}

export const assignAnswers: UseCase<'answer.assign'> = (desk, input, run) => {
  const assignee = input.assignee?.trim() || null;
  const changing = { ...input, action: 'answer.assigned' };
  return rowsOf(
    changeAnswers(desk, run, changing, (answer, before) =>
      answer.assignee === assignee
        ? null
        : { now: { ...before, assignee }, before: answer.assignee, after: assignee },
    ),
  );
};

function rowsOf({ rows }: ReturnType<typeof changeAnswers>): { rows: typeof rows } {
  return { rows };
}
