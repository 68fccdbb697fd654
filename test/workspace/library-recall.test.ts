// A library answer that changes takes back what other questionnaires were told with its words.
import { expect, it } from 'vitest';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { addForm, addPolicy, draftedDesk, openDesk, policy, states, yesNo } from './stand-ins.ts';

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

/** Globex's form, approved and finished: its answer about backups is in the library, and Initech's carries it. */
async function carriedDesk() {
  const desk = openDesk();
  const asked = [yesNo(1, 'Are backups taken every day?')];
  const first = (await addForm(desk, asked, 'Globex')).questionnaire.id;
  await answer(desk, first, 'Backups are taken every day.');
  await desk.call('questionnaire.finish', { id: first, accept: ['Q1'] });
  const next = (await addForm(desk, asked, 'Initech')).questionnaire.id;
  await desk.call('answer.approve', { questionnaire: next, questions: ['Q1'] });
  const [kept] = (await desk.call('library.search', { text: '' })).answers;
  if (!kept) throw new Error('nothing in the library');
  return { desk, first, next, kept };
}

async function answer(desk: Workspace, form: string, text: string) {
  const key = { questionnaire: form, question: 'Q1' };
  const { version } = (await desk.call('answer.get', key)).row;
  await desk.call('answer.edit', { ...key, version, choice: 'Yes', text });
  await desk.call('answer.approve', { questionnaire: form, questions: ['Q1'] });
}

it('recalls an answer carried from an earlier file when the library answer it became is edited', async () => {
  const { desk, first, next, kept } = await carriedDesk();
  expect((await stateOf(desk, next)).state).toBe('approved');
  await desk.call('library.save', edited(kept, 'Backups are taken every hour.'));
  for (const form of [first, next]) {
    const { state, recalled } = await stateOf(desk, form);
    expect(state).toBe('recalled');
    expect(recalled).toEqual([
      {
        document: 'Answer library',
        was: 'Yes. Backups are taken every day.',
        now: 'Yes. Backups are taken every hour.',
      },
    ]);
  }
});

it('recalls it when the library answer is retired, also when the question was worded a little otherwise', async () => {
  const { desk, first, kept } = await carriedDesk();
  const asked = [yesNo(1, 'Are full backups taken every day?')];
  const other = (await addForm(desk, asked, 'Hooli', 'other.xlsx')).questionnaire.id;
  await desk.call('questionnaire.carry', { id: other, from: first });
  await desk.call('answer.approve', { questionnaire: other, questions: ['Q1'] });
  await desk.call('library.retire', { id: kept.id });
  const { state, recalled } = await stateOf(desk, other);
  expect(state).toBe('recalled');
  expect(recalled).toMatchObject([{ document: 'Answer library', now: null }]);
});

it('recalls an answer carried before its source was in the library', async () => {
  const desk = openDesk();
  const first = (await addForm(desk, [yesNo(1, 'Are backups taken every day?')])).questionnaire.id;
  await answer(desk, first, 'Backups are taken every day.');
  const asked = [yesNo(1, 'Are full backups taken every day?')];
  const next = (await addForm(desk, asked, 'Initech', 'other.xlsx')).questionnaire.id;
  await desk.call('questionnaire.carry', { id: next, from: first });
  await desk.call('answer.approve', { questionnaire: next, questions: ['Q1'] });
  await desk.call('questionnaire.finish', { id: first, accept: ['Q1'] });
  const [kept] = (await desk.call('library.search', { text: '' })).answers;
  if (!kept) throw new Error('nothing in the library');
  await desk.call('library.save', edited(kept, 'Backups are taken every hour.'));
  expect((await stateOf(desk, next)).state).toBe('recalled');
});

it('recalls a carried answer when the policy passage beneath it changes', async () => {
  const { desk, id } = await draftedDesk();
  await desk.call('answer.approve', { questionnaire: id, questions: ['Q2'] });
  await desk.call('questionnaire.finish', { id, accept: ['Q2'] });
  const asked = [yesNo(1, 'Are backups taken every day?')];
  const next = (await addForm(desk, asked, 'Initech', 'other.xlsx')).questionnaire.id;
  await desk.call('questionnaire.carry', { id: next, from: id });
  await desk.call('answer.approve', { questionnaire: next, questions: ['Q1'] });
  await addPolicy(desk, policy.replace('every day', 'every hour'));
  const { state, recalled } = await stateOf(desk, next);
  expect(state).toBe('recalled');
  expect(recalled).toMatchObject([{ document: 'policy.md' }]);
});

it('recalls what other files said when a finished one replaces the library answer, and not the finished one', async () => {
  const { desk, first, next } = await carriedDesk();
  await desk.call('export.make', { id: next, includeDrafts: false });
  const third = (await addForm(desk, [yesNo(1, 'Are backups taken every day?')], 'Hooli')).questionnaire.id;
  await answer(desk, third, 'Backups happen nightly.');
  const { candidates } = await desk.call('questionnaire.candidates', { id: third });
  expect(candidates.map(({ verdict }) => verdict)).toEqual(['replaces']);
  await desk.call('questionnaire.finish', { id: third, accept: ['Q1'] });
  expect((await stateOf(desk, third)).state).toBe('approved');
  for (const form of [first, next]) {
    const { state, recalled } = await stateOf(desk, form);
    expect(state).toBe('recalled');
    expect(recalled[0]?.now).toBe('Yes. Backups happen nightly.');
  }
});

it('recalls what quoted the answer that a merge took away, when it said something else', async () => {
  const { desk, next, kept } = await carriedDesk();
  const { id } = await desk.call('library.save', {
    ...edited(kept, 'Backups are taken every hour.'),
    id: null,
    version: 0,
  });
  await desk.call('library.merge', { keep: id, retire: kept.id });
  const { state, recalled } = await stateOf(desk, next);
  expect(state).toBe('recalled');
  expect(recalled).toMatchObject([{ now: 'Yes. Backups are taken every hour.' }]);
  await desk.call('answer.approve', { questionnaire: next, questions: ['Q1'] });
  const { draft } = await desk.call('answer.get', { questionnaire: next, question: 'Q1' });
  expect(draft?.citations.map(({ id, text }) => [id, text])).toEqual([[id, 'Backups are taken every hour.']]);
});

it('merges two answers in the same words without a recall, and watches the one that stays', async () => {
  const { desk, next, kept } = await carriedDesk();
  const twin = await desk.call('library.save', { ...edited(kept, kept.text), id: null, version: 0 });
  await desk.call('library.merge', { keep: twin.id, retire: kept.id });
  expect((await stateOf(desk, next)).state).toBe('approved');
  await desk.call('library.save', edited(twin, 'Backups are taken every hour.'));
  expect((await stateOf(desk, next)).state).toBe('recalled');
});

it('recalls by an older version brought back, and gives approval back when the approved words return', async () => {
  const { desk, next, kept } = await carriedDesk();
  await desk.call('library.save', edited(kept, 'Backups are taken every hour.'));
  expect((await stateOf(desk, next)).state).toBe('recalled');
  await desk.call('library.restore', { id: kept.id, version: 1 });
  expect(await stateOf(desk, next)).toEqual({ state: 'approved', recalled: [] });
  await answer(desk, next, 'Backups are taken every minute.');
  await desk.call('library.restore', { id: kept.id, version: 2 });
  const { state, recalled } = await stateOf(desk, next);
  expect(state).toBe('recalled');
  expect(recalled[0]?.now).toContain('every hour');
});

it('gives approval back when the policy says again what was approved', async () => {
  const { desk, id } = await draftedDesk();
  await desk.call('answer.approve', { questionnaire: id, questions: ['Q1', 'Q2'] });
  await desk.call('questionnaire.finish', { id, accept: ['Q2'] });
  await addPolicy(desk, policy.replace('every day', 'every hour'));
  expect(await states(desk, id)).toEqual(['approved', 'recalled', 'needs-you']);
  await addPolicy(desk, policy);
  expect(await states(desk, id)).toEqual(['approved', 'approved', 'needs-you']);
  expect(await desk.call('policy.recalls', {})).toEqual({ library: [], answers: [] });
});

it('still holds a new answer against what another customer was told before a recall', async () => {
  const { desk, next, kept } = await carriedDesk();
  await desk.call('export.make', { id: next, includeDrafts: false });
  await desk.call('library.save', edited(kept, 'Backups are taken every hour.'));
  expect((await stateOf(desk, next)).state).toBe('recalled');
  const third = (await addForm(desk, [yesNo(1, 'Are backups taken every day?')], 'Hooli')).questionnaire.id;
  const key = { questionnaire: third, question: 'Q1' };
  const { version } = (await desk.call('answer.get', key)).row;
  await desk.call('answer.edit', { ...key, version, choice: 'No', text: 'Backups are not taken.' });
  await desk.call('answer.approve', { questionnaire: third, questions: ['Q1'] });
  const { findings } = await desk.call('export.check', { id: third, includeDrafts: false });
  expect(findings.map(finding => finding.text)).toContainEqual(
    expect.stringContaining('contradicts what Initech was told'),
  );
});
