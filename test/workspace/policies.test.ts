import { describe, expect, it } from 'vitest';
import { addForm, addPolicy, draftedDesk, openDesk, policy, rowOf, states, utf8 } from './stand-ins.ts';

const reworded = policy.replace('every day', 'every hour');

async function approvedDesk() {
  const { desk, id } = await draftedDesk();
  await desk.call('answer.approve', { questionnaire: id, questions: ['Q1', 'Q2'] });
  return { desk, id };
}

describe('importing policies', () => {
  it('takes the readable files and tells of a broken one', async () => {
    const desk = openDesk();
    const files = [desk.putFile('bad.docx', utf8('broken')), desk.putFile('policy.md', utf8(policy))].map(
      f => f.file,
    );
    const { imports } = await desk.call('policy.import', { files, scope: 'acme' });
    expect(imports.map(item => item.document?.passages ?? null)).toEqual([null, 3]);
    expect(imports[0]?.messages[0]?.text).toContain('bad.docx is damaged');
  });

  it('says what a second import changed, passage by passage', async () => {
    const desk = openDesk();
    await addPolicy(desk);
    const { diff } = await addPolicy(desk, `${reworded}\nLaptops are locked.`);
    expect(diff).toMatchObject({ unchanged: 2, removed: [] });
    expect(diff?.changed.map(({ was, now }) => [was.text, now.text])).toEqual([
      [
        'Backups are taken every day and restored twice a year.',
        'Backups are taken every hour and restored twice a year.',
      ],
    ]);
    expect(diff?.added.map(passage => passage.text)).toEqual(['Laptops are locked.']);
  });

  it('keeps scopes apart: the same file name in another scope is another policy', async () => {
    const desk = openDesk();
    await addPolicy(desk);
    await addPolicy(desk, policy, 'policy.md', 'umbrella');
    const { documents, scopes } = await desk.call('policy.list', {});
    expect(documents).toHaveLength(2);
    expect(scopes).toEqual(['acme', 'umbrella']);
  });
});

describe('recall', () => {
  it('recalls the approved answer that quoted what changed, and no other', async () => {
    const { desk, id } = await approvedDesk();
    const { recalled } = await addPolicy(desk, reworded);
    expect(recalled).toEqual({ library: [], answers: 1 });
    expect(await states(desk, id)).toEqual(['approved', 'recalled', 'needs-you']);
    const detail = await desk.call('answer.get', { questionnaire: id, question: 'Q2' });
    expect(detail.recalled).toEqual([
      {
        document: 'policy.md',
        was: 'Backups are taken every day and restored twice a year.',
        now: 'Backups are taken every hour and restored twice a year.',
      },
    ]);
  });

  it('writes no recalled answer into an export', async () => {
    const { desk, id } = await approvedDesk();
    await addPolicy(desk, reworded);
    const { receipt } = await desk.call('export.make', { id, includeDrafts: true });
    expect(receipt.written.map(({ value }) => value).join(' ')).not.toContain('Backups');
    const { findings } = await desk.call('export.check', { id, includeDrafts: true });
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'recalled', questionIds: ['Q2'] }));
  });

  it('ends when a person approves again, on the passage that stands there now', async () => {
    const { desk, id } = await approvedDesk();
    await addPolicy(desk, reworded);
    await desk.call('answer.approve', { questionnaire: id, questions: ['Q2'] });
    const detail = await desk.call('answer.get', { questionnaire: id, question: 'Q2' });
    expect(detail.row.state).toBe('approved');
    expect(detail.recalled).toEqual([]);
    expect(detail.draft?.citations[0]?.text).toContain('every hour');
    // The new passage is watched in its turn.
    await addPolicy(desk, policy.replace('every day', 'every week'));
    expect((await rowOf(desk, id, 'Q2')).state).toBe('recalled');
  });

  it('shows the newest wording when the policy changes twice before anybody looked', async () => {
    const { desk } = await approvedDesk();
    await addPolicy(desk, reworded);
    await addPolicy(desk, policy.replace('every day', 'every week'));
    const { answers } = await desk.call('policy.recalls', {});
    expect(answers.map(({ was, now }) => [was.includes('every day'), now?.includes('every week')])).toEqual([
      [true, true],
    ]);
  });

  it('recalls library answers, and answers that rest on them', async () => {
    const { desk, id } = await approvedDesk();
    await desk.call('questionnaire.finish', { id, accept: ['Q2'] });
    const { recalled } = await addPolicy(desk, reworded);
    expect(recalled.library).toHaveLength(1);
    const { library } = await desk.call('policy.recalls', {});
    expect(library[0]?.answer.state).toBe('recalled');
    const confirmed = await desk.call('library.confirm', { id: recalled.library[0] ?? '' });
    expect(confirmed).toMatchObject({ state: 'active', version: 1 });
    expect(confirmed.evidence[0]?.text).toContain('every hour');
    expect((await desk.call('policy.recalls', {})).library).toEqual([]);
  });

  it('recalls everything that quoted a policy when it is removed', async () => {
    const { desk, id } = await approvedDesk();
    const { documents } = await desk.call('policy.list', {});
    expect(await desk.call('policy.remove', { id: documents[0]?.id ?? '' })).toEqual({ recalled: 2 });
    expect(await states(desk, id)).toEqual(['recalled', 'recalled', 'needs-you']);
    const { answers } = await desk.call('policy.recalls', {});
    expect(answers.map(item => item.now)).toEqual([null, null]);
  });

  it('drafts anew what no person has looked at', async () => {
    const { desk, id } = await draftedDesk();
    await addPolicy(desk, reworded);
    expect(await rowOf(desk, id, 'Q2')).toMatchObject({ state: 'drafted' });
    expect((await rowOf(desk, id, 'Q2')).answer).toContain('every hour');
  });

  it('keeps an edited answer’s words and shows what changed beneath them', async () => {
    const { desk, id } = await draftedDesk();
    const { version } = await rowOf(desk, id, 'Q2');
    await desk.call('answer.edit', { questionnaire: id, question: 'Q2', version, text: 'Daily backups.' });
    await addPolicy(desk, reworded);
    const detail = await desk.call('answer.get', { questionnaire: id, question: 'Q2' });
    expect(detail.row).toMatchObject({ state: 'edited', answer: 'Daily backups.' });
    expect(detail.recalled).toHaveLength(1);
  });
});

describe('scope', () => {
  it('answers a questionnaire from its own scope alone', async () => {
    const desk = openDesk();
    await addPolicy(desk, policy, 'policy.md', 'umbrella');
    const { questionnaire } = await addForm(desk);
    await desk.call('questionnaire.draft', { id: questionnaire.id });
    expect(new Set(await states(desk, questionnaire.id))).toEqual(new Set(['needs-you']));
  });
});
