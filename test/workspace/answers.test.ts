import { describe, expect, it } from 'vitest';
import { machine } from '../../workspace/desk/desk.ts';
import { addForm, draftedDesk, openDesk, rowOf, states, yesNo } from './stand-ins.ts';

const edit = (questionnaire: string, question: string, version: number, text: string) => ({
  questionnaire,
  question,
  version,
  text,
});

describe('drafting', () => {
  it('drafts what the policies support and leaves the rest to a person, blank', async () => {
    const { desk, id } = await draftedDesk();
    expect(await states(desk, id)).toEqual(['drafted', 'drafted', 'needs-you']);
    expect(await rowOf(desk, id, 'Q3')).toMatchObject({ answer: '', choice: null });
  });

  it('never touches what a person approved, edited, rejected or set aside', async () => {
    const desk = openDesk();
    const asked = [1, 2, 3, 4].map(row => yesNo(row, `Is customer data encrypted at rest, part ${row}?`));
    const { questionnaire } = await addForm(desk, asked);
    const { id } = questionnaire;
    await desk.call('answer.edit', edit(id, 'Q1', 1, 'Ours.'));
    await desk.call('answer.edit', edit(id, 'Q2', 1, 'Approved words.'));
    await desk.call('answer.approve', { questionnaire: id, questions: ['Q2'] });
    await desk.call('answer.reject', { questionnaire: id, question: 'Q3', reason: 'wrong' });
    await desk.call('answer.exclude', { questionnaire: id, question: 'Q4', reason: 'not ours' });
    const before = (await desk.call('questionnaire.get', { id })).rows;
    const { file } = desk.putFile(
      'policy.md',
      new TextEncoder().encode('Customer data is encrypted at rest, every part.'),
    );
    await desk.call('policy.import', { files: [file], scope: 'acme' });
    const { rows } = await desk.call('questionnaire.draft', { id });
    expect(rows).toEqual(before);
    await desk.call('questionnaire.draft', { id, questions: ['Q1', 'Q2'] });
    expect((await desk.call('questionnaire.get', { id })).rows).toEqual(before);
  });

  it('drafts a rejected answer again when it is named', async () => {
    const { desk, id } = await draftedDesk();
    await desk.call('answer.reject', { questionnaire: id, question: 'Q1', reason: 'look again' });
    const { rows } = await desk.call('questionnaire.draft', { id, questions: ['Q1'] });
    expect(rows.map(row => row.state)).toEqual(['drafted']);
  });

  it('keeps what was drafted when it is stopped half-way', async () => {
    const { desk, id } = await draftedDesk();
    const stop = new AbortController();
    stop.abort();
    await expect(desk.call('questionnaire.draft', { id }, { signal: stop.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(await states(desk, id)).toEqual(['drafted', 'drafted', 'needs-you']);
  });
});

describe('approving', () => {
  it('is a person’s act: the machine’s own name is refused', async () => {
    const { desk, id } = await draftedDesk();
    const given = { questionnaire: id, questions: ['Q1'] };
    await expect(desk.call('answer.approve', given, { actor: machine })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await states(desk, id)).not.toContain('approved');
  });

  it('refuses an answer that has nothing in it', async () => {
    const { desk, id } = await draftedDesk();
    const given = { questionnaire: id, questions: ['Q3'] };
    await expect(desk.call('answer.approve', given)).rejects.toThrow('no answer here to approve');
  });

  it('approves in bulk what it can and leaves blank ones as they are', async () => {
    const { desk, id } = await draftedDesk();
    const { rows } = await desk.call('answer.approve', { questionnaire: id, questions: ['Q1', 'Q2', 'Q3'] });
    expect(rows.map(row => row.state)).toEqual(['approved', 'approved', 'needs-you']);
  });

  it('is taken back by editing the words', async () => {
    const { desk, id } = await draftedDesk();
    await desk.call('answer.approve', { questionnaire: id, questions: ['Q1'] });
    const { version } = await rowOf(desk, id, 'Q1');
    const { rows } = await desk.call('answer.edit', edit(id, 'Q1', version, 'Other words.'));
    expect(rows[0]).toMatchObject({ state: 'edited', answer: 'Other words.' });
  });
});

describe('editing', () => {
  it('refuses words written over a newer version, and keeps the newer ones', async () => {
    const { desk, id } = await draftedDesk();
    const { version } = await rowOf(desk, id, 'Q1');
    await desk.call('answer.edit', edit(id, 'Q1', version, 'First.'));
    await expect(desk.call('answer.edit', edit(id, 'Q1', version, 'Second.'))).rejects.toMatchObject({
      code: 'conflict',
      params: { read: version, stands: version + 1 },
    });
    expect((await rowOf(desk, id, 'Q1')).answer).toBe('First.');
  });

  it('takes a save sent twice, whose first answer was lost on the way, as done', async () => {
    const { desk, id } = await draftedDesk();
    const { version } = await rowOf(desk, id, 'Q1');
    await desk.call('answer.edit', edit(id, 'Q1', version, 'Sent twice.'));
    const { rows } = await desk.call('answer.edit', edit(id, 'Q1', version, 'Sent twice.'));
    expect(rows[0]).toMatchObject({ answer: 'Sent twice.', version: version + 1 });
  });

  it('changes nothing when the same words are saved again', async () => {
    const { desk, id } = await draftedDesk();
    const before = await rowOf(desk, id, 'Q1');
    const { rows } = await desk.call('answer.edit', edit(id, 'Q1', before.version, before.answer));
    expect(rows[0]).toEqual(before);
  });

  it('takes only a choice the file offers', async () => {
    const { desk, id } = await draftedDesk();
    const { version } = await rowOf(desk, id, 'Q1');
    const given = { questionnaire: id, question: 'Q1', version, choice: 'Perhaps' };
    await expect(desk.call('answer.edit', given)).rejects.toThrow('It offers: Yes, No, N/A');
  });

  it('swaps evidence in by passage id', async () => {
    const { desk, id } = await draftedDesk();
    const { documents } = await desk.call('policy.list', {});
    const { passages } = await desk.call('policy.passages', { id: documents[0]?.id ?? '' });
    const { version } = await rowOf(desk, id, 'Q1');
    const citations = [passages[2]?.id ?? ''];
    await desk.call('answer.edit', { questionnaire: id, question: 'Q1', version, citations });
    const detail = await desk.call('answer.get', { questionnaire: id, question: 'Q1' });
    expect(detail.draft?.citations.map(evidence => evidence.text)).toEqual([passages[2]?.text]);
  });
});

describe('setting aside', () => {
  it('excludes with the file’s own words for it, and never with words of ours', async () => {
    const { desk, id } = await draftedDesk();
    const { rows } = await desk.call('answer.exclude', {
      questionnaire: id,
      question: 'Q3',
      reason: 'no ships',
    });
    expect(rows[0]).toMatchObject({ state: 'not-applicable', choice: 'N/A', answer: '' });
  });

  it('reopens to what the answer was made of', async () => {
    const { desk, id } = await draftedDesk();
    await desk.call('answer.approve', { questionnaire: id, questions: ['Q1'] });
    await desk.call('answer.reopen', { questionnaire: id, questions: ['Q1'] });
    expect((await rowOf(desk, id, 'Q1')).state).toBe('drafted');
  });

  it('assigns, comments, and tells of both in the history', async () => {
    const { desk, id } = await draftedDesk();
    await desk.call('answer.assign', { questionnaire: id, questions: ['Q3'], assignee: 'Grace Hopper' });
    const detail = await desk.call('answer.comment', {
      questionnaire: id,
      question: 'Q3',
      text: 'Is this a joke?',
    });
    expect(detail.comments).toMatchObject([{ author: 'Ada Lovelace', text: 'Is this a joke?' }]);
    const { entries } = await desk.call('answer.history', { questionnaire: id, question: 'Q3' });
    expect(entries.map(entry => entry.action)).toEqual([
      'answer.commented',
      'answer.assigned',
      'answer.drafted',
    ]);
    expect(entries[1]).toMatchObject({ before: null, after: 'Grace Hopper', actor: 'Ada Lovelace' });
  });
});

describe('undo', () => {
  it('takes steps back one by one and does them again', async () => {
    const { desk, id } = await draftedDesk();
    const drafted = await rowOf(desk, id, 'Q1');
    await desk.call('answer.edit', edit(id, 'Q1', drafted.version, 'New.'));
    await desk.call('answer.approve', { questionnaire: id, questions: ['Q1', 'Q2'] });
    await desk.call('answer.undo', { questionnaire: id });
    expect(await states(desk, id)).toEqual(['edited', 'drafted', 'needs-you']);
    await desk.call('answer.undo', { questionnaire: id });
    expect(await rowOf(desk, id, 'Q1')).toMatchObject({ state: 'drafted', answer: drafted.answer });
    await desk.call('answer.redo', { questionnaire: id });
    await desk.call('answer.redo', { questionnaire: id });
    expect(await states(desk, id)).toEqual(['approved', 'approved', 'needs-you']);
    await expect(desk.call('answer.redo', { questionnaire: id })).rejects.toThrow('nothing to do again');
  });

  it('drops what could be done again once something else is done', async () => {
    const { desk, id } = await draftedDesk();
    await desk.call('answer.approve', { questionnaire: id, questions: ['Q1'] });
    await desk.call('answer.undo', { questionnaire: id });
    await desk.call('answer.approve', { questionnaire: id, questions: ['Q2'] });
    await expect(desk.call('answer.redo', { questionnaire: id })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('leaves an answer alone that changed since', async () => {
    const { desk, id } = await draftedDesk();
    await desk.call('answer.reject', { questionnaire: id, question: 'Q1', reason: 'no' });
    await desk.call('questionnaire.draft', { id, questions: ['Q1'] });
    await expect(desk.call('answer.undo', { questionnaire: id })).rejects.toThrow('changed since that step');
    expect((await rowOf(desk, id, 'Q1')).state).toBe('drafted');
  });
});

describe('the trail', () => {
  it('tells each state change in the order it happened, and joins a burst of typing', async () => {
    const { desk, id } = await draftedDesk();
    let { version } = await rowOf(desk, id, 'Q3');
    for (const text of ['W', 'We', 'We do not.']) {
      version = (await desk.call('answer.edit', edit(id, 'Q3', version, text))).rows[0]?.version ?? 0;
    }
    await desk.call('answer.approve', { questionnaire: id, questions: ['Q3'] });
    const { entries } = await desk.call('activity.list', { questionnaire: id, limit: 2 + 2 });
    expect(entries.map(({ action, before, after }) => [action, before, after])).toEqual([
      ['answer.approved', 'edited', 'approved'],
      ['answer.edited', '', 'We do not.'],
    ]);
  });
});
