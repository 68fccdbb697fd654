// How many validations, formulas, merges and protections a sheet states, counted on its text. Counting asks for no
// reading, so a receipt can count every sheet of both files.
import type { Receipt } from '../../contract/fill.ts';

type Counts = Receipt['before'];

export function countSheet(text: string): Counts {
  const prefix = /<([\w.-]+:)?worksheet[\s>]/.exec(text)?.[1] ?? '';
  // All but formulas stand after the rows (ECMA-376-1 §18.3.1.99), which are nearly the whole text.
  const rest = text.slice(Math.max(0, text.lastIndexOf(`</${prefix}sheetData`)));
  return {
    validations: opened(rest, `<${prefix}dataValidation`) + opened(rest, '<x14:dataValidation'),
    formulas: opened(text, `<${prefix}f`),
    merges: opened(rest, `<${prefix}mergeCell`),
    protectedSheets: opened(rest, `<${prefix}sheetProtection`),
    controls: 0,
  };
}

/** Opening tags that start so and whose name ends there. */
function opened(text: string, start: string): number {
  let count = 0;
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    const after = text.charCodeAt(at + start.length);
    // White space, `/` or `>`.
    if (after <= 32 || after === 47 || after === 62) count += 1;
  }
  return count;
}

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    validations: a.validations + b.validations,
    formulas: a.formulas + b.formulas,
    merges: a.merges + b.merges,
    protectedSheets: a.protectedSheets + b.protectedSheets,
    controls: a.controls + b.controls,
  };
}
