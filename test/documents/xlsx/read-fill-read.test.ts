// Any workbook built at random reads, fills and re-reads with only the intended cells changed. The oracle is a
// map of texts that knows nothing of XML.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Grid } from '../../../contract/source-document.ts';
import { pack, workbookParts } from '../../support/make-package.ts';
import { fill, firstGrid } from '../../support/read-file.ts';

const strings = ['Do you encrypt data?', 'Yes', ' spaced ', 'rich one', ''];
const sharedXml =
  '<si><t>Do you encrypt data?</t></si><si><t>Yes</t></si><si><t xml:space="preserve"> spaced </t></si>' +
  '<si><r><rPr><b/></rPr><t xml:space="preserve">rich </t></r><r><t>one</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t/></si>';
const styles =
  '<numFmts/><cellXfs><xf/><xf><protection locked="0"/></xf><xf numFmtId="9"/><xf><alignment wrapText="1"/></xf></cellXfs>';

type Made = { xml: (name: string | null, p: string) => string; text: string };
const style = fc.constantFrom('', ' s="1"', ' s="3"');
const attributes = (name: string | null) => (name === null ? '' : ` r="${name}"`);
const cell: fc.Arbitrary<Made> = fc.oneof(
  fc.tuple(fc.nat(strings.length - 1), style).map(([index, s]) => ({
    xml: (name: string | null, p: string) =>
      `<${p}c${attributes(name)}${s} t="s"><${p}v>${index}</${p}v></${p}c>`,
    text: strings[index] ?? '',
  })),
  fc.tuple(fc.constantFrom('plain', 'a &lt; b'), style).map(([words, s]) => ({
    xml: (name: string | null, p: string) =>
      `<${p}c${attributes(name)} t="inlineStr"${s}><${p}is><${p}t>${words}</${p}t></${p}is></${p}c>`,
    text: words.replace('&lt;', '<'),
  })),
  fc.integer({ min: -99, max: 9999 }).map(number => ({
    xml: (name: string | null, p: string) => `<${p}c${attributes(name)}><${p}v>${number}</${p}v></${p}c>`,
    text: String(number),
  })),
  style.map(s => ({ xml: (name: string | null, p: string) => `<${p}c${attributes(name)}${s}/>`, text: '' })),
  style.map(s => ({
    xml: (name: string | null, p: string) => `<${p}c${attributes(name)}${s} ></${p}c>`,
    text: '',
  })),
  fc.constant({
    xml: (name: string | null, p: string) =>
      `<${p}c${attributes(name)} t="str"><${p}f>CONCAT("a",1)</${p}f><${p}v>a1</${p}v></${p}c>`,
    text: 'formula',
  }),
);

const letters = 'ABCDEFGH';
const row = fc.record({
  skip: fc.nat(2),
  cells: fc.array(fc.record({ skip: fc.nat(2), named: fc.boolean(), cell }), { maxLength: 4 }),
  attributes: fc.constantFrom('', ' spans="1:4"', ' s="1" customFormat="1"', ' ht="20" customHeight="1"'),
  gap: fc.constantFrom('', '\n  '),
});
const workbook = fc.record({
  rows: fc.array(row, { maxLength: 6 }),
  prefix: fc.constantFrom('', 'x:'),
  dimension: fc.constantFrom('', 'A1', 'B2:D4'),
  columns: fc.boolean(),
  merge: fc.constantFrom('', 'B2:C3', 'A5:A9', 'H1:H2'),
  validation: fc.boolean(),
  cdata: fc.boolean(),
});
const edits = fc.uniqueArray(
  fc.record({
    row: fc.integer({ min: 1, max: 22 }),
    column: fc.integer({ min: 1, max: 8 }),
    value: fc.string({ unit: 'grapheme', maxLength: 12 }),
  }),
  { selector: ({ row, column }) => `${row} ${column}`, maxLength: 6 },
);

function build(made: typeof workbook extends fc.Arbitrary<infer T> ? T : never): {
  bytes: Uint8Array;
  expected: Map<string, string>;
  formulas: Set<string>;
} {
  const p = made.prefix;
  const expected = new Map<string, string>();
  const formulas = new Set<string>();
  let number = 0;
  const rows = made.rows.map(({ skip, cells, attributes, gap }) => {
    number += 1 + skip;
    let column = 0;
    const inner = cells.map(({ skip, named, cell }) => {
      column += 1 + (named ? skip : 0);
      if (column > 8) return '';
      const at = `${letters[column - 1]}${number}`;
      expected.set(at, cell.text === 'formula' ? 'a1' : cell.text);
      if (cell.text === 'formula') formulas.add(at);
      return cell.xml(named ? at : null, p);
    });
    const content = inner.join(gap);
    return content || gap
      ? `<${p}row r="${number}"${attributes}>${gap}${content}</${p}row>${gap}`
      : `<${p}row r="${number}"${attributes}/>`;
  });
  const ns = p ? `xmlns:${p.slice(0, -1)}` : 'xmlns';
  const sheet =
    `<${p}worksheet ${ns}="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    (made.dimension && `<${p}dimension ref="${made.dimension}"/>`) +
    (made.columns ? `<${p}cols><${p}col min="2" max="3" style="3" width="20"/></${p}cols>` : '') +
    (rows.length ? `<${p}sheetData>${rows.join('')}</${p}sheetData>` : `<${p}sheetData />`) +
    (made.merge && `<${p}mergeCells count="1"><${p}mergeCell ref="${made.merge}"/></${p}mergeCells>`) +
    (made.validation
      ? `<${p}dataValidations count="1"><${p}dataValidation type="whole" sqref="A1:XFD1048576"><${p}formula1>1</${p}formula1></${p}dataValidation></${p}dataValidations>`
      : '') +
    (made.cdata ? '<!-- <c r="A1"><v>no cell</v></c> -->' : '') +
    `</${p}worksheet>`;
  const parts = workbookParts({ sheets: [{ name: 'Sheet', xml: '' }], strings: sharedXml, styles });
  parts['xl/worksheets/sheet1.xml'] = sheet;
  return { bytes: pack(parts), expected, formulas };
}

function textsOf(grid: Grid): Map<string, string> {
  return new Map(grid.cells.map(({ row, column, text }) => [`${letters[column - 1]}${row}`, text]));
}

test('only the intended cells change, whatever the workbook and the answers', async () => {
  await fc.assert(
    fc.asyncProperty(workbook, edits, async (made, wanted) => {
      const { bytes, expected, formulas } = build(made);
      const before = await firstGrid(bytes);
      expect(textsOf(before)).toEqual(expected);

      const entries = wanted.map(({ row, column, value }) => ({
        at: { sheet: 'Sheet', cell: `${letters[column - 1]}${row}` },
        role: 'text' as const,
        value,
      }));
      const { bytes: filled, receipt } = await fill(bytes, entries);
      const after = await firstGrid(filled);

      const anchors = new Set<string>();
      for (const { row, column, value } of wanted) {
        const merge = before.merges.find(
          ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
        );
        const at = merge ? `${letters[merge.left - 1]}${merge.top}` : `${letters[column - 1]}${row}`;
        if (formulas.has(at) || anchors.has(at)) continue;
        anchors.add(at);
        expected.set(at, value.replace(/\r\n?/g, '\n'));
      }
      expect(textsOf(after)).toEqual(expected);
      expect(receipt.written.map(({ at }) => ('cell' in at ? at.cell : '')).sort()).toEqual(
        [...anchors].sort(),
      );
      expect({ ...after, cells: [], rows: 0, columns: 0 }).toEqual({
        ...before,
        cells: [],
        rows: 0,
        columns: 0,
      });
      expect(receipt.after).toEqual(receipt.before);
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 120) },
  );
}, 120_000);
