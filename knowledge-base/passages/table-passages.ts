// A table into passages: a row each, with the column headers and the words above the table as context; a
// table of questions and answers gives the answers, with their question as context; a table of one column is
// prose and is split like prose. Rows of nothing and the header row itself are not statements.
import type { Place } from '../../contract/place.ts';
import type { Grid } from '../../contract/source-document.ts';
import { tidy } from '../text/normalise.ts';
import { sentences } from '../text/sentences.ts';
import type { LoosePassage } from './passage-identity.ts';

interface Row {
  number: number;
  cells: { column: number; text: string }[];
}

const QUESTION_HEADER = /^(?:question|questions|control question|requirement|query|ask)\b/i;
const ANSWER_HEADER =
  /^(?:answer|answers|response|responses|reply|vendor response|comment|comments|details|explanation)\b/i;

/** Passages of one grid in row order. `at` is the table's own place when rows have none. */
export function tablePassages(
  grid: Grid,
  heading: readonly string[],
  at: Place | null,
  rowPlaces: readonly Place[] | undefined,
  leadIn: readonly string[] = [],
): LoosePassage[] {
  const rows = readRows(grid);
  const header = findHeader(rows);
  const out: LoosePassage[] = [];
  const answers = header ? answerColumns(header) : null;
  for (const row of rows) {
    if (header && row.number <= header.number) continue;
    const place = (column: number) => cellPlace(grid, row.number, column, at, rowPlaces);
    const base = { heading: [...heading], context: [...leadIn] };
    if (answers) out.push(...answerPassages(row, answers, base, place));
    else if (row.cells.length === 1 || rows.every(r => r.cells.length <= 1)) {
      for (const cell of row.cells) out.push(...prose(cell.text, base, place(cell.column)));
    } else out.push(...rowPassages(row, header, base, place));
  }
  return out;
}

type Base = { heading: string[]; context: string[] };

function readRows(grid: Grid): Row[] {
  const hidden = (n: number) => grid.hiddenRows.some(span => n >= span.from && n <= span.to);
  const rows = new Map<number, Row>();
  for (const cell of grid.cells) {
    const text = tidy(cell.text);
    if (text === '' || hidden(cell.row)) continue;
    const row = rows.get(cell.row) ?? { number: cell.row, cells: [] };
    row.cells.push({ column: cell.column, text });
    rows.set(cell.row, row);
  }
  return [...rows.values()].sort((a, b) => a.number - b.number);
}

/** The first row that is as wide as the table and holds only short labels. */
function findHeader(rows: readonly Row[]): Row | null {
  const width = Math.max(0, ...rows.map(row => row.cells.length));
  if (width < 2 || rows.length < 2) return null;
  const row = rows.slice(0, 5).find(r => r.cells.length >= Math.max(2, width - 1));
  return row?.cells.every(c => c.text.length <= 60 && !/[.!?]$/.test(c.text) && !/\d{2}/.test(c.text))
    ? row
    : null;
}

function answerColumns(
  header: Row,
): { question: number; answers: { column: number; text: string }[] } | null {
  const question = header.cells.find(cell => QUESTION_HEADER.test(cell.text));
  const answers = header.cells.filter(cell => ANSWER_HEADER.test(cell.text));
  return question && answers.length > 0 ? { question: question.column, answers } : null;
}

function answerPassages(
  row: Row,
  columns: { question: number; answers: { column: number; text: string }[] },
  base: Base,
  place: (column: number) => Place,
): LoosePassage[] {
  const question = row.cells.find(cell => cell.column === columns.question);
  if (!question) return [];
  const said = row.cells.filter(cell => columns.answers.some(answer => answer.column === cell.column));
  return said.map(cell => ({
    ...base,
    text: cell.text,
    context: [...base.context, question.text],
    kind: 'answer' as const,
    at: place(cell.column),
  }));
}

/** A row as one passage; a row that holds whole paragraphs as one passage for each of their sentences. */
function rowPassages(
  row: Row,
  header: Row | null,
  base: Base,
  place: (column: number) => Place,
): LoosePassage[] {
  const first = row.cells[0];
  if (!first) return [];
  const headers = header ? header.cells.map(cell => cell.text) : [];
  const long = row.cells.filter(cell => sentences(cell.text).length > 1 && cell.text.length > 160);
  const short = row.cells.filter(cell => !long.includes(cell));
  const context = [...base.context, ...(headers.length > 0 ? [headers.join(' | ')] : [])];
  const out: LoosePassage[] = [];
  const line = short.map(cell => cell.text).join(' | ');
  if (long.length === 0 || short.length > 1) {
    out.push({ ...base, text: line, context, kind: 'row', at: place(first.column) });
  }
  for (const cell of long) {
    out.push(
      ...prose(
        cell.text,
        { ...base, context: line === '' ? context : [...context, line] },
        place(cell.column),
      ),
    );
  }
  return out;
}

function prose(text: string, base: Base, at: Place): LoosePassage[] {
  return sentences(text).map(s => ({
    ...base,
    text: text.slice(s.from, s.to),
    kind: 'sentence' as const,
    at,
  }));
}

function cellPlace(
  grid: Grid,
  row: number,
  column: number,
  at: Place | null,
  rowPlaces: readonly Place[] | undefined,
): Place {
  const own = rowPlaces?.[row - 1];
  if (own) return own;
  if (grid.kind === 'csv') return { row, column };
  if (grid.kind === 'sheet') return { sheet: grid.name, cell: `${letters(column)}${row}` };
  if (at && !('table' in at)) return at;
  // Places count the cells of a row, which may span columns.
  const starts = grid.cellStarts?.[row];
  const cell = starts ? starts.filter(start => start <= column).length : column;
  return { table: grid.index, row: row - 1, cell: Math.max(1, cell) - 1 };
}

function letters(column: number): string {
  let out = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26))
    out = String.fromCharCode(65 + ((n - 1) % 26)) + out;
  return out;
}
