// A library answer that changes takes back what other questionnaires were told with its words.
import { expect, it } from 'vitest';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { addForm, openDesk, yesNo } from './stand-ins.ts';

/** A desk whose library answer about backups was carried into Initech's form and approved there. */
async function quotedDesk() {
  const desk = openDesk();
  const answer = await desk.call('library.save', {
    id: null,
    version: 0,
    question: 'Are backups taken every day?',
    choice: 'Yes',
    text: 'Backups are taken every day.',
    scope: null,
    owner: 'Grace Hopper',
    tags: [],
    reviewBy: null,
  });
  const { questionnaire } = await addForm(desk, [yesNo(1, answer.question)], 'Initech');
  await desk.call('questionnaire.carry', { id: questionnaire.id });
  await desk.call('answer.approve', { questionnaire: questionnaire.id, questions: ['Q1'] });
  return { desk, answer, form: questionnaire.id };
}

async function stateOf(desk: Workspace, form: string) {
  const { rows } = await desk.call('questionnaire.get', { id: form });
  const { recalled } = await desk.call('answer.get', { questionnaire: form, question: 'Q1' });
  return { state: rows[0]?.state, recalled };
}

const edited = (answer: Awaited<ReturnType<typeof quotedDesk>>['answer'], text: string) => {
  const { id, version, question, choice, scope, owner, tags, reviewBy } = answer;
  return { id, version, question, choice, text, scope, owner, tags, reviewBy };
};

it('recalls what was approved with words that the library no longer says', async () => {
  const { desk, answer, form } = await quotedDesk();
  expect((await stateOf(desk, form)).state).toBe('approved');
  await desk.call('library.save', edited(answer, 'Backups are taken every hour.'));
  const { state, recalled } = await stateOf(desk, form);
  expect(state).toBe('recalled');
  expect(recalled).toMatchObject([{ document: 'Answer library', now: 'Yes. Backups are taken every hour.' }]);
  const { answers } = await desk.call('policy.recalls', {});
  expect(answers.map(({ questionnaire }) => questionnaire.customer)).toEqual(['Initech']);

  await desk.call('answer.approve', { questionnaire: form, questions: ['Q1'] });
  expect(await stateOf(desk, form)).toEqual({ state: 'approved', recalled: [] });
});

it('recalls what rests on a retired answer, and says that it is gone', async () => {
  const { desk, answer, form } = await quotedDesk();
  await desk.call('library.retire', { id: answer.id });
  const { state, recalled } = await stateOf(desk, form);
  expect(state).toBe('recalled');
  expect(recalled).toMatchObject([{ document: 'Answer library', now: null }]);
});

it('keeps showing the wording that was approved when the library changes twice', async () => {
  const { desk, answer, form } = await quotedDesk();
  const once = await desk.call('library.save', edited(answer, 'Backups are taken every hour.'));
  await desk.call('library.save', edited(once, 'Backups are taken every minute.'));
  const { recalled } = await stateOf(desk, form);
  expect(recalled.length).toBe(1);
  expect(recalled[0]?.was).toContain(answer.text);
  expect(recalled[0]?.now).toContain('every minute');
});

it('recalls nothing for another owner or tag', async () => {
  const { desk, answer, form } = await quotedDesk();
  await desk.call('library.save', { ...edited(answer, answer.text), owner: 'Ada', tags: ['new'] });
  expect((await stateOf(desk, form)).state).toBe('approved');
});
