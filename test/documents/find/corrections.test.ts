// A person's corrections override what was found, and the form is recognised again whatever was answered in it.
import { describe, expect, it } from 'vitest';
import type { RegionCorrection } from '../../../contract/questionnaire.ts';
import { findQuestions } from '../../../documents/find/find-questions.ts';
import { buildDocument, type DocumentDescription, type Words } from './build-document.ts';
import { sayQuestions } from './say-questions.ts';

const rows: Words[][] = [
  ['No.', 'Question', 'Answer', 'Comment', 'Reviewer remarks'],
  ['1', 'Is data encrypted at rest?'],
  ['2', 'Are keys rotated?'],
  ['3', 'Is access reviewed?'],
];
const form = (changed: Words[][] = rows): DocumentDescription => ({
  format: 'xlsx',
  sheets: [
    { name: 'Form', rows: changed, lists: [{ at: 'C2:C4', options: ['Yes', 'No'] }] },
    {
      name: 'Other',
      rows: [
        ['Topic', 'Owner'],
        ['Encryption of backups', 'IT'],
        ['Rotation of keys', 'IT'],
      ],
    },
  ],
});
const find = (correction: RegionCorrection) =>
  findQuestions(buildDocument(form()), { corrections: [correction] });

describe('corrections', () => {
  it('gives a column another role', () => {
    const found = find({ region: 'sheet:Form#1', columns: [{ column: 4, role: 'ignore' }] });
    expect(sayQuestions(found)[0]).toBe('B2 #1 -> choice C2 (Yes|No)');
  });

  it('makes a column a mark for the option a person names', () => {
    const found = find({ region: 'sheet:Form#1', columns: [{ column: 4, role: 'mark', option: 'Done' }] });
    expect(found.questions[0]?.slots.at(1)).toMatchObject({ role: 'mark', option: 'Done' });
  });

  it('leaves a sheet out', () => {
    const found = find({ region: 'sheet:Form#1', included: false });
    expect(found.questions).toEqual([]);
    expect(found.regions[0]).toMatchObject({ included: false, questions: 0, confidence: 1 });
  });

  it('takes a sheet in by its question and answer columns', () => {
    const columns = [
      { column: 1, role: 'question' as const },
      { column: 3, role: 'text' as const },
    ];
    const found = find({ region: 'sheet:Other#1', columns, headerRow: 1 });
    const other = found.questions.filter(one => 'sheet' in one.at && one.at.sheet === 'Other');
    expect(other.map(one => one.text)).toEqual(['Encryption of backups', 'Rotation of keys']);
    expect(other[0]?.slots).toEqual([
      { role: 'text', at: { sheet: 'Other', cell: 'C2' }, purpose: 'answer' },
    ]);
  });

  it('drops and adds rows', () => {
    const found = find({ region: 'sheet:Form#1', dropRows: [3], addRows: [1] });
    expect(found.questions.map(one => one.text)).toEqual([
      'Question',
      'Is data encrypted at rest?',
      'Is access reviewed?',
    ]);
  });

  it('starts below the header row a person names', () => {
    const found = find({ region: 'sheet:Form#1', headerRow: 2, included: true });
    expect(found.regions[0]?.headerRows).toEqual([2]);
    expect(found.questions.map(one => one.text)).not.toContain('Is data encrypted at rest?');
  });
});

describe('fingerprint', () => {
  const print = (changed?: Words[][]) => findQuestions(buildDocument(form(changed))).fingerprint;

  it('is the same whatever was answered', () => {
    const answered = rows.map((row, at) => (at === 0 ? row : [...row, 'Yes', `Our note ${at}`]));
    expect(print(answered)).toBe(print());
  });

  it('differs when a question or a header differs', () => {
    expect(print([...rows.slice(0, 3), ['3', 'Is access logged?']])).not.toBe(print());
    expect(
      print([['No.', 'Question', 'Response', 'Comment', 'Reviewer remarks'], ...rows.slice(1)]),
    ).not.toBe(print());
  });
});

describe('size', () => {
  it('keeps to the grid however far a merge or a list reaches', () => {
    const document = buildDocument(form());
    const grid = document.grids[0];
    if (!grid) throw new Error('The form has a sheet.');
    grid.merges.push({ top: 6, left: 1, bottom: 1_048_576, right: 16_384 });
    grid.validations.push({
      rects: [{ top: 1, left: 1, bottom: 1_048_576, right: 16_384 }],
      kind: 'none',
      options: null,
      promptTitle: null,
      prompt: 'Anything',
      errorTitle: null,
      error: null,
      maxLength: null,
    });
    grid.rows = 1_048_576;
    grid.columns = 16_384;
    expect(findQuestions(document).questions).toHaveLength(3);
  });
});
