// Where a pivot table shows its result (ECMA-376-1 §18.10.1.49). Programs write that range anew on refresh or on
// load, so an answer put there would be lost.
import type { Rect } from '../../contract/source-document.ts';
import type { Budget } from '../limits.ts';
import { readXml } from '../xml/sax.ts';
import { localName } from '../xml/tags.ts';
import { parseRange } from './reference.ts';

/**
 * The range of a pivot table part with its page filters, which stand above it with one empty row between, and one
 * row and column more: LibreOffice adds totals there on load, as a refresh in Excel may.
 */
export function readPivotRange(text: string, part: string, budget: Budget): Rect | null {
  let range: Rect | null = null;
  readXml(text, part, budget, {
    open(written, attributes) {
      if (localName(written) !== 'location') return;
      const shown = parseRange(attributes.ref ?? '');
      const filters = Number(attributes.rowPageCount ?? 0);
      range = shown && {
        top: Math.max(1, shown.top - (filters > 0 ? filters + 1 : 0)),
        left: shown.left,
        bottom: shown.bottom + 1,
        right: shown.right + 1,
      };
    },
  });
  return range;
}
