import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FillEntry } from '../../../contract/fill.ts';
import { fillDocument, readDocument } from '../../../documents/registry.ts';
import { fill, firstGrid, must, texts } from '../../support/read-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const put = (row: number, column: number, value: string): FillEntry => ({
  at: { row, column },
  role: 'text',
  value,
});
const read = async (text: string) => texts(await firstGrid(utf8(text), 'file.csv'));
const filled = async (text: string, ...entries: FillEntry[]) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode((await fill(utf8(text), entries, 'file.csv')).bytes);

test.each([
  ['comma', 'a,b,c\n1,2,3\n'],
  ['semicolon with decimal commas', 'a;b;c\n1,5;2,5;3,5\n'],
  ['tab', 'a\tb\tc\n1,x\t2\t3\n'],
  ['bar', 'a|b|c\n1|2, and more|3\n'],
])('fields split by %s are told apart', async (_, text) => {
  const grid = await firstGrid(utf8(text), 'file.csv');
  expect([grid.rows, grid.columns]).toEqual([2, 3]);
});

test('quotes, doubled quotes, delimiters and line ends inside quotes belong to the field', async () => {
  expect(await read('"a ""b"", c","two\r\nlines"\r\nplain "q" text,x')).toEqual({
    A1: 'a "b", c',
    B1: 'two\nlines',
    A2: 'plain "q" text',
    B2: 'x',
  });
});

test('blank lines and empty fields keep their numbers', async () => {
  expect(await read('a,b\n\n,c,\n')).toEqual({ A1: 'a', B1: 'b', B3: 'c' });
  expect((await firstGrid(utf8('a,b\n\n,c,\n'), 'file.csv')).cells).toHaveLength(6);
});

test("Excel's hint about the delimiter is followed and is no row", async () => {
  expect(await read('sep=;\na;b,c\n')).toEqual({ A1: 'a', B1: 'b,c' });
});

test('a quote that is never closed is a message, and the rows after it are still rows', async () => {
  const outcome = await readDocument(utf8('a,b\nx,"open\ny,z\n'), 'file.csv');
  expect(outcome.messages.map(({ code, at }) => [code, at])).toEqual([['open-quote', { row: 2, column: 1 }]]);
  const grid = must(outcome).grids[0];
  expect(grid && texts(grid)).toEqual({ A1: 'a', B1: 'b', A2: 'x', B2: '"open', A3: 'y', B3: 'z' });
});

test('Windows-1252 and UTF-16 are read, and a guess is told', async () => {
  const western = await readDocument(Uint8Array.from([0x4d, 0xe4, 0x72, 0x7a, 0x2c, 0x80]), 'file.csv');
  expect(western.messages.map(({ code }) => code)).toEqual(['encoding-guessed']);
  const grid = must(western).grids[0];
  expect(grid && texts(grid)).toEqual({ A1: 'März', B1: '€' });
  for (const lead of ['', '\ufeff']) {
    const bytes = new Uint8Array(Buffer.from(`${lead}question,answer\nGröße?,\n`, 'utf16le'));
    expect(texts(await firstGrid(bytes, 'file.csv'))).toEqual({ A1: 'question', B1: 'answer', A2: 'Größe?' });
  }
});

test('only the answered fields change; quoting, line ends and the mark at the start stay', async () => {
  expect(await filled('\ufeff"q","a"\r\none,\nthree,"old"\r', put(2, 2, 'yes'), put(3, 2, 'new'))).toBe(
    '\ufeff"q","a"\r\none,yes\nthree,"new"\r',
  );
});

test('answers are quoted when they must be', async () => {
  expect(
    await filled(
      'a;b\nx;\ny;\nz;\n',
      put(2, 2, 'one; two'),
      put(3, 2, 'say "no"'),
      put(4, 2, 'two\r\nlines'),
    ),
  ).toBe('a;b\nx;"one; two"\ny;"say ""no"""\nz;"two\nlines"\n');
});

test('short rows are lengthened up to the answer', async () => {
  expect(await filled('q,a,b,c\nx\n\n', put(2, 2, 'p'), put(2, 4, 'r'), put(3, 3, 's'))).toBe(
    'q,a,b,c\nx,p,,r\n,,s\n',
  );
});

test('an answer that a spreadsheet would run is guarded, and told', async () => {
  const outcome = await fillDocument(utf8('q,a\nx,\ny,\nz,\n'), 'file.csv', [
    put(2, 2, '=HYPERLINK("x")'),
    put(3, 2, '-5'),
    put(4, 2, '- first'),
  ]);
  expect(outcome.messages.map(({ code }) => code)).toEqual(['formula-guarded', 'formula-guarded']);
  expect(new TextDecoder().decode(must(outcome).bytes)).toBe(
    'q,a\nx,"\'=HYPERLINK(""x"")"\ny,-5\nz,\'- first\n',
  );
});

test('a letter the encoding does not have is refused, the file keeps its encoding', async () => {
  const bytes = Uint8Array.from([...utf8('q,a\nM'), 0xe4, ...utf8('rz,\nx,\n')]);
  const { bytes: out, receipt } = await fill(bytes, [put(2, 2, '漢'), put(3, 2, 'ü€')], 'file.csv');
  expect(receipt.refused.map(({ code }) => code)).toEqual(['not-in-encoding']);
  expect([...out.subarray(-4)]).toEqual([0x2c, 0xfc, 0x80, 0x0a]);
});

test('rows that are not there are refused', async () => {
  const { receipt } = await fill(
    utf8('q,a\n'),
    [put(5, 1, 'x'), { at: { sheet: 'A', cell: 'A1' }, role: 'text', value: 'x' }],
    'file.csv',
  );
  expect(receipt.refused.map(({ code }) => code)).toEqual(['no-such-place', 'wrong-place']);
});

test('an answer with another delimiter in it does not change what the file is read as', async () => {
  const bytes = utf8('ref,question,answer\n"","",";;"\n');
  const { bytes: filled } = await fill(bytes, [put(1, 2, ' ;')], 'file.csv');
  const grid = must(await readDocument(filled, 'file.csv')).grids[0];
  expect(grid?.cells.map(({ text }) => text).filter(Boolean)).toEqual(['ref', ' ;', 'answer', ';;']);
});

test('whatever stands in a file, filling one field changes that field only', async () => {
  const field = fc.string({
    unit: fc.constantFrom('a', 'é', ',', ';', '"', '\n', ' ', '漢', "'"),
    maxLength: 6,
  });
  const quote = (value: string) => (/[",;\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('\ufeff', ''),
      fc.nat(),
      fc.nat(),
      field,
      async (rows, end, mark, r, c, value) => {
        const text =
          mark +
          [['ref', 'question', 'answer'], ...rows].map(row => row.map(quote).join(',')).join(end) +
          end;
        const before = must(await readDocument(utf8(text), 'f.csv')).grids[0];
        if (!before) throw new Error('no grid');
        const row = (r % before.rows) + 1;
        const column = (c % before.columns) + 1;
        const after = must(
          await readDocument((await fill(utf8(text), [put(row, column, value)], 'f.csv')).bytes, 'f.csv'),
        ).grids[0];
        const expected = new Map(before.cells.map(cell => [`${cell.row} ${cell.column}`, cell.text]));
        expected.set(`${row} ${column}`, value);
        for (const cell of after?.cells ?? [])
          expect(cell.text).toBe(expected.get(`${cell.row} ${cell.column}`) ?? '');
        expect(after?.cells.find(cell => cell.row === row && cell.column === column)?.text).toBe(value);
      },
    ),
    { numRuns: 300 },
  );
});
