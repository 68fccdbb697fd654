// Cuts a grid into tables: where a header's layout changes a new table begins, where it is repeated the table
// goes on, and tables side by side are taken apart. A grid without any header is one table.
import type { GridView } from './grid-view.ts';
import { findHeaders, type HeaderBand, type HeaderCell, readBand } from './header-rows.ts';
import { questionShape } from './question-shape.ts';

export interface Table {
  /** Counts the tables of a grid from 1. */
  number: number;
  left: number;
  right: number;
  /** Words over each column, of the first header that names it. */
  headers: Map<number, HeaderCell>;
  headerRows: number[];
  /** Rows with words between or after the headers, ascending; rows above the first header belong to `above`. */
  body: number[];
  above: number[];
  /** Section titles that stand in a repeated header: row to words. */
  titles: Map<number, string>;
}

export interface CutOptions {
  /** Row a person named as header; 0 for none. */
  headerRow?: number | undefined;
  /** Headers for a grid without its own. */
  inherited?: Map<number, HeaderCell> | undefined;
}

export function cutTables(view: GridView, { headerRow, inherited }: CutOptions = {}): Table[] {
  const bands =
    headerRow === undefined ? findHeaders(view) : headerRow > 0 ? [readBand(view, headerRow)] : [];
  const columns = view.contentColumns;
  const left = columns[0] ?? 1;
  const right = columns.at(-1) ?? 1;
  const first = bands[0];
  if (!first)
    return [{ ...bare(view.contentRows, left, right), ...(inherited ? { headers: inherited } : {}) }];
  const tables: Table[] = [];
  let above = view.contentRows.filter(row => row < first.top);
  for (const [position, band] of bands.entries()) {
    const next = bands[position + 1];
    const body = view.contentRows.filter(row => row > band.bottom && (!next || row < next.top));
    const parts = sideBySide(band);
    const current = tables.at(-1);
    if (current && parts.length === 1 && sameLayout(current.headers, band)) {
      carryOn(view, current, band, body);
      continue;
    }
    const title = current ? takeTitle(view, current.body, band) : null;
    for (const [start, part] of parts.entries()) {
      const end = parts[start + 1];
      tables.push({
        number: tables.length + 1,
        left: start === 0 ? left : part,
        right: end === undefined ? right : end - 1,
        headers: within(band.columns, start === 0 ? left : part, end === undefined ? right : end - 1),
        headerRows: rowsOf(band),
        body: body.filter(row =>
          view
            .rowCells(row)
            .some(
              cell =>
                (cell.column >= part && (end === undefined || cell.column < end)) ||
                (start === 0 && cell.column < part),
            ),
        ),
        above: start === 0 ? above : [],
        titles: new Map(title === null ? [] : [[band.top, title]]),
      });
    }
    above = [];
  }
  const [opening] = tables;
  if (opening && tables.length > 1) {
    const title = takeTitle(view, [...opening.above], first);
    if (title !== null) opening.titles.set(first.top, title);
  }
  for (const table of tables) nameFirstSection(view, table);
  return tables;
}

/** The lone words right above a further header name its section, and leave the rows before it. */
function takeTitle(view: GridView, rows: number[], band: HeaderBand): string | null {
  const row = rows.at(-1);
  const cells = row === undefined ? [] : view.rowCells(row);
  if (row === undefined || cells.length !== 1 || band.top - row > 2 || !cells[0]) return null;
  const text = view.text(row, cells[0].column);
  if (text.length > 120 || questionShape(text) >= 0.6) return null;
  rows.pop();
  return text;
}

function bare(rows: number[], left: number, right: number): Table {
  return {
    number: 1,
    left,
    right,
    headers: new Map(),
    headerRows: [],
    body: rows,
    above: [],
    titles: new Map(),
  };
}

function rowsOf(band: HeaderBand): number[] {
  return Array.from({ length: band.bottom - band.top + 1 }, (_, step) => band.top + step);
}

function within(columns: Map<number, HeaderCell>, left: number, right: number): Map<number, HeaderCell> {
  return new Map([...columns].filter(([column]) => column >= left && column <= right));
}

/** The same columns mean the same things, wherever both headers say something the lexicon knows. */
function sameLayout(before: Map<number, HeaderCell>, band: HeaderBand): boolean {
  let agree = 0;
  let differ = 0;
  for (const [column, cell] of band.columns) {
    const earlier = before.get(column);
    if (!earlier) continue;
    if (earlier.text === cell.text) agree += 2;
    else if ((earlier.option === null) !== (cell.option === null)) differ += 1;
    else if (!earlier.reading || !cell.reading) continue;
    else if (earlier.reading.role === cell.reading.role) agree += 1;
    else differ += 1;
  }
  // Columns to tick that are gone make another table, too.
  for (const [column, { option }] of before) if (option !== null && !band.columns.has(column)) differ += 1;
  return agree > differ * 2;
}

/** A header repeated: its rows leave the body, and words in place of the question header name the section. */
function carryOn(view: GridView, table: Table, band: HeaderBand, body: number[]): void {
  table.headerRows.push(...rowsOf(band));
  for (const [column, cell] of band.columns) if (!table.headers.has(column)) table.headers.set(column, cell);
  const title = titleIn(view, band.top, band.columns, table.headers);
  if (title) table.titles.set(band.top, title);
  table.body.push(...body);
}

function nameFirstSection(view: GridView, table: Table): void {
  const top = table.headerRows[0];
  if (top === undefined || table.titles.size === 0) return;
  const title = titleIn(view, top, table.headers, table.headers);
  if (title) table.titles.set(top, title);
}

/** The first cell of a header row that names no column: "Access control | Answer | Comment". */
function titleIn(
  view: GridView,
  row: number,
  columns: Map<number, HeaderCell>,
  known: Map<number, HeaderCell>,
): string | null {
  const cell = view.rowCells(row)[0];
  if (!cell) return null;
  const header = columns.get(cell.column);
  if (!header || header.option) return null;
  const usual = known.get(cell.column);
  if (usual && usual !== header && usual.text === header.text) return null;
  const answers = [...columns.values()].some(
    other => other.column > cell.column && other.reading?.role === 'answer',
  );
  if (!answers || (header.reading && header.reading.weight >= 3 && header.reading.role !== 'section'))
    return null;
  return view.text(row, cell.column);
}

/** First columns of the tables a header row holds: the same question header again starts another one. */
function sideBySide(band: HeaderBand): number[] {
  const cells = [...band.columns.values()].sort((a, b) => a.column - b.column);
  const start = cells[0]?.column ?? 1;
  const asking = cells.filter(cell => cell.reading?.role === 'question' && cell.reading.weight >= 2);
  const answering = (from: number, to: number) =>
    cells.some(
      cell =>
        cell.column > from &&
        cell.column < to &&
        (cell.option !== null || cell.reading?.role === 'answer' || cell.reading?.role === 'comment'),
    );
  const starts = [start];
  for (const [position, cell] of asking.entries()) {
    const next = asking[position + 1];
    if (!next) break;
    if (!answering(cell.column, next.column)) continue;
    if (!answering(next.column, asking[position + 2]?.column ?? Number.POSITIVE_INFINITY)) continue;
    starts.push(firstOfGroup(cells, starts.at(-1) ?? start, cell, next));
  }
  return starts;
}

/** Walk left from the second question header over columns that repeat the words left of the first one. */
function firstOfGroup(cells: HeaderCell[], start: number, first: HeaderCell, second: HeaderCell): number {
  const at = (column: number) => cells.find(cell => cell.column === column)?.leaf ?? '';
  let column = second.column;
  for (let step = 1; first.column - step >= start; step += 1) {
    const words = at(first.column - step);
    if (words === '' || at(second.column - step) !== words) break;
    column = second.column - step;
  }
  return column;
}
