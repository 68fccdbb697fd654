// The options of drop-down lists: written inline, or standing in cells of this or another sheet, reached by a
// range, a defined name, a table column, or INDIRECT of one of these in quotes. Anything computed (OFFSET, IF,
// another workbook) has no options that could be shown without calculating, and stays null.
import type { Cell, Grid, Rect } from '../../contract/source-document.ts';
import type { Budget } from '../limits.ts';
import { parseRange } from './reference.ts';
import type { Table } from './tables.ts';
import type { DefinedName } from './workbook-part.ts';

export interface ListContext {
  sheetNames: readonly string[];
  grid: (sheet: number) => Grid | undefined;
  names: readonly DefinedName[];
  /** Asked for only when a formula speaks of a table. */
  tables: () => readonly (Table & { sheet: number })[];
  budget: Budget;
}

/** A function from a list's formula and the sheet it stands on to its options; results are kept per formula. */
export function listResolver(context: ListContext): (formula: string, sheet: number) => string[] | null {
  const kept = new Map<string, string[] | null>();
  return (formula, sheet) => {
    const key = `${sheet} ${formula}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const options = inlineOptions(formula) ?? cellOptions(formula, sheet, context, 0);
    kept.set(key, options);
    return options;
  };
}

/** `"Yes,No"`: always commas in the file, whatever the reader's locale; Excel shows the options trimmed. */
function inlineOptions(formula: string): string[] | null {
  const match = /^"((?:[^"]|"")*)"$/s.exec(formula);
  if (!match) return null;
  const options = (match[1] ?? '').replaceAll('""', '"').split(',');
  return options.map(option => option.trim()).filter(option => option !== '');
}

function cellOptions(formula: string, sheet: number, context: ListContext, depth: number): string[] | null {
  // A name may point to a name; a circle of them must not.
  if (depth > 8) return null;
  const text = formula
    .trim()
    .replace(/^\((.*)\)$/s, '$1')
    .replace(/^_xlfn\./, '');
  const indirect = /^INDIRECT\(\s*"([^"]+)"\s*\)$/i.exec(text);
  if (indirect) return cellOptions(indirect[1] ?? '', sheet, context, depth + 1);
  const place = splitSheet(text);
  const target = place.sheet === null ? sheet : sheetIndex(place.sheet, context.sheetNames);
  if (target < 0) return null;
  const rect = parseRange(place.rest);
  if (rect) return valuesIn(rect, context.grid(target), context.budget);
  const table = tableColumn(place.rest, context);
  if (table) return valuesIn(table.rect, context.grid(table.sheet), context.budget);
  const name = findName(place.rest, target, context.names);
  return name ? cellOptions(name.formula, name.sheet ?? sheet, context, depth + 1) : null;
}

/** `'My Sheet'!A1` and `Sheet1!A1` apart; names of other workbooks (`[1]Sheet`) find no sheet here. */
function splitSheet(text: string): { sheet: string | null; rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.+)$/s.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), rest: quoted[2] ?? '' };
  const plain = /^([^'!()",]+)!(.+)$/s.exec(text);
  return plain ? { sheet: plain[1] ?? '', rest: plain[2] ?? '' } : { sheet: null, rest: text };
}

function sheetIndex(name: string, names: readonly string[]): number {
  const lower = name.toLowerCase();
  return names.findIndex(other => other.toLowerCase() === lower);
}

/** A name local to the sheet wins over one of the workbook (§18.2.5); names ignore case. */
function findName(text: string, sheet: number, names: readonly DefinedName[]): DefinedName | undefined {
  const lower = text.toLowerCase();
  const same = names.filter(name => name.name.toLowerCase() === lower);
  return same.find(name => name.sheet === sheet) ?? same.find(name => name.sheet === null);
}

function tableColumn(text: string, context: ListContext): { rect: Rect; sheet: number } | null {
  const match = /^([^[\]\s]+)\[(?:\[#Data\],)?\[?([^[\]]+)\]?\]$/i.exec(text);
  if (!match) return null;
  const table = context.tables().find(({ name }) => name.toLowerCase() === match[1]?.toLowerCase());
  const column = table?.columns.findIndex(name => name.toLowerCase() === match[2]?.toLowerCase()) ?? -1;
  if (!table || column < 0) return null;
  const { whole, headerRows, totalsRows, sheet } = table;
  const left = whole.left + column;
  return {
    rect: { top: whole.top + headerRows, bottom: whole.bottom - totalsRows, left, right: left },
    sheet,
  };
}

/** The texts of a single row or column of cells, blanks left out; null for a wider range, which no list may be. */
function valuesIn(rect: Rect, grid: Grid | undefined, budget: Budget): string[] | null {
  if (!grid || (rect.top !== rect.bottom && rect.left !== rect.right)) return null;
  const options: string[] = [];
  for (let at = firstFrom(grid.cells, rect.top); at < grid.cells.length; at++) {
    const cell = grid.cells[at];
    if (!cell || cell.row > rect.bottom) break;
    budget.tick();
    if (cell.text === '' || cell.column < rect.left || cell.column > rect.right) continue;
    if (options.length >= budget.limits.listOptions) break;
    options.push(cell.text);
  }
  return options;
}

/** Index of the first cell in or after a row; cells are ordered by row. */
function firstFrom(cells: readonly Cell[], row: number): number {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cells[middle]?.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
