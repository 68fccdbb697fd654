// Where rows and cells stand in the text of a sheet, as the reader's parser meets them. The receipt cuts by these
// spans, not by those of the scanner that placed the edits, so that one mistake cannot hide the other.
import type { CellEdit } from './plan-fill.ts';

interface TagSpan {
  name: string;
  start: number;
  /** After the opening tag. */
  openEnd: number;
}

interface RowSpan extends TagSpan {
  row: number;
  end: number;
  /** Column, start and end of each cell. */
  cells: [number, number, number][];
}

export interface SheetSpans {
  rows: RowSpan[];
  rowsElement: TagSpan | null;
  /** The element that states the used range, which a fill widens. */
  dimension: [start: number, end: number] | null;
}

/** Takes the events of one sheet and keeps the spans. Positions are those after a tag. */
export interface SpanRecorder {
  spans: SheetSpans;
  startRow(row: number, name: string, position: number): void;
  endRow(position: number): void;
  startCell(column: number, position: number): void;
  endCell(position: number): void;
  startRows(name: string, position: number): void;
  dimension(position: number): void;
}

export function recordSpans(text: string): SpanRecorder {
  const spans: SheetSpans = { rows: [], rowsElement: null, dimension: null };
  // No `<` can stand inside a tag (XML 1.0, production 10), so the last one before its end opens it.
  const startOf = (position: number) => text.lastIndexOf('<', position - 1);
  let row: RowSpan | null = null;
  let cell: [number, number, number] | null = null;
  return {
    spans,
    startRow(number, name, position) {
      row = { row: number, name, start: startOf(position), openEnd: position, end: position, cells: [] };
      spans.rows.push(row);
    },
    endRow(position) {
      if (row) row.end = position;
    },
    startCell(column, position) {
      cell = [column, startOf(position), position];
      row?.cells.push(cell);
    },
    endCell(position) {
      if (cell) cell[2] = position;
    },
    startRows(name, position) {
      spans.rowsElement = { name, start: startOf(position), openEnd: position };
    },
    dimension(position) {
      spans.dimension = [startOf(position), position];
    },
  };
}

/**
 * What is left of a sheet without the edited cells and the used range, to be compared as text.
 * @param known row numbers of the original, or null for the original itself: a row not among them was made by the
 *   fill, and leaves nothing when nothing but edited cells is in it
 */
export function withoutCells(
  text: string,
  { rows, rowsElement, dimension }: SheetSpans,
  edits: readonly CellEdit[],
  known: ReadonlySet<number> | null,
): string {
  const edited = new Map<number, Set<number>>();
  for (const { row, column } of edits) edited.set(row, (edited.get(row) ?? new Set()).add(column));
  const out: string[] = [];
  let copied = 0;
  const cut = (start: number, end: number, instead: string) => {
    out.push(text.slice(copied, start), instead);
    copied = end;
  };
  if (dimension) cut(...dimension, '');
  if (rowsElement) cut(rowsElement.start, rowsElement.openEnd, openTag(text, rowsElement));
  for (const row of rows) {
    const columns = edited.get(row.row);
    if (!columns) continue;
    const rest = innerWithout(text, row, columns);
    const made = known !== null && !known.has(row.row);
    cut(row.start, row.end, made && rest === `</${row.name}>` ? '' : openTag(text, row) + rest);
  }
  out.push(text.slice(copied));
  return out.join('');
}

function innerWithout(text: string, { openEnd, end, cells }: RowSpan, columns: ReadonlySet<number>): string {
  let rest = '';
  let copied = openEnd;
  for (const [column, from, to] of cells) {
    if (!columns.has(column)) continue;
    rest += text.slice(copied, from);
    copied = to;
  }
  return rest + text.slice(copied, end);
}

/** An opening tag in one spelling: `<row a />` reads `<row a></row>`, as an emptied row does. */
function openTag(text: string, { name, start, openEnd }: TagSpan): string {
  const tag = text.slice(start, openEnd);
  return tag.endsWith('/>') ? `${tag.slice(0, -2).trimEnd()}></${name}>` : `${tag.slice(0, -1).trimEnd()}>`;
}
