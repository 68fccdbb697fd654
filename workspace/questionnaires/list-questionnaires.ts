// Questionnaires as the first screens show them, and what a person says about one: customer, scope, due date.
import { answerRows } from '../../knowledge-base/store/answers.ts';
import {
  describeQuestionnaire,
  removeQuestionnaire as removeStored,
  listQuestionnaires as stored,
  touchQuestionnaire,
} from '../../knowledge-base/store/questionnaires.ts';
import { tell } from '../desk/audit.ts';
import type { UseCase } from '../desk/desk.ts';
import { summaryOf } from './draft-answers.ts';
import { warmDocument } from './pictures.ts';
import { storedFile } from './read-questionnaire.ts';

export const listQuestionnaires: UseCase<'questionnaire.list'> = desk => ({ items: stored(desk.store.read) });

export const getQuestionnaire: UseCase<'questionnaire.get'> = (desk, { id }) => {
  const questionnaire = summaryOf(desk, id);
  if (!desk.documents.peek(id)) warmDocument(desk, id);
  return { questionnaire, rows: answerRows(desk.store.read, id) };
};

export const questionnaireRegions: UseCase<'questionnaire.regions'> = (desk, { id }) => {
  const { regions, messages, mapping } = storedFile(desk.store.read, id);
  return { regions, messages, mapping };
};

export const describe: UseCase<'questionnaire.describe'> = (desk, input, run) => {
  const was = summaryOf(desk, input.id);
  const now = {
    customer: input.customer ?? was.customer,
    scope: input.scope === undefined ? was.scope : input.scope,
    due: input.due === undefined ? was.due : input.due,
    owner: input.owner ?? was.owner,
  };
  desk.store.write(db => {
    describeQuestionnaire(db, input.id, now);
    touchQuestionnaire(db, input.id, desk.now());
    tell(desk, db, run.actor, {
      action: 'questionnaire.described',
      subject: 'questionnaire',
      subjectId: input.id,
      questionnaireId: input.id,
      before: says(was),
      after: says(now),
    });
  });
  desk.emit('changed', { what: 'questionnaires' });
  return summaryOf(desk, input.id);
};

function says(given: { customer: string; scope: string | null; due: string | null; owner: string }): string {
  const parts = [
    ['customer', given.customer],
    ['scope', given.scope],
    ['due', given.due],
    ['owner', given.owner],
  ];
  return parts
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}

export const removeQuestionnaire: UseCase<'questionnaire.remove'> = (desk, { id }, run) => {
  const { file } = summaryOf(desk, id);
  desk.store.write(db => {
    removeStored(db, id);
    tell(desk, db, run.actor, {
      action: 'questionnaire.removed',
      subject: 'questionnaire',
      subjectId: id,
      questionnaireId: id,
      before: file,
    });
  });
  desk.documents.forget(id);
  desk.emit('changed', { what: 'questionnaires' });
  return {};
};
