import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { type AuthoredSheet, writeWorkbook } from '../../../documents/authored/write-workbook.ts';

async function reopen(sheets: AuthoredSheet[]): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await writeWorkbook(sheets)).buffer as ArrayBuffer);
  return book;
}

test('rows come back as written, under a bold frozen header', async () => {
  const book = await reopen([
    { name: 'Library', columns: ['Question', 'Answer'], rows: [['Do you?', 'Yes\nWe do']] },
  ]);
  const sheet = book.getWorksheet('Library');
  expect(sheet?.getCell('A2').value).toBe('Do you?');
  expect(sheet?.getCell('B2').value).toBe('Yes\nWe do');
  expect(sheet?.getCell('A1').font.bold).toBe(true);
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
});

test('a value that looks like a formula stays text', async () => {
  const values = ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x.test")'];
  const book = await reopen([{ name: 'S', columns: ['v'], rows: values.map(value => [value]) }]);
  const cells = values.map((_, index) => book.getWorksheet('S')?.getCell(index + 2, 1));
  expect(cells.map(cell => cell?.value)).toEqual(values);
  expect(cells.every(cell => cell?.type === ExcelJS.ValueType.String)).toBe(true);
});

test('forbidden characters, long text and clashing sheet names do not break the file', async () => {
  const book = await reopen([
    { name: 'A/B: [x]', columns: ['v'], rows: [['a\u0000b\u000bc'], ['x'.repeat(40_000)]] },
    { name: 'a b   x', columns: ['v'], rows: [] },
    { name: 'A B   X', columns: [], rows: [] },
  ]);
  expect(book.worksheets).toHaveLength(3);
  expect(book.worksheets[0]?.getCell('A2').value).toBe('abc');
  expect(String(book.worksheets[0]?.getCell('A3').value)).toHaveLength(32_767);
});
