// A receipt is worth something only if harm makes it fail. Here a good fill is harmed in every way a filler could.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../../contract/outcome.ts';
import { defaultLimits, startBudget } from '../../../documents/limits.ts';
import { openWorkbook } from '../../../documents/xlsx/open-workbook.ts';
import { planFill } from '../../../documents/xlsx/plan-fill.ts';
import { proveFill } from '../../../documents/xlsx/prove-fill.ts';
import { openZip } from '../../../documents/zip/open.ts';
import { rewriteZip } from '../../../documents/zip/rewrite.ts';
import { oneSheet } from '../../support/make-package.ts';
import { fill, text } from '../../support/read-file.ts';

const xml =
  '<dimension ref="A1:C3"/><cols><col min="1" max="3" width="20"/></cols><sheetData>' +
  '<row r="1" ht="20"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="2"/><c r="C1"><f>LEN(B1)</f><v>0</v></c></row>' +
  '<row r="3"><c r="A3"><v>5</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A5:B5"/></mergeCells>' +
  '<dataValidations count="1"><dataValidation type="list" sqref="B9"><formula1>"Yes,No"</formula1></dataValidation></dataValidations>';
const original = oneSheet(xml, {
  strings: '<si><t>Question</t></si>',
  styles: '<cellXfs><xf/><xf/><xf/></cellXfs>',
});
const entries = [text('B1', 'answer'), text('B2', 'new row'), text('B3', 'new cell')];
const sheet = 'xl/worksheets/sheet1.xml';

/** Whether the receipt of a harmed copy still holds; a copy that cannot even be read counts as noticed. */
function holds(filled: Uint8Array): boolean {
  const workbook = openWorkbook(original, startBudget());
  try {
    return proveFill(workbook, filled, planFill(workbook, entries), defaultLimits).holds;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

async function harmed(part: string, harm: (xml: string) => string): Promise<Uint8Array> {
  const zip = openZip((await fill(original, entries)).bytes, startBudget());
  const entry = zip.find(part);
  if (!entry) throw new Error(part);
  const changed = harm(new TextDecoder().decode(zip.read(entry)));
  return rewriteZip(zip, new Map([[entry, new TextEncoder().encode(changed)]]));
}

test('an unharmed copy holds', async () => {
  expect(holds((await fill(original, entries)).bytes)).toBe(true);
  expect(holds(await harmed(sheet, whole => whole))).toBe(true);
});

test.each([
  ['another cell changed', '<v>5</v>', '<v>6</v>'],
  ['a formula lost', '<f>LEN(B1)</f>', ''],
  ['a merge lost', '<mergeCell ref="A5:B5"/>', ''],
  ['a validation lost', 'sqref="B9"', 'sqref="B8"'],
  ['a row attribute changed', 'ht="20"', 'ht="21"'],
  ['a column changed', 'width="20"', 'width="21"'],
  ['an answer altered', 'answer', 'Answer'],
  ['an answer lost', '<c r="B3"', '<c r="C3"'],
  ['a format lost', '<c r="B1" s="2"', '<c r="B1" s="1"'],
  ['one more cell', '<c r="B3"', '<c r="AA3"/><c r="B3"'],
  ['one more row', '<row r="3">', '<row r="99"/><row r="3">'],
  ['text after the end', '</worksheet>', '</worksheet> '],
])('the receipt fails for %s', async (_, from, to) => {
  const copy = await harmed(sheet, whole => {
    expect(whole).toContain(from);
    return whole.replace(from, to);
  });
  expect(holds(copy)).toBe(false);
});

test('the receipt fails when any other part changed', async () => {
  for (const part of ['xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml', '[Content_Types].xml']) {
    expect(holds(await harmed(part, whole => `${whole}\n`)), part).toBe(false);
  }
});

test('no single character of a filled sheet can change unnoticed, the used range aside', async () => {
  const zip = openZip((await fill(original, entries)).bytes, startBudget());
  const entry = zip.find(sheet);
  if (!entry) throw new Error(sheet);
  const whole = new TextDecoder().decode(zip.read(entry));
  const range = whole.indexOf('<dimension');
  const rangeEnd = whole.indexOf('>', range) + 1;
  fc.assert(
    fc.property(
      fc.nat(whole.length - 1),
      fc.constantFrom('x', '1', '"', '<', '>', ' ', '/', ''),
      (at, sign) => {
        fc.pre((at < range || at >= rangeEnd) && whole.charAt(at) !== sign);
        const changed = new TextEncoder().encode(whole.slice(0, at) + sign + whole.slice(at + 1));
        expect(holds(rewriteZip(zip, new Map([[entry, changed]])))).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});
