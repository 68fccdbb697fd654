// Tables (list objects, ECMA-376-1 §18.5): where they stand and what their columns are called. Their header cells
// must equal the column names, so a filler leaves those alone.
import type { Rect } from '../../contract/source-document.ts';
import type { Budget } from '../limits.ts';
import { decodeXstring } from '../xml/escape.ts';
import { readXml } from '../xml/sax.ts';
import { localName } from '../xml/tags.ts';
import { parseRange } from './reference.ts';

export interface Table {
  name: string;
  /** Header and totals included. */
  whole: Rect;
  headerRows: number;
  totalsRows: number;
  columns: string[];
}

export function readTable(text: string, part: string, budget: Budget): Table | null {
  let table: Table | null = null;
  readXml(text, part, budget, {
    open(written, attributes) {
      const local = localName(written);
      if (local === 'table') {
        const whole = parseRange(attributes.ref ?? '');
        if (!whole) return;
        table = {
          name: attributes.displayName ?? attributes.name ?? '',
          whole,
          headerRows: Number(attributes.headerRowCount ?? 1),
          totalsRows: Number(attributes.totalsRowCount ?? 0),
          columns: [],
        };
      } else if (local === 'tableColumn') table?.columns.push(decodeXstring(attributes.name ?? ''));
    },
  });
  return table;
}
