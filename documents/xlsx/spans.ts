// Where rows and cells stand in the text of a sheet, as the reader meets them. The receipt walks by these spans,
// not by those of the scanner that places edits, so that one mistake cannot hide the other.

interface ElementSpan {
  name: string;
  start: number;
  /** After the opening tag; equal to `end` when the tag closes itself. */
  openEnd: number;
  /** Where the closing tag starts. */
  closeStart: number;
  end: number;
}

export interface RowSpan extends ElementSpan {
  row: number;
  /** Column, start, end and flags of each cell in turn; flat, as there are tens of thousands. */
  cells: number[];
}

/** Numbers a cell takes in the flat list. */
export const cellStride = 4;
export const formulaFlag = 1;
export const lockedFlag = 2;

export interface SheetSpans {
  rows: RowSpan[];
  rowsElement: ElementSpan | null;
  /** Whether any stated cell is open for input on a protected sheet. */
  openCells: boolean;
  /** The tag that states the used range, which a fill widens. */
  dimension: { start: number; end: number } | null;
}

/** Takes the events of one sheet and keeps the spans; `start` and `end` are those of a tag. */
export interface SpanRecorder {
  spans: SheetSpans;
  startRows(name: string, start: number, end: number): void;
  endRows(start: number, end: number): void;
  startRow(row: number, name: string, start: number, end: number): void;
  endRow(start: number, end: number): void;
  startCell(column: number, start: number): void;
  endCell(end: number, formula: boolean, locked: boolean): void;
  dimension(start: number, end: number): void;
}

export function recordSpans(): SpanRecorder {
  const spans: SheetSpans = { rows: [], rowsElement: null, dimension: null, openCells: false };
  let row: RowSpan | null = null;
  const close = (element: ElementSpan | null, start: number, end: number) => {
    if (!element) return;
    element.closeStart = start;
    element.end = end;
  };
  return {
    spans,
    startRows(name, start, end) {
      spans.rowsElement = { name, start, openEnd: end, closeStart: end, end };
    },
    endRows: (start, end) => close(spans.rowsElement, start, end),
    startRow(number, name, start, end) {
      row = { row: number, name, start, openEnd: end, closeStart: end, end, cells: [] };
      spans.rows.push(row);
    },
    endRow: (start, end) => close(row, start, end),
    startCell(column, start) {
      row?.cells.push(column, start, start, 0);
    },
    endCell(end, formula, locked) {
      if (!locked) spans.openCells = true;
      if (!row) return;
      row.cells[row.cells.length - 2] = end;
      row.cells[row.cells.length - 1] = (formula ? formulaFlag : 0) | (locked ? lockedFlag : 0);
    },
    dimension(start, end) {
      spans.dimension = { start, end };
    },
  };
}

/** Where a cell starts in the flat list of its row, or -1. */
export function cellIndex({ cells }: RowSpan, column: number): number {
  for (let at = 0; at < cells.length; at += cellStride) if (cells[at] === column) return at;
  return -1;
}
