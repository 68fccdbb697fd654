import { expect, test } from 'vitest';
import { readDocument } from '../../../documents/registry.ts';
import { makeWorkbook, oneSheet, pack, workbookParts } from '../../support/make-package.ts';
import { firstGrid, must, readQuietly, texts } from '../../support/read-file.ts';

const rows = (content: string) => `<sheetData>${content}</sheetData>`;

test('a cell reads as a person sees it, whatever way its value is stored', async () => {
  const bytes = oneSheet(
    rows(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>in</t><r><t>line</t></r></is></c>' +
        '<c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1"><v>1.50</v></c>' +
        '<c r="F1" t="str"><f>A1&amp;"x"</f><v>cached</v></c><c r="G1"/><c r="H1" t="d"><v>2024-02-29T00:00:00</v></c></row>',
    ),
    {
      strings:
        '<si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>PHONETIC</t></rPh></si>',
    },
  );
  const grid = await firstGrid(bytes);
  expect(texts(grid)).toEqual({
    A1: 'rich text',
    B1: 'inline',
    C1: 'TRUE',
    D1: '#N/A',
    E1: '1.5',
    F1: 'cached',
    H1: '2024-02-29',
  });
  expect(grid.cells.map(({ kind }) => kind)).toEqual([
    'text',
    'text',
    'boolean',
    'error',
    'number',
    'text',
    'blank',
    'number',
  ]);
  expect(grid.cells.filter(({ formula }) => formula).map(({ column }) => column)).toEqual([6]);
  expect([grid.rows, grid.columns]).toEqual([1, 8]);
});

test('escaped characters of Office strings are resolved, and references of XML', async () => {
  const bytes = oneSheet(
    rows(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><f>X</f><v>a_x000A_b &lt;&#233;&gt;</v></c></row>',
    ),
    { strings: '<si><t xml:space="preserve"> line one_x000D_\ntwo _x005F_x0041_ </t></si>' },
  );
  expect(texts(await firstGrid(bytes))).toEqual({ A1: ' line one\r\ntwo _x0041_ ', B1: 'a\nb <é>' });
});

test('cells and rows without a reference stand after the one before', async () => {
  const grid = await firstGrid(
    oneSheet(
      rows(
        '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
      ),
    ),
  );
  expect(texts(grid)).toEqual({ A1: '1', B1: '2', C4: '3', D4: '4', A5: '5' });
});

test('a workbook whose elements carry a prefix reads the same', async () => {
  const parts = workbookParts({ sheets: [{ name: 'Sheet', xml: '' }] });
  parts['xl/worksheets/sheet1.xml'] =
    '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>strict</x:t></x:is></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="B2:C3"/></x:mergeCells></x:worksheet>';
  const grid = await firstGrid(pack(parts));
  expect(texts(grid)).toEqual({ B2: 'strict' });
  expect(grid.merges).toEqual([{ top: 2, left: 2, bottom: 3, right: 3 }]);
});

test('a part in UTF-16 reads as one in UTF-8', async () => {
  const parts = workbookParts({
    sheets: [
      { name: 'Sheet', xml: rows('<row r="1"><c r="A1" t="inlineStr"><is><t>Größe 漢字</t></is></c></row>') },
    ],
  });
  const sheet = String(parts['xl/worksheets/sheet1.xml']).replace('UTF-8', 'UTF-16');
  parts['xl/worksheets/sheet1.xml'] = new Uint8Array(Buffer.from(`\ufeff${sheet}`, 'utf16le'));
  expect(texts(await firstGrid(pack(parts)))).toEqual({ A1: 'Größe 漢字' });
});

test('rows of drawing anchors inside a sheet are no rows', async () => {
  const grid = await firstGrid(
    oneSheet(
      `${rows('<row r="1"><c r="A1"><v>7</v></c></row>')}<controls><control><controlPr><anchor><from><xdr:col xmlns:xdr="d">9</xdr:col><xdr:row xmlns:xdr="d">99</xdr:row></from></anchor></controlPr></control></controls>`,
    ),
  );
  expect([grid.rows, grid.columns]).toEqual([1, 1]);
});

test('hidden sheets, rows and columns, widths and heights are told', async () => {
  const document = await readQuietly(
    makeWorkbook({
      sheets: [
        {
          name: 'A',
          xml: '<cols><col min="2" max="3" width="0" hidden="1"/><col min="4" max="4" width="22.5"/></cols><sheetData><row r="2" hidden="1"/><row r="3" hidden="1"/><row r="5" ht="30"><c r="A5"><v>1</v></c></row></sheetData>',
        },
        {
          name: 'B',
          xml: '<sheetFormatPr zeroHeight="1"/><sheetData><row r="4"><c r="A4"><v>1</v></c></row></sheetData>',
          state: 'hidden',
        },
        { name: 'C', xml: rows(''), state: 'veryHidden' },
      ],
    }),
    'file.xlsx',
  );
  const [a, b, c] = document.grids;
  expect(document.grids.map(({ state }) => state)).toEqual(['visible', 'hidden', 'veryHidden']);
  expect(a?.hiddenRows).toEqual([{ from: 2, to: 3 }]);
  expect(a?.hiddenColumns).toEqual([{ from: 2, to: 3 }]);
  expect(a?.columnWidths).toEqual([{ from: 4, to: 4, width: 22.5 }]);
  expect(a?.rowHeights).toEqual([{ row: 5, height: 30 }]);
  expect(b?.hiddenRows).toEqual([{ from: 1, to: 3 }]);
  expect(c?.cells).toEqual([]);
});

test('zeros are blank where the sheet hides them', async () => {
  const grid = await firstGrid(
    oneSheet(
      `<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>${rows('<row r="1"><c r="A1"><f>B1</f><v>0</v></c><c r="B1"><v>3</v></c></row>')}`,
    ),
  );
  expect(grid.cells.map(({ text }) => text)).toEqual(['', '3']);
});

test('a sheet that is not well-formed is a message, and the others are read', async () => {
  const parts = workbookParts({
    sheets: [
      { name: 'Good', xml: rows('<row r="1"><c r="A1"><v>1</v></c></row>') },
      { name: 'Bad', xml: '<sheetData><row>' },
    ],
  });
  const outcome = await readDocument(pack(parts), 'file.xlsx');
  const document = must(outcome);
  expect(document.grids.map(({ name, cells }) => [name, cells.length])).toEqual([
    ['Good', 1],
    ['Bad', 0],
  ]);
  expect(outcome.messages).toMatchObject([{ severity: 'error', code: 'sheet-unreadable' }]);
  expect(outcome.messages[0]?.text).toContain('“Bad”');
});
