// A plain table as a Grid: rows of words, nothing hidden, locked or merged. Shared by the readers whose
// tables carry no more than that (Markdown, text, PDF), so that the finder sees one shape everywhere.
import type { Cell, Grid, Rect } from '../contract/source-document.ts';

/** An empty table grid named "Table n" (`index` from 0). */
export function emptyGrid(index: number): Grid {
  return blankGrid({ name: `Table ${index + 1}`, kind: 'table', index, state: 'visible' });
}

/** A grid of any kind that holds nothing yet. */
export function blankGrid(head: Pick<Grid, 'name' | 'kind' | 'index' | 'state'>): Grid {
  return {
    ...head,
    protected: false,
    rows: 0,
    columns: 0,
    cells: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    unlockedColumns: [],
    validations: [],
    columnWidths: [],
    rowHeights: [],
  };
}

/** A cell that shows `text` and nothing else. */
export function plainCell(row: number, column: number, text: string): Cell {
  return { row, column, text, kind: text === '' ? 'blank' : 'text', formula: false, locked: false, look: {} };
}

/** A grid of the given rows; `bold` rows (from 1) are the ones the file shows as header. */
export function plainGrid(
  index: number,
  rows: readonly (readonly string[])[],
  bold: readonly number[] = [],
  merges: Rect[] = [],
): Grid {
  const cells = rows.flatMap((words, r) => words.map((text, c) => plainCell(r + 1, c + 1, text)));
  for (const cell of cells) if (bold.includes(cell.row)) cell.look.bold = true;
  const columns = Math.max(0, ...rows.map(words => words.length));
  return { ...emptyGrid(index), rows: rows.length, columns, cells, merges };
}
