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
  /** Column, start and end of each cell in turn; flat, as there are tens of thousands. */
  cells: number[];
}

export interface SheetSpans {
  rows: RowSpan[];
  rowsElement: ElementSpan | null;
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
  endCell(end: number): void;
  dimension(start: number, end: number): void;
}

export function recordSpans(): SpanRecorder {
  const spans: SheetSpans = { rows: [], rowsElement: null, dimension: null };
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
      row?.cells.push(column, start, start);
    },
    endCell(end) {
      if (row) row.cells[row.cells.length - 1] = end;
    },
    dimension(start, end) {
      spans.dimension = { start, end };
    },
  };
}
