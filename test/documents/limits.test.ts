import { expect, test } from 'vitest';
import { defaultLimits, type Limits } from '../../documents/limits.ts';
import { readDocument } from '../../documents/registry.ts';
import { makeWorkbook, oneSheet } from '../support/make-package.ts';

async function bound(bytes: Uint8Array, limits: Partial<Limits>, name = 'f.xlsx'): Promise<unknown> {
  const outcome = await readDocument(bytes, name, { ...defaultLimits, ...limits });
  if (outcome.ok) return 'read';
  expect(outcome.error.code).toBe('file-too-large');
  expect(outcome.error.params.limit).toBe(Object.values(limits)[0]);
  return outcome.error.params.bound;
}

const sheet =
  '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>hello</t></is></c><c r="B1"/></row></sheetData>';
const full = oneSheet(
  `${sheet}<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells><dataValidations><dataValidation sqref="A1 B1 C1"/></dataValidations>`,
  { sheets: [{ name: 'Two', xml: '<sheetData/>' }] },
);

test.each([
  ['fileBytes', 100],
  ['parts', 3],
  ['inflatedBytes', 1000],
  ['partBytes', 200],
  ['xmlDepth', 2],
  ['sheets', 1],
  ['cells', 1],
  ['merges', 1],
  ['validations', 2],
  ['textLength', 4],
] as const)('past the bound on %s reading ends and names it', async (name, limit) => {
  expect(await bound(full, { [name]: limit })).toBe(name);
  expect(await bound(full, {})).toBe('read');
});

test('past the deadline reading ends', async () => {
  const rows = Array.from({ length: 2000 }, (_, index) => `<row r="${index + 1}"><c><v>1</v></c></row>`).join(
    '',
  );
  expect(await bound(oneSheet(`<sheetData>${rows}</sheetData>`), { seconds: 0 })).toBe('seconds');
});

test('the bounds on cells and text hold for delimited text too', async () => {
  const csv = new TextEncoder().encode('a,b\nc,d\n');
  expect(await bound(csv, { cells: 3 }, 'f.csv')).toBe('cells');
  expect(await bound(csv, { textLength: 3 }, 'f.csv')).toBe('textLength');
});

test('a list offers no more options than its bound', async () => {
  const cells = Array.from(
    { length: 9 },
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`,
  ).join('');
  const list =
    '<dataValidations><dataValidation type="list" sqref="B1"><formula1>$A:$A</formula1></dataValidation></dataValidations>';
  const outcome = await readDocument(
    makeWorkbook({ sheets: [{ name: 'S', xml: `<sheetData>${cells}</sheetData>${list}` }] }),
    'f.xlsx',
    { ...defaultLimits, listOptions: 4 },
  );
  expect(outcome.ok && outcome.value.grids[0]?.validations[0]?.options).toEqual(['0', '1', '2', '3']);
});
