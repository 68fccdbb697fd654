// Places of cells in the words of the contract, and ids made from them, so that reading the same file again
// gives the same ids.
import { type Place, sayPlace } from '../../contract/place.ts';
import type { Field, Grid } from '../../contract/source-document.ts';

/** 1 is A, 27 is AA (ECMA-376 18.18.7). */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The place of a cell; `rowPlaces` for tables of line-based formats, whose rows are lines of a page. */
export function cellPlace(
  grid: Grid,
  row: number,
  column: number,
  rowPlaces?: Place[],
  field?: number,
): Place {
  if (grid.kind === 'sheet') return { sheet: grid.name, cell: `${columnName(column)}${row}` };
  if (grid.kind === 'csv') return { row, column };
  const line = rowPlaces?.[row - 1];
  if (line) return line;
  const at = { table: grid.index, row: row - 1, cell: cellNumber(grid, row, column) };
  return field === undefined ? at : { ...at, field };
}

/** The place of an answer: in a table printed on a page also its column, or the form field that stands there. */
export function slotPlace(
  grid: Grid,
  row: number,
  column: number,
  rowPlaces?: Place[],
  field?: Field,
): Place {
  const at = cellPlace(grid, row, column, rowPlaces, field?.index);
  if (!('page' in at)) return at;
  return field?.via === 'acroform' && field.name ? { ...at, field: field.name } : { ...at, cell: column - 1 };
}

/** Which cell of its row stands at a column, from 0. */
function cellNumber({ cellStarts }: Grid, row: number, column: number): number {
  const starts = cellStarts?.[row];
  return starts ? Math.max(0, starts.filter(start => start <= column).length - 1) : column - 1;
}

/** Ids from places; a second question at one place gets a number. */
export function idMaker(): (at: Place) => string {
  const seen = new Map<string, number>();
  return at => {
    const base = sayPlace(at).replaceAll(', ', ' ');
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base} (${count})`;
  };
}

/** Row number of a cell's place, from 1; null for places that are no cells. */
export function rowOfPlace(at: Place): number | null {
  if ('sheet' in at) return Number(/\d+$/.exec(at.cell)?.[0] ?? 0) || null;
  if ('table' in at) return at.row + 1;
  return 'column' in at ? at.row : null;
}
