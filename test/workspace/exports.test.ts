import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../contract/fill.ts';
import type { Question } from '../../contract/questionnaire.ts';
import { lacksRoom } from '../../workspace/exports/companion.ts';
import { entriesOf, markOf } from '../../workspace/exports/entries.ts';
import { leaksIn } from '../../workspace/exports/leaks.ts';
import { openWorkspace } from '../../workspace/open-workspace.ts';
import { addForm, draftedDesk, openDesk, rowOf, standInRooms, yesNo } from './stand-ins.ts';

const given = (choice: string | null, text = '', slotValues: Record<string, string> = {}) => ({
  choice,
  text,
  slotValues,
});
const marks = (row: number, values: (string | undefined)[] = []): Question => ({
  ...yesNo(row, `Marked ${row}?`),
  slots: ['Yes', 'No'].map((option, at) => ({
    role: 'mark' as const,
    at: { sheet: 'S', cell: `${'BC'[at]}${row}` },
    option,
    ...(values[at] === undefined ? {} : { value: values[at] }),
  })),
});
const cells = (question: Question, answer: ReturnType<typeof given>, mark = 'x') =>
  entriesOf([{ question, given: answer }], mark).entries.map(({ at, value }) => [
    'cell' in at ? at.cell : '',
    value,
  ]);

describe('answers beside the file', () => {
  const at = { page: 1, line: 2 };
  const question = { ...yesNo(2, 'Q?'), slots: [{ role: 'text' as const, at }] };
  const answered = [{ question, given: given(null, 'Because.') }];
  const entries = entriesOf(answered, 'x');
  const counts = { validations: 0, formulas: 0, merges: 0, protectedSheets: 0, controls: 0 };
  const receipt = (
    format: string,
    written: Receipt['written'],
    refused: Receipt['refused'] = [],
  ): Receipt => ({
    format,
    originalSha256: '',
    filledSha256: '',
    partsUnchanged: [],
    partsChanged: [],
    written,
    refused,
    before: counts,
    after: counts,
    holds: true,
  });

  it('are made when a page has no room for one of them, and only then', () => {
    const stands = [{ at, value: 'Because.' }];
    expect(lacksRoom(answered, entries, receipt('pdf', stands))).toBe(false);
    const refused = [{ at, value: 'Because.', code: 'no-room', reason: 'No room.' }];
    expect(lacksRoom(answered, entries, receipt('pdf', [], refused))).toBe(true);
    const nowhere = { question: { ...question, id: 'other', slots: [] }, given: given(null, 'So.') };
    expect(lacksRoom([...answered, nowhere], entries, receipt('docx', stands))).toBe(true);
    expect(lacksRoom([...answered, nowhere], entries, receipt('xlsx', stands))).toBe(false);
    expect(lacksRoom([nowhere], entriesOf([nowhere], 'x'), receipt('xlsx', []))).toBe(true);
  });
});

describe('answers to cells', () => {
  it('writes the choice into the list and the words beside it', () => {
    expect(cells(yesNo(5, 'Q?'), given('Yes', 'Because.'))).toEqual([
      ['B5', 'Yes'],
      ['C5', 'Because.'],
    ]);
  });

  it('marks the column of the choice with the tick the file uses', () => {
    expect(cells(marks(5), given('No'), markOf([marks(1, ['✓'])]))).toEqual([['C5', '✓']]);
    expect(markOf([marks(1), marks(2, ['see below'])])).toBe('x');
  });

  it('takes a former tick away from the other column', () => {
    expect(cells(marks(5, ['x']), given('No'))).toEqual([
      ['C5', 'x'],
      ['B5', ''],
    ]);
  });

  it('lets a value set for one cell win, and leaves the others to the answer', () => {
    expect(cells(yesNo(5, 'Q?'), given('Yes', 'Because.', { '1': 'Own words.' }))).toEqual([
      ['C5', 'Own words.'],
      ['B5', 'Yes'],
    ]);
  });

  it('refuses words longer than the file takes, rather than cutting them', () => {
    const question = yesNo(5, 'Q?');
    question.slots[1] = { role: 'text', at: { sheet: 'S', cell: 'C5' }, purpose: 'comment', limit: 4 };
    const { entries, refused } = entriesOf([{ question, given: given(null, 'Too long.') }], 'x');
    expect(entries).toEqual([]);
    expect(refused).toMatchObject([{ code: 'too-long', questionId: 'Q5' }]);
  });

  it('tells of words that have no cell to go to', () => {
    const question = marks(5);
    expect(entriesOf([{ question, given: given(null, 'It depends.') }], 'x')).toEqual({
      entries: [],
      refused: [],
      unplaced: ['Q5'],
    });
  });

  it('writes a cell that two questions share once, and not at all when they disagree', () => {
    const [one, other] = [yesNo(5, 'One?'), { ...yesNo(5, 'Other?'), id: 'Q5b' }];
    const both = (a: string, b: string) =>
      entriesOf(
        [one, other].map((question, at) => ({ question, given: given(at === 0 ? a : b) })),
        'x',
      );
    expect(both('Yes', 'Yes').entries).toHaveLength(1);
    expect(both('Yes', 'No')).toMatchObject({ entries: [], refused: [{ code: 'two-answers' }] });
  });
});

describe('leaks', () => {
  const names = {
    customers: ['Initech', 'Umbrella Corp'],
    people: ['Grace Hopper'],
    comments: ['Ask legal before we promise this to anyone'],
  };

  it.each([
    ['We encrypt data [1].', 'citation marker'],
    ['We encrypt data (source: policy.md).', 'source note'],
    ['TODO check with ops', 'internal note'],
    ['[note: not sure] Yes.', 'internal note'],
    ['As agreed with Initech.', 'another customer'],
    ['Says grace hopper.', 'reviewer'],
    ['Well. Ask legal before we promise this to anyone.', 'comment'],
    ['See https://wiki.corp/page', 'internal link'],
  ])('finds what must not leave in: %s', (text, what) => {
    expect(
      leaksIn(text, names)
        .map(leak => leak.what)
        .join(),
    ).toContain(what);
  });

  it.each([
    'Data is encrypted with AES-256 (see our trust page).',
    'RTO is 4 h, RPO 1 h; tests run [quarterly].',
    'We review initechnology suppliers.',
    'ISO 27001:2022 [certified since 2021].',
  ])('lets plain answers pass: %s', text => {
    expect(leaksIn(text, names)).toEqual([]);
  });
});

describe('exporting', () => {
  it('writes approved answers only, unless drafts are asked for', async () => {
    const { desk, id } = await draftedDesk();
    await desk.call('answer.approve', { questionnaire: id, questions: ['Q1'] });
    const rows = async (includeDrafts: boolean) => {
      const { receipt } = await desk.call('export.make', { id, includeDrafts });
      return receipt.written.map(({ at }) => ('cell' in at ? at.cell : ''));
    };
    expect(await rows(false)).toEqual(['B1', 'C1']);
    expect(await rows(true)).toEqual(['B1', 'C1', 'B2', 'C2']);
  });

  it('puts nothing of ours into the customer’s cells', async () => {
    const { desk, id } = await draftedDesk();
    const { receipt } = await desk.call('export.make', { id, includeDrafts: true });
    expect(receipt.written.map(({ value }) => value)).toEqual([
      'Yes',
      'Customer data is encrypted at rest with strong encryption.',
      'Yes',
      'Backups are taken every day and restored twice a year.',
    ]);
  });

  it('makes file, receipt, register and response, and notes the export', async () => {
    const { desk, id } = await draftedDesk();
    await desk.call('answer.approve', { questionnaire: id, questions: ['Q1'] });
    const { files } = await desk.call('export.make', {
      id,
      includeDrafts: false,
      register: true,
      response: true,
    });
    expect(files.map(({ kind, name }) => [kind, name])).toEqual([
      ['filled', 'form (answered).xlsx'],
      ['receipt', 'form (receipt).json'],
      ['register', 'form (register).xlsx'],
      ['response', 'form (response).docx'],
    ]);
    expect(desk.takeFile(files[0]?.file ?? '')?.bytes.byteLength).toBe(files[0]?.size);
    expect((await desk.call('questionnaire.list', {})).items[0]?.exportedAt).not.toBeNull();
  });

  it('makes a register and a response from which a library takes what was approved, and nothing else', async () => {
    const { desk, id } = await draftedDesk();
    await desk.call('answer.approve', { questionnaire: id, questions: ['Q1'] });

    const { question, text } = await desk.call('answer.get', { questionnaire: id, question: 'Q1' });
    await desk.call('settings.set', { sourcesInExport: true });
    const made = await desk.call('export.make', { id, includeDrafts: false, register: true, response: true });
    const library = openWorkspace({ location: ':memory:', host: 'web', actor: 'Ada Lovelace' });
    for (const { kind, file } of made.files) {
      const taken = desk.takeFile(file);
      if (!taken || (kind !== 'register' && kind !== 'response')) continue;
      const { candidates } = await library.call('library.import', {
        file: library.putFile(taken.name, taken.bytes).file,
        scope: null,
      });
      expect(
        candidates.map(one => [one.question, one.choice, one.text]),
        kind,
      ).toEqual([[question.text, 'Yes', text]]);
    }
    library.close();
  });

  it('makes no file and notes no export when the receipt does not hold', async () => {
    const fill: typeof standInRooms.fill = async (...args) => {
      const outcome = await standInRooms.fill(...args);
      return outcome.ok
        ? { ...outcome, value: { ...outcome.value, receipt: { ...outcome.value.receipt, holds: false } } }
        : outcome;
    };
    const { desk, id } = await draftedDesk({ rooms: { ...standInRooms, fill } });
    await expect(desk.call('export.make', { id, includeDrafts: true })).rejects.toMatchObject({
      code: 'fill-refused',
    });
    expect((await desk.call('questionnaire.list', {})).items[0]?.exportedAt).toBeNull();
  });
});

describe('the check before an export', () => {
  const kinds = (findings: { kind: string; questionIds: string[] }[]) =>
    findings.map(({ kind, questionIds }) => [kind, questionIds.join()]);

  it('lists what is not approved and what is not answered', async () => {
    const { desk, id } = await draftedDesk();
    await desk.call('answer.approve', { questionnaire: id, questions: ['Q1'] });
    const { findings, answers, slots } = await desk.call('export.check', { id, includeDrafts: false });
    expect(kinds(findings)).toEqual([
      ['unapproved', 'Q2'],
      ['unanswered', 'Q3'],
    ]);
    expect([answers, slots]).toEqual([1, 2]);
  });

  it('finds two answers of the file that contradict each other, and leaks', async () => {
    const desk = openDesk();
    await addForm(desk, [yesNo(1, 'Something else?')], 'Initech');
    const asked = [
      yesNo(12, 'Are access logs kept for a year?'),
      yesNo(87, 'Are access logs kept for one year?'),
    ];
    const { questionnaire } = await addForm(desk, asked, 'Globex', 'other.xlsx');
    const { id } = questionnaire;
    for (const [question, choice, text] of [
      ['Q12', 'Yes', 'Logs are kept for a year, as for Initech.'],
      ['Q87', 'No', 'Globex need not ask.'],
    ] as const) {
      const { version } = await rowOf(desk, id, question);
      await desk.call('answer.edit', { questionnaire: id, question, version, choice, text });
    }
    await desk.call('answer.approve', { questionnaire: id, questions: ['Q12', 'Q87'] });
    const { findings } = await desk.call('export.check', { id, includeDrafts: false });
    expect(kinds(findings)).toEqual([
      ['contradiction', 'Q12,Q87'],
      ['leak', 'Q12'],
    ]);
  });
});
