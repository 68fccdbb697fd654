// Cell and range references in A1 form, as attributes and formulas write them. Bounds are those of the format
// (ECMA-376-1 §18.2): 1,048,576 rows and 16,384 columns.
import type { Rect } from '../../contract/source-document.ts';

export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/** 1 to "A", 28 to "AB". */
export function columnName(column: number): string {
  let name = '';
  let rest = column;
  while (rest > 0) {
    rest -= 1;
    name = String.fromCharCode(65 + (rest % 26)) + name;
    rest = Math.floor(rest / 26);
  }
  return name;
}

export function cellName(row: number, column: number): string {
  return columnName(column) + row;
}

/** "B12" or "$B$12" to its numbers; null when it is no cell of a sheet. */
export function parseCell(text: string): { row: number; column: number } | null {
  let at = text.charCodeAt(0) === 36 ? 1 : 0;
  let column = 0;
  for (;;) {
    const letter = text.charCodeAt(at) & ~32;
    if (!(letter >= 65 && letter <= 90)) break;
    column = column * 26 + letter - 64;
    at += 1;
  }
  if (text.charCodeAt(at) === 36) at += 1;
  const digits = at;
  let row = 0;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return null;
    row = row * 10 + digit;
  }
  if (at === digits || row < 1 || row > lastRow || column < 1 || column > lastColumn) return null;
  return { row, column };
}

/** "A1", "A1:C3", whole columns "B:D" and whole rows "2:4", with or without `$`; null when it is none of these. */
export function parseRange(text: string): Rect | null {
  const colon = text.indexOf(':');
  const from = colon < 0 ? text : text.slice(0, colon);
  const to = colon < 0 ? text : text.slice(colon + 1);
  // A letter or a number alone is a name, not a column or a row.
  const a = parseCell(from) ?? (colon < 0 ? null : parseEdge(from, false));
  const b = colon < 0 ? a : (parseCell(to) ?? parseEdge(to, true));
  if (!a || !b) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

function parseEdge(text: string, end: boolean): { row: number; column: number } | null {
  const bare = text.replace('$', '');
  if (/^[0-9]{1,7}$/.test(bare)) return parseCell(`${end ? 'XFD' : 'A'}${bare}`);
  return /^[A-Za-z]{1,3}$/.test(bare) ? parseCell(`${bare}${end ? lastRow : 1}`) : null;
}

/** A space-separated list of ranges; what is not a range is left out. */
export function parseRanges(text: string): Rect[] {
  return text
    .trim()
    .split(/\s+/)
    .map(parseRange)
    .filter(rect => rect !== null);
}

export function holds(rect: Rect, row: number, column: number): boolean {
  return row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right;
}
