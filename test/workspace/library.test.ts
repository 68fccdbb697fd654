import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { addForm, addPolicy, draftedDesk, openDesk, questions, states, utf8, yesNo } from './stand-ins.ts';

async function finishedDesk() {
  const { desk, id } = await draftedDesk();
  await desk.call('answer.approve', { questionnaire: id, questions: ['Q1', 'Q2'] });
  await desk.call('questionnaire.finish', { id, accept: ['Q1', 'Q2'] });
  return { desk, id };
}

async function approveWith(
  desk: Workspace,
  customer: string,
  question: string,
  choice: string,
  text: string,
) {
  const { questionnaire } = await addForm(desk, [yesNo(1, question)], customer);
  const given = { questionnaire: questionnaire.id, question: 'Q1' };
  const { row } = await desk.call('answer.get', given);
  await desk.call('answer.edit', { ...given, version: row.version, choice, text });
  await desk.call('answer.approve', { questionnaire: questionnaire.id, questions: ['Q1'] });
  return questionnaire.id;
}

const save = (question: string, text: string, choice: string | null = null) => ({
  id: null,
  version: 0,
  question,
  choice,
  text,
  scope: null,
  owner: 'Grace Hopper',
  tags: ['data'],
  reviewBy: null,
});

describe('finishing', () => {
  it('offers approved answers only, and adds what is accepted with its evidence', async () => {
    const { desk, id } = await draftedDesk();
    await desk.call('answer.approve', { questionnaire: id, questions: ['Q1'] });
    const { candidates } = await desk.call('questionnaire.candidates', { id });
    expect(candidates.map(({ key, verdict }) => [key, verdict])).toEqual([['Q1', 'new']]);
    expect(await desk.call('questionnaire.finish', { id, accept: ['Q1', 'Q2'] })).toMatchObject({
      added: 1,
      replaced: 0,
    });
    const { answers } = await desk.call('library.search', { text: 'encrypted' });
    expect(answers).toMatchObject([
      { scope: 'acme', source: 'form.xlsx (Globex)', reviewBy: '2027-01-05', version: 1 },
    ]);
    expect(answers[0]?.evidence.map(item => item.document)).toEqual(['policy.md']);
  });

  it('tells a new wording from a contradiction and from the same again', async () => {
    const { desk } = await finishedDesk();
    const verdict = async (choice: string, text: string) => {
      const id = await approveWith(desk, 'Initech', 'Are backups taken every day?', choice, text);
      return (await desk.call('questionnaire.candidates', { id })).candidates[0]?.verdict;
    };
    expect(await verdict('Yes', 'Backups are taken every day and restored twice a year.')).toBe('duplicate');
    expect(await verdict('Yes', 'Backups happen nightly.')).toBe('replaces');
    expect(await verdict('No', 'Backups are not taken.')).toBe('contradicts');
  });

  it('makes a replacing answer the newest version and keeps the old one in the history', async () => {
    const { desk } = await finishedDesk();
    const id = await approveWith(
      desk,
      'Initech',
      'Are backups taken every day?',
      'Yes',
      'Backups happen nightly.',
    );
    expect(await desk.call('questionnaire.finish', { id, accept: ['Q1'] })).toMatchObject({
      added: 0,
      replaced: 1,
    });
    const { answers } = await desk.call('library.search', { text: 'backups' });
    expect(answers).toMatchObject([{ text: 'Backups happen nightly.', version: 2 }]);
    const { versions } = await desk.call('library.history', { id: answers[0]?.id ?? '' });
    expect(versions.map(version => version.version)).toEqual([2, 1]);
    const restored = await desk.call('library.restore', { id: answers[0]?.id ?? '', version: 1 });
    expect(restored).toMatchObject({
      version: 3,
      text: 'Backups are taken every day and restored twice a year.',
    });
  });
});

describe('the next file of the same form', () => {
  it('is recognised, carries last time’s approved answers as drafts, and approves none', async () => {
    const { desk, id } = await finishedDesk();
    const next = await addForm(desk, questions, 'Initech');
    expect(next.known).toMatchObject({ questionnaireId: id, file: 'form.xlsx' });
    expect(await states(desk, next.questionnaire.id)).toEqual(['drafted', 'drafted', 'empty']);
    const detail = await desk.call('answer.get', { questionnaire: next.questionnaire.id, question: 'Q1' });
    expect(detail.draft?.citations[0]).toMatchObject({ source: 'library', question: questions[0]?.text });
  });

  it('marks what is new in it', async () => {
    const { desk } = await finishedDesk();
    const asked = [...questions, yesNo(4, 'Is there a bug bounty?')];
    const { questionnaire } = await addForm(desk, asked, 'Initech', 'form-2.xlsx');
    const { rows } = await desk.call('questionnaire.get', { id: questionnaire.id });
    expect(rows.map(row => row.changed)).toEqual([false, false, false, true]);
  });

  it('is read the way a person taught', async () => {
    const { desk, id } = await draftedDesk();
    const mapping = { corrections: [{ region: 'text', dropRows: [3] }] };
    const corrected = await desk.call('questionnaire.correct', { id, mapping });
    expect(corrected.questionnaire.questions).toBe(2);
    const next = await addForm(desk, questions, 'Initech');
    expect(next.questionnaire.questions).toBe(2);
    expect((await desk.call('questionnaire.regions', { id: next.questionnaire.id })).mapping).toEqual(
      mapping,
    );
  });

  it('gives back an answer whose question was left out by a wrong click', async () => {
    const { desk, id } = await draftedDesk();
    await desk.call('answer.approve', { questionnaire: id, questions: ['Q2'] });
    const drop = { corrections: [{ region: 'text', dropRows: [2] }] };
    await desk.call('questionnaire.correct', { id, mapping: drop });
    await desk.call('questionnaire.correct', { id, mapping: { corrections: [] } });
    expect(await states(desk, id)).toEqual(['drafted', 'approved', 'needs-you']);
  });
});

describe('carrying over', () => {
  it('brings a nearly same question’s answer with the difference shown, into open answers only', async () => {
    const { desk, id } = await finishedDesk();
    const asked = [
      yesNo(7, 'Are full backups taken every day?'),
      yesNo(8, 'Is customer data encrypted at rest?'),
    ];
    const { questionnaire } = await addForm(desk, asked, 'Initech', 'other.xlsx');
    const key = { questionnaire: questionnaire.id, question: 'Q8' };
    const { row } = await desk.call('answer.get', key);
    await desk.call('answer.edit', { ...key, version: row.version, text: 'Mine.' });
    const { carried } = await desk.call('questionnaire.carry', { id: questionnaire.id, from: id });
    expect(carried).toMatchObject([
      {
        question: 'Q7',
        was: 'Are backups taken every day?',
        now: 'Are full backups taken every day?',
        same: false,
      },
    ]);
  });
});

describe('curation', () => {
  it('finds by the first letters of words and filters', async () => {
    const desk = openDesk();
    await desk.call('library.save', save('Is data encrypted?', 'AES-256 everywhere.'));
    await desk.call('library.save', {
      ...save('Who is the DPO?', 'Marie.'),
      owner: 'Marie Curie',
      tags: ['privacy'],
    });
    const found = async (filter: object) => {
      const { answers } = await desk.call('library.search', { text: '', ...filter });
      return answers.map(answer => answer.question);
    };
    expect(await found({ text: 'encr aes' })).toEqual(['Is data encrypted?']);
    expect(await found({ owner: 'Marie Curie' })).toEqual(['Who is the DPO?']);
    expect(await found({ tag: 'data' })).toEqual(['Is data encrypted?']);
    expect(await found({ text: '"); DROP TABLE library; --' })).toEqual([]);
  });

  it('lists due reviews, and confirming puts them off by a year', async () => {
    const desk = openDesk();
    const { id } = await desk.call('library.save', { ...save('Old?', 'Yes.'), reviewBy: '2025-12-31' });
    expect((await desk.call('library.search', { text: '', due: true })).total).toBe(1);
    expect(await desk.call('library.confirm', { id })).toMatchObject({ reviewBy: '2027-01-05' });
    expect((await desk.call('library.search', { text: '', due: true })).total).toBe(0);
  });

  it('refuses to save over a newer version', async () => {
    const desk = openDesk();
    const first = await desk.call('library.save', save('Old?', 'Yes.'));
    const edited = { ...save('Old?', 'No.'), id: first.id, version: first.version };
    await desk.call('library.save', edited);
    await expect(desk.call('library.save', edited)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('shows duplicates and contradictions until they are merged or kept', async () => {
    const desk = openDesk();
    const left = await desk.call(
      'library.save',
      save('Are logs kept for a year?', 'Logs are kept for 90 days.', 'Yes'),
    );
    const right = await desk.call(
      'library.save',
      save('Are logs kept for a year?', 'Logs are kept for 30 days.', 'No'),
    );
    const conflicts = async () => (await desk.call('library.conflicts', {})).conflicts;
    expect((await conflicts()).map(conflict => conflict.kind)).toEqual(['contradiction']);
    await desk.call('library.keepBoth', { left: left.id, right: right.id });
    expect(await conflicts()).toEqual([]);
    // Worded anew, the pair is open again.
    await desk.call('library.save', {
      ...save('Are logs kept for a year?', 'Not logged.', 'No'),
      id: right.id,
      version: 1,
    });
    expect(await conflicts()).toHaveLength(1);
    await desk.call('library.merge', { keep: left.id, retire: right.id });
    expect(await conflicts()).toEqual([]);
    expect((await desk.call('library.search', { text: 'logs' })).answers.map(answer => answer.id)).toEqual([
      left.id,
    ]);
  });

  it('imports a completed questionnaire after showing what it is to the library', async () => {
    const { desk } = await finishedDesk();
    const [first, second] = questions.map(question => structuredClone(question));
    if (!first?.slots[0] || !second?.slots[0]) throw new Error('no slots');
    first.slots[0].value = 'No';
    second.slots[0].value = 'Yes';
    const file = desk.putFile('past.xlsx', utf8(JSON.stringify([first, second, questions[2]]))).file;
    const shown = await desk.call('library.import', { file, scope: 'acme' });
    expect(shown.candidates.map(({ verdict }) => verdict)).toEqual(['contradicts', 'replaces']);
    expect((await desk.call('workspace.info', {})).libraryAnswers).toBe(2);
    const accept = shown.candidates.slice(0, 1).map(candidate => candidate.key);
    expect(await desk.call('library.accept', { token: shown.token, accept })).toEqual({
      added: 0,
      replaced: 1,
    });
    await expect(desk.call('library.accept', { token: shown.token, accept })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('uses the library’s answer first and drops it when retired', async () => {
    const { desk } = await finishedDesk();
    await addPolicy(desk, 'Nothing of interest.', 'other.md');
    const { answers } = await desk.call('library.search', { text: 'encrypted' });
    await desk.call('library.retire', { id: answers[0]?.id ?? '' });
    const { questionnaire } = await addForm(
      desk,
      [yesNo(9, 'Is customer data encrypted at rest?')],
      'Hooli',
      'x.xlsx',
    );
    const detail = await desk.call('answer.get', { questionnaire: questionnaire.id, question: 'Q9' });
    expect(detail.library.map(evidence => evidence.id)).not.toContain(answers[0]?.id);
  });
});
