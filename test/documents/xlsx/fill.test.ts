import { expect, test } from 'vitest';
import { defaultLimits, startBudget } from '../../../documents/limits.ts';
import { fillDocument } from '../../../documents/registry.ts';
import { openZip } from '../../../documents/zip/open.ts';
import {
  makeWorkbook,
  oneSheet,
  pack,
  relationship,
  sheetXml,
  workbookParts,
} from '../../support/make-package.ts';
import { fill, firstGrid, text, texts } from '../../support/read-file.ts';

function partText(bytes: Uint8Array, name = 'xl/worksheets/sheet1.xml'): string {
  const zip = openZip(bytes, startBudget(defaultLimits));
  const entry = zip.find(name);
  if (!entry) throw new Error(`no ${name}`);
  return new TextDecoder().decode(zip.read(entry));
}

const inline = (value: string) => `t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;

test('an existing cell is replaced in place and keeps its format', async () => {
  const xml =
    '<sheetData><row r="1" spans="1:3"><c r="A1" s="7" t="s"><v>0</v></c><c r="B1" s="2"/></row></sheetData><pageMargins left="1"/>';
  const { bytes, receipt } = await fill(oneSheet(xml, { strings: '<si><t>old</t></si>' }), [
    text('A1', 'new'),
    text('B1', 'x'),
  ]);
  expect(partText(bytes)).toBe(
    sheetXml(
      `<sheetData><row r="1" spans="1:3"><c r="A1" s="7" ${inline('new')}<c r="B1" s="2" ${inline('x')}</row></sheetData><pageMargins left="1"/>`,
    ),
  );
  expect(receipt.holds).toBe(true);
  expect(receipt.partsChanged).toEqual([
    { name: 'xl/worksheets/sheet1.xml', cells: 2, outsideUnchanged: true },
  ]);
  expect(receipt.partsUnchanged).toContain('xl/sharedStrings.xml');
});

test('cells and rows that are not there are put in order, with the format of their row or column', async () => {
  const xml =
    '<dimension ref="B2:C4"/><cols><col min="1" max="1" style="3"/><col min="4" max="9" style="5"/></cols>' +
    '<sheetData><row r="2"><c r="B2"/><c r="D2"/></row><row r="4" s="8" customFormat="1"/></sheetData>';
  const entries = ['A2', 'C2', 'E2', 'D3', 'A4', 'F6'].map(cell => text(cell, cell));
  const { bytes } = await fill(oneSheet(xml), entries);
  const cell = (name: string, style = '') => `<c r="${name}"${style} ${inline(name)}`;
  expect(partText(bytes)).toBe(
    sheetXml(
      '<dimension ref="A2:F6"/><cols><col min="1" max="1" style="3"/><col min="4" max="9" style="5"/></cols>' +
        `<sheetData><row r="2">${cell('A2', ' s="3"')}<c r="B2"/>${cell('C2')}<c r="D2"/>${cell('E2', ' s="5"')}</row>` +
        `<row r="3">${cell('D3', ' s="5"')}</row><row r="4" s="8" customFormat="1">${cell('A4', ' s="8"')}</row>` +
        `<row r="6">${cell('F6', ' s="5"')}</row></sheetData>`,
    ),
  );
});

test('an empty sheet takes answers too', async () => {
  const { bytes } = await fill(oneSheet('<sheetData/>'), [text('B2', 'first')]);
  expect(texts(await firstGrid(bytes))).toEqual({ B2: 'first' });
});

test('elements with a prefix get cells with that prefix', async () => {
  const parts = workbookParts({ sheets: [{ name: 'Sheet', xml: '' }] });
  parts['xl/worksheets/sheet1.xml'] =
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  const { bytes } = await fill(pack(parts), [text('A1', 'one'), text('A2', 'two')]);
  expect(texts(await firstGrid(bytes))).toEqual({ A1: 'one', A2: 'two' });
  expect(partText(bytes)).toContain('<x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t');
});

test('a part in UTF-16 stays in UTF-16', async () => {
  const parts = workbookParts({ sheets: [{ name: 'Sheet', xml: '' }] });
  const xml =
    '<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row r="1"><c r="A1"/></row></sheetData></worksheet>';
  parts['xl/worksheets/sheet1.xml'] = new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'));
  const { bytes, receipt } = await fill(pack(parts), [text('A1', 'ü')]);
  expect(receipt.holds).toBe(true);
  expect(texts(await firstGrid(bytes))).toEqual({ A1: 'ü' });
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  ' two  spaces ',
  'a\nb',
  'tab\there',
  '<b>&amp;</b>',
  '_x000D_',
  'bell\u0007',
  '😀 漢字',
  '007',
])('%j is written as that text', async value => {
  const { bytes } = await fill(oneSheet('<sheetData><row r="1"><c r="A1"/></row></sheetData>'), [
    text('A1', value),
  ]);
  const [cell] = (await firstGrid(bytes)).cells;
  expect(cell).toMatchObject({ text: value, kind: 'text', formula: false });
});

test('an answer for a merged range goes to its top-left cell, once', async () => {
  const xml =
    '<sheetData><row r="1"><c r="A1"/><c r="B1"/></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>';
  const { receipt } = await fill(oneSheet(xml), [text('B2', 'here'), text('A1', 'again')]);
  expect(receipt.written).toEqual([{ at: { sheet: 'Sheet', cell: 'A1' }, value: 'here' }]);
  expect(receipt.refused).toMatchObject([{ at: { cell: 'A1' }, code: 'written-twice' }]);
});

test('an empty answer clears what stood there', async () => {
  const { bytes } = await fill(
    oneSheet('<sheetData><row r="1"><c r="A1" s="1"><v>4</v></c></row></sheetData>'),
    [text('A1', '')],
  );
  expect(partText(bytes)).toContain('<c r="A1" s="1"/>');
});

async function refusals(
  xml: string,
  entries: Parameters<typeof fill>[1],
  source: Parameters<typeof oneSheet>[1] = {},
): Promise<string[]> {
  return (await fill(oneSheet(xml, source), entries)).receipt.refused.map(({ code }) => code);
}

test('formulas, array ranges and table headers are never written over', async () => {
  const xml =
    '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f t="array" ref="B1:B3">C1:C3</f></c></row><row r="2"><c r="B2"><v>1</v></c></row></sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts>';
  const bytes = makeWorkbook({
    sheets: [{ name: 'Sheet', xml, relationships: relationship('rId1', 'table', '../tables/table1.xml') }],
    parts: { 'xl/tables/table1.xml': '<table xmlns="x" displayName="T" ref="E1:F4"><tableColumns/></table>' },
  });
  const { receipt } = await fill(
    bytes,
    ['A1', 'B2', 'E1', 'E2'].map(cell => text(cell, 'x')),
  );
  expect(receipt.refused.map(({ code }) => code)).toEqual(['formula', 'formula', 'table-header']);
  expect(receipt.written).toHaveLength(1);
  expect(receipt.before.formulas).toBe(2);
});

test('cells that a pivot table writes anew are left to it, page filters included', async () => {
  const bytes = makeWorkbook({
    sheets: [
      {
        name: 'Sheet',
        xml: '<sheetData/>',
        relationships: relationship('rId1', 'pivotTable', '../pivotTables/pivotTable1.xml'),
      },
    ],
    parts: {
      'xl/pivotTables/pivotTable1.xml':
        '<pivotTableDefinition xmlns="x"><location ref="A5:B9" rowPageCount="1"/></pivotTableDefinition>',
    },
  });
  const { receipt } = await fill(
    bytes,
    ['A2', 'A3', 'C10', 'D9', 'A11'].map(cell => text(cell, 'x')),
  );
  expect(receipt.refused.map(({ at, code }) => ['cell' in at && at.cell, code])).toEqual([
    ['A3', 'pivot'],
    ['C10', 'pivot'],
  ]);
});

test('locked cells of a protected sheet are refused, unless the sheet has no open cell at all', async () => {
  const styles = '<cellXfs><xf/><xf><protection locked="0"/></xf></cellXfs>';
  const open =
    '<sheetProtection sheet="1"/><sheetData><row r="1"><c r="A1"/><c r="B1" s="1"/></row></sheetData>';
  expect(await refusals(open, [text('A1', 'x'), text('B1', 'y'), text('C9', 'z')], { styles })).toEqual([
    'locked',
    'locked',
  ]);
  const closed = '<sheetProtection sheet="1"/><sheetData><row r="1"><c r="A1"/></row></sheetData>';
  const outcome = await fillDocument(oneSheet(closed, { styles }), 'f.xlsx', [text('A1', 'x')]);
  expect(outcome.ok && outcome.value.receipt.written).toHaveLength(1);
  expect(outcome.messages.map(({ code }) => code)).toContain('locked-sheet');
});

test('a choice must be one of the options exactly; other text may differ where Excel only warns', async () => {
  const list = (attributes: string) =>
    `<sheetData/><dataValidations><dataValidation type="list" ${attributes} sqref="A1:A9"><formula1>"Yes,No"</formula1></dataValidation></dataValidations>`;
  const choice = (value: string) => ({ at: { sheet: 'Sheet', cell: 'A1' }, role: 'choice' as const, value });
  expect(await refusals(list('showErrorMessage="1"'), [choice('Yes')])).toEqual([]);
  expect(await refusals(list('showErrorMessage="1"'), [choice('yes')])).toEqual(['not-in-list']);
  expect(await refusals(list('showErrorMessage="1"'), [text('A2', 'Partly')])).toEqual(['not-in-list']);
  expect(await refusals(list('showErrorMessage="1" errorStyle="warning"'), [text('A2', 'Partly')])).toEqual(
    [],
  );
  expect(await refusals(list(''), [choice('Partly')])).toEqual(['not-in-list']);
});

test('text that no cell holds, or that the file limits, is refused with the number', async () => {
  const xml =
    '<sheetData/><dataValidations><dataValidation type="textLength" operator="lessThanOrEqual" showErrorMessage="1" sqref="B1"><formula1>5</formula1></dataValidation></dataValidations>';
  const { receipt } = await fill(oneSheet(xml), [
    text('A1', 'x'.repeat(32_768)),
    text('A2', 'x'.repeat(32_767)),
    text('B1', 'longer'),
  ]);
  expect(receipt.refused.map(({ code, reason }) => [code, /32767|at most 5/.exec(reason)?.[0]])).toEqual([
    ['too-long', '32767'],
    ['too-long', 'at most 5'],
  ]);
  expect(receipt.written).toHaveLength(1);
});

test('places that are not in the file are refused and the rest is written', async () => {
  const { receipt } = await fill(oneSheet('<sheetData/>'), [
    text('A1', 'x', 'Elsewhere'),
    { at: { row: 1, column: 1 }, role: 'text', value: 'x' },
    text('XFE1', 'x'),
    text('A1', 'ok'),
  ]);
  expect(receipt.refused.map(({ code }) => code)).toEqual(['no-such-place', 'wrong-place', 'no-such-place']);
  expect(receipt.written).toHaveLength(1);
});

test('with nothing to write, the copy is the original', async () => {
  const bytes = oneSheet('<sheetData/>');
  const { bytes: copy, receipt } = await fill(bytes, []);
  expect(Buffer.compare(copy, bytes)).toBe(0);
  expect(receipt.originalSha256).toBe(receipt.filledSha256);
  expect(receipt.holds).toBe(true);
});

test('a sheet whose rows are out of order is refused as a whole, without a file', async () => {
  const outcome = await fillDocument(oneSheet('<sheetData><row r="3"/><row r="1"/></sheetData>'), 'f.xlsx', [
    text('A2', 'x'),
  ]);
  expect(outcome.ok).toBe(false);
  expect(!outcome.ok && outcome.error.code).toBe('fill-refused');
});

test('the person is told that formulas keep their old values', async () => {
  const bytes = oneSheet('<sheetData><row r="1"><c r="A1"><f>B1</f><v>0</v></c></row></sheetData>');
  const outcome = await fillDocument(bytes, 'f.xlsx', [text('B1', 'x')]);
  expect(outcome.messages.map(({ code }) => code)).toEqual(['stale-formulas']);
});
