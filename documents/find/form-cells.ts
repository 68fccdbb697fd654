// The cells of a table laid out as a form: which ones a row itself states, which ask, which wait for an answer.
import type { Cell } from '../../contract/source-document.ts';
import type { GridView } from './grid-view.ts';
import { isOptionWord } from './header-lexicon.ts';
import { isPrompt } from './prompts.ts';

/** Cells the row itself states, left to right; the lower parts of merges are not among them. */
export function statedCells(view: GridView, row: number): Cell[] {
  const cells: Cell[] = [];
  for (let column = 1; column <= view.grid.columns; column += 1) {
    const cell = view.cell(row, column);
    const owner = view.owner(row, column);
    if (cell && owner.row === row && owner.column === column) cells.push(cell);
  }
  return cells;
}

export function emptyBelow(view: GridView, row: number): Cell | null {
  const below = statedCells(view, row + 1);
  const only = below[0];
  return below.length === 1 && only && isEmptyAnswer(view, only) ? only : null;
}

export function isEmptyAnswer(view: GridView, cell: Cell): boolean {
  if (cell.formula || cell.fields?.length) return false;
  const text = view.text(cell.row, cell.column);
  return text === '' || isPrompt(text);
}

export function isAskingCell(view: GridView, cell: Cell): boolean {
  const text = view.text(cell.row, cell.column);
  return /\p{L}{2}|\p{Script=Han}/u.test(text) && !isPrompt(text) && !isOptionWord(text);
}

/** Unlabelled fields row after row are an empty list to fill in, not a question each. */
export function isListCell(view: GridView, cell: Cell): boolean {
  return [cell.row - 1, cell.row + 1].some(row => {
    const other = view.cell(row, cell.column);
    return other?.fields?.length !== undefined && !/\p{L}{2}/u.test(view.text(row, cell.column));
  });
}

export function cellAbove(view: GridView, cell: Cell): Cell | null {
  const above = view.cell(cell.row - 1, cell.column);
  return above && !above.fields?.length && view.text(above.row, above.column) !== '' ? above : null;
}

/** A row of one box without words and the cell that says what it means. */
export function boxRow(view: GridView, cells: Cell[]): { box: Cell; words: Cell } | null {
  const [box, words] = cells;
  if (!box || !words || box.fields?.length !== 1 || words.fields?.length) return null;
  const field = box.fields[0];
  if (field?.kind !== 'checkbox' || field.option || /\p{L}/u.test(view.text(box.row, box.column)))
    return null;
  return view.text(words.row, words.column) === '' ? null : { box, words };
}
