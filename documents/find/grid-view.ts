// A grid as the finder looks at it: any cell by row and column, merges followed to their top-left cell, what is
// hidden, locked or limited to a list. Everything is looked up lazily, so a merge or a validation over a whole
// column costs nothing until somebody asks.
import type { Cell, Grid, Rect, Validation } from '../../contract/source-document.ts';
import { cleanText } from './plain-words.ts';
import { rectIndex, spanIndex } from './rect-index.ts';

export interface GridView {
  grid: Grid;
  /** Rows that hold a visible word, ascending. */
  contentRows: number[];
  /** Columns that hold a visible word, ascending. */
  contentColumns: number[];
  cell(row: number, column: number): Cell | undefined;
  /** Clean text of the cell itself; '' inside a merge, but for its top-left cell. */
  text(row: number, column: number): string;
  /** Clean text a person sees at this position: that of the merge it belongs to. */
  shown(row: number, column: number): string;
  /** The merge that covers the position, or null. */
  merge(row: number, column: number): Rect | null;
  /** Top-left of the merge, or the position itself. */
  owner(row: number, column: number): { row: number; column: number };
  /** Cells with words in a row, left to right. */
  rowCells(row: number): Cell[];
  list(row: number, column: number): Validation | null;
  validations(row: number, column: number): Validation[];
  /** Writing is barred by sheet protection. */
  locked(row: number, column: number): boolean;
  hiddenRow(row: number): boolean;
  hiddenColumn(column: number): boolean;
}

/** Columns are at most 16,384 (ECMA-376 18.3.1.4 and the producers' limit), so one number names a cell. */
const key = (row: number, column: number) => row * 16_384 + column;

/** Cells the finder may ask about: blank ones matter where they can be locked, hold fields, or are a form's blanks. */
function matters(grid: Grid, cell: Cell): boolean {
  return (
    cell.kind !== 'blank' ||
    cell.formula ||
    grid.kind === 'table' ||
    grid.protected ||
    cell.fields !== undefined
  );
}

/** @param every keep blank cells for their looks (a picture shows them) */
export function viewGrid(grid: Grid, every = false): GridView {
  const cells = new Map<number, Cell>();
  const byRow = new Map<number, Cell[]>();
  const columns = new Set<number>();
  const texts = new Map<number, string>();
  const merges = rectIndex(grid.merges.map(rect => ({ rects: [rect], value: rect })));
  for (const cell of grid.cells) {
    if (every || matters(grid, cell)) cells.set(key(cell.row, cell.column), cell);
    if (cell.text === '' && !cell.fields?.length) continue;
    const text = cleanText(cell.text);
    if (text === '' && !cell.fields?.length) continue;
    const merge = merges.first(cell.row, cell.column);
    if (merge && (merge.top !== cell.row || merge.left !== cell.column)) continue;
    texts.set(key(cell.row, cell.column), text);
    columns.add(cell.column);
    const row = byRow.get(cell.row);
    if (row) row.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  for (const row of byRow.values()) row.sort((a, b) => a.column - b.column);
  const validations = rectIndex(grid.validations.map(value => ({ rects: value.rects, value })));
  const hiddenRows = spanIndex(grid.hiddenRows);
  const hiddenColumns = spanIndex(grid.hiddenColumns);
  const unlockedColumns = spanIndex(grid.unlockedColumns);
  const owner = (row: number, column: number) => {
    const merge = merges.first(row, column);
    return merge ? { row: merge.top, column: merge.left } : { row, column };
  };
  const view: GridView = {
    grid,
    contentRows: [...byRow.keys()].sort((a, b) => a - b),
    contentColumns: [...columns].sort((a, b) => a - b),
    cell: (row, column) => cells.get(key(row, column)),
    text: (row, column) => texts.get(key(row, column)) ?? '',
    shown: (row, column) => {
      // Own words stand only where no merge covers them.
      const own = texts.get(key(row, column));
      if (own !== undefined) return own;
      const at = owner(row, column);
      return texts.get(key(at.row, at.column)) ?? '';
    },
    merge: (row, column) => merges.first(row, column),
    owner,
    rowCells: row => byRow.get(row) ?? [],
    list: (row, column) => validations.all(row, column).find(one => one.kind === 'list') ?? null,
    validations: (row, column) => validations.all(row, column),
    locked: (row, column) => {
      if (!grid.protected) return false;
      return cells.get(key(row, column))?.locked ?? !unlockedColumns(column);
    },
    hiddenRow: hiddenRows,
    hiddenColumn: hiddenColumns,
  };
  return view;
}
