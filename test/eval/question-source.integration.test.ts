// A label's question is somebody else's sentence, kept as a place and a digest: these tests say that the
// sentence comes back from every kind of file the labelled questionnaires are, and never another one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDocx, p } from '../support/build-docx.ts';
import { oneSheet } from '../support/make-package.ts';
import { questionAt, referQuestion, sectionAt } from './question-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'vouch-questions-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  const sheet = `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="3"/><c r="C1" t="str"><f>D1</f><v xml:space="preserve"> Is it &lt; 5 days?*</v></c></row>
    <row r="2"><c r="A2" t="inlineStr"><is><r><t>Do you </t></r><r><t xml:space="preserve">test backups?</t></r></is></c></row></sheetData>`;
  const strings = '<si><t>Human Resources\nTraining</t></si>';
  writeFileSync(join(folder, 'book.xlsx'), oneSheet(sheet, { strings }));
  writeFileSync(join(folder, 'form.docx'), buildDocx(p('Security') + p('Who has keys? Who changes them?')));
  writeFileSync(
    join(folder, 'form.csv'),
    '\uFEFFTopic,Question\r\nBackup,"Do you keep ""cold"", old\ncopies?"\r\n',
  );
});

describe('a question is read back from', () => {
  const cell = (address: string) => ({ file: 'book.xlsx', sheet: 'Sheet', cell: address });
  test.each([
    ['a cell with a formula, as last calculated', cell('C1'), 'Is it < 5 days?*'],
    ['a cell with its text inline, in two runs', cell('A2'), 'Do you test backups?'],
    ['a shared string, on one line', cell('A1'), 'Human Resources Training'],
    ['a paragraph', { file: 'form.docx', paragraph: 1 }, 'Who has keys? Who changes them?'],
    ['a quoted CSV cell', { file: 'form.csv', cell: 'B2' }, 'Do you keep "cold", old copies?'],
  ])('%s', (_, place, words) => {
    const reference = referQuestion(folder, place);
    expect(questionAt(folder, reference)).toBe(words);
    expect(JSON.stringify(reference)).not.toContain(words);
  });

  test('a part of a paragraph', () => {
    const reference = referQuestion(folder, { file: 'form.docx', paragraph: 1 }, 'Who changes them?');
    expect(questionAt(folder, reference)).toBe('Who changes them?');
  });
});

test('a heading of two lines reads as a path', () => {
  const reference = referQuestion(folder, { file: 'book.xlsx', sheet: 'Sheet', cell: 'A1' });
  expect(sectionAt(folder, reference)).toBe('Human Resources / Training');
});

test('another sentence at the place is refused', () => {
  const reference = referQuestion(folder, { file: 'form.docx', paragraph: 1 });
  expect(() => questionAt(folder, { ...reference, paragraph: 0 })).toThrow('not found: form.docx');
  expect(() => questionAt(folder, { ...reference, paragraph: 7 })).toThrow('no such place');
  expect(() => referQuestion(folder, { file: 'form.csv', cell: 'B2' }, 'Do you keep hot copies?')).toThrow(
    'not found',
  );
});
