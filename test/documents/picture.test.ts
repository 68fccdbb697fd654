// The picture of a sheet shows what a person sees there, and what the finder takes each cell for.
import { describe, expect, it } from 'vitest';
import { picture } from '../../contract/review.ts';
import { findQuestions } from '../../documents/find/find-questions.ts';
import { pictureOf } from '../../documents/picture.ts';
import { gridCell } from '../../renderer/parts/sheet-cells.ts';
import { buildDocx, p, tbl, tc } from '../support/build-docx.ts';
import { readQuietly } from '../support/read-file.ts';
import { buildDocument } from './find/build-document.ts';

const document = buildDocument({
  format: 'xlsx',
  sheets: [
    {
      name: 'Form',
      rows: [
        ['Supplier form'],
        ['Topic', 'Question', 'Answer', 'Comment'],
        ['Access', 'Is access reviewed?'],
        ['', 'Is access logged?'],
      ],
      merges: ['A1:D1', 'A3:A4'],
      lists: [{ at: 'C3:C4', options: ['Yes', 'No'] }],
      bold: ['A2:D2'],
      fill: { 'A2:D2': 'DDDDDD' },
      hiddenRows: [[4, 4]],
    },
  ],
});
const found = findQuestions(document);

describe('picture of a sheet', () => {
  it('says the role of every cell, and which are drop-downs', () => {
    const drawn = pictureOf(document, found, 'sheet:Form#1', 1, 10);
    const at = (row: number, column: number) =>
      drawn?.cells.find(one => one.row === row && one.column === column);
    expect(() => picture.parse(drawn)).not.toThrow();
    expect(at(3, 2)).toMatchObject({ role: 'question', text: 'Is access reviewed?', list: false });
    expect(at(3, 3)).toMatchObject({ role: 'choice', list: true });
    expect(at(2, 1)).toMatchObject({ role: null, bold: true, fill: 'DDDDDD' });
    expect(drawn?.rows.map(one => one.hidden)).toEqual([false, false, false, true]);
  });

  it('takes no row for a question that asks nothing, though it has words in the column of questions', () => {
    const sheet = buildDocument({
      format: 'xlsx',
      sheets: [
        {
          name: 'Form',
          rows: [
            ['', 'Answer all that apply to you'],
            ['Topic', 'Question', 'Answer'],
            ['', 'Section one'],
            ['Access', 'Is access reviewed?', ''],
            ['Access', 'Is access logged?', ''],
          ],
          lists: [{ at: 'C4:C5', options: ['Yes', 'No'] }],
          bold: ['A2:C3'],
        },
      ],
    });
    const drawn = pictureOf(sheet, findQuestions(sheet), 'sheet:Form#1', 1, 10);
    const asking = drawn?.cells.filter(one => one.role === 'question').map(one => one.row);
    expect(asking).toEqual([4, 5]);
  });

  it('draws a merge once, from its first cell in sight', () => {
    const all = pictureOf(document, found, 'sheet:Form#1', 1, 10);
    expect(all?.cells.find(one => one.row === 1)).toMatchObject({ column: 1, columnSpan: 4, rowSpan: 1 });
    const below = pictureOf(document, found, 'sheet:Form#1', 4, 1);
    expect(below?.cells.find(one => one.column === 1)).toMatchObject({ row: 4, rowSpan: 1, text: 'Access' });
  });

  it('has no picture of running text or of a part that does not exist', () => {
    expect(pictureOf(document, found, 'text', 1, 5)).toBeNull();
    expect(pictureOf(document, found, 'sheet:Nowhere#1', 1, 5)).toBeNull();
  });
});

describe('picture of a Word table', () => {
  it('has an answer where its cell stands, also beside a merged one', async () => {
    const wide = (text: string) => tc(p(text), '<w:gridSpan w:val="2"/>');
    const bytes = buildDocx(
      tbl(
        [wide('Question'), tc(p('Answer'))],
        [wide('Is access reviewed every quarter?'), tc(p(''))],
        [wide('Is access logged and kept for a year?'), tc(p(''))],
      ),
    );
    const word = await readQuietly(bytes, 'form.docx');
    const form = findQuestions(word);
    const drawn = pictureOf(word, form, form.regions[0]?.id ?? '', 1, 10);
    expect(() => picture.parse(drawn)).not.toThrow();
    const answers = form.questions.flatMap(({ slots }) => slots.map(slot => gridCell(slot.at, drawn)));
    expect(answers).toEqual([
      { row: 2, column: 3 },
      { row: 3, column: 3 },
    ]);
  });
});
