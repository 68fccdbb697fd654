// How many validations, formulas, merges, protected sheets and form controls a workbook states, counted on the
// text of its parts. Counting asks for no reading, so a receipt can count every sheet of both files.
import type { Receipt } from '../../contract/fill.ts';
import type { Workbook } from './open-workbook.ts';

export function countsOf({ sheets, textOf, zip }: Workbook): Receipt['before'] {
  const counts = { validations: 0, formulas: 0, merges: 0, protectedSheets: 0, controls: 0 };
  for (const { part } of sheets) {
    const text = (part !== null && textOf(part)) || '';
    counts.validations += elements(text, 'dataValidation');
    counts.formulas += elements(text, 'f', '(?!xm:)');
    counts.merges += elements(text, 'mergeCell');
    counts.protectedSheets += elements(text, 'sheetProtection');
  }
  counts.controls = zip.entries.filter(({ name }) => /\/(ctrlProps|activeX)\/[^/]+\.xml$/i.test(name)).length;
  return counts;
}

/** Opening tags of a local name; `xm:f` of the extension lists is no cell formula. */
function elements(text: string, local: string, not = ''): number {
  return text.match(new RegExp(`<${not}(?:[A-Za-z_][\\w.-]*:)?${local}(?=[\\s/>])`, 'g'))?.length ?? 0;
}
