// Finds the rows that name the columns. A header may span several rows, be repeated for every section (with
// the section's title in it), or stand beside a second table's header. Words decide where the lexicon knows
// them; merges say how far down a header reaches.
import type { Cell } from '../../contract/source-document.ts';
import type { GridView } from './grid-view.ts';
import { type HeaderReading, isOptionWord, readHeader } from './header-lexicon.ts';
import { readingLength } from './plain-words.ts';
import { questionShape } from './question-shape.ts';

export interface HeaderCell {
  column: number;
  /** All words over the column, from the top. */
  text: string;
  /** The lowest words, which name this column and not a group of columns. */
  leaf: string;
  reading: HeaderReading | null;
  /** The leaf when it is an option to tick ("Yes", "N/A", "3"). */
  option: string | null;
}

export interface HeaderBand {
  top: number;
  bottom: number;
  columns: Map<number, HeaderCell>;
}

const longestHeader = 160;
const deepest = 4;

/** True when the words of a row name columns. */
export function isHeaderRow(view: GridView, row: number): boolean {
  const cells = view.rowCells(row);
  if (cells.length < 2) return false;
  let matched = 0;
  let asking = 0;
  let answers = 0;
  let questions = 0;
  let options = 0;
  let length = 0;
  const roles = new Set<string>();
  for (const cell of cells) {
    const text = view.text(row, cell.column);
    length += Math.min(400, readingLength(text));
    if (cell.formula && view.grid.kind === 'csv') continue;
    const reading = text.length <= longestHeader ? readHeader(text) : null;
    if (isOptionWord(text)) options += 1;
    if (!reading && questionShape(text) >= 0.9 && readingLength(text) >= 25) asking += 1;
    if (!reading) continue;
    matched += 1;
    roles.add(reading.role);
    if (reading.role === 'answer' || (reading.role === 'comment' && reading.weight >= 2)) answers += 1;
    if (reading.role === 'question' && reading.weight >= 2) questions += 1;
  }
  if (options >= 2) answers += 1;
  if (asking > matched || length / cells.length > 70) return false;
  if (options > cells.length / 2 && questions === 0) return false;
  const share = (matched + options) / cells.length;
  if (answers > 0 && questions > 0) return share >= 0.25;
  if (answers === 0 && questions === 0) return false;
  return roles.size >= 2 && share >= 0.4;
}

/** Every header of the grid in order, with its full height. */
export function findHeaders(view: GridView): HeaderBand[] {
  const bands: HeaderBand[] = [];
  let reached = 0;
  for (const row of view.contentRows) {
    if (row <= reached || !isHeaderRow(view, row)) continue;
    const band = readBand(view, row);
    if (sentenceUnder(view, band)) continue;
    bands.push(band);
    reached = band.bottom;
  }
  return bands;
}

/** The header that starts at a row a person named, whatever its words. */
export function readBand(view: GridView, top: number): HeaderBand {
  const bottom = bandBottom(view, top);
  const columns = new Map<number, HeaderCell>();
  for (const column of view.contentColumns) {
    const texts: string[] = [];
    for (let row = top; row <= bottom; row += 1) {
      const text = view.shown(row, column);
      if (text !== '' && texts.at(-1) !== text) texts.push(text);
    }
    const leaf = texts.at(-1);
    if (leaf !== undefined) columns.set(column, headerCell(column, texts, leaf));
  }
  markNumberScale(columns);
  return { top, bottom, columns };
}

function headerCell(column: number, texts: string[], leaf: string): HeaderCell {
  const text = texts.join(' ');
  const option = isOptionWord(leaf) ? leaf : null;
  const leafReading = readHeader(leaf);
  const reading = leafReading ?? (texts.length > 1 ? readHeader(texts.at(-2) ?? '') : null);
  return { column, text, leaf, reading, option };
}

/** A run of headers 0 1 2 3 is a scale to tick. */
function markNumberScale(columns: Map<number, HeaderCell>): void {
  const ordered = [...columns.values()].sort((a, b) => a.column - b.column);
  let run: HeaderCell[] = [];
  const close = () => {
    if (run.length >= 3) for (const cell of run) cell.option = cell.leaf;
    run = [];
  };
  for (const cell of ordered) {
    const last = run.at(-1);
    const value = /^\d$/.test(cell.leaf) ? Number(cell.leaf) : null;
    if (value === null) close();
    else if (last && (cell.column !== last.column + 1 || value !== Number(last.leaf) + 1)) {
      close();
      run = [cell];
    } else run.push(cell);
  }
  close();
}

function bandBottom(view: GridView, top: number): number {
  let bottom = top;
  for (const cell of view.rowCells(top)) {
    const merge = view.merge(top, cell.column);
    if (merge && merge.bottom - top < deepest) bottom = Math.max(bottom, merge.bottom);
  }
  for (let row = bottom + 1; row <= top + deepest; row += 1) {
    if (!isSubHeader(view, top, row)) break;
    bottom = row;
  }
  return bottom;
}

/** Words under a grouped header ("Answers" over "Yes", "No") that still name columns. */
function isSubHeader(view: GridView, top: number, row: number): boolean {
  const cells = view.rowCells(row);
  if (cells.length < 2) return false;
  let options = 0;
  let grouped = 0;
  for (const cell of cells) {
    const text = view.text(row, cell.column);
    if (readingLength(text) > 60) return false;
    if (isOptionWord(text)) options += 1;
    else if (inGroup(view, top, cell)) grouped += 1;
    else if (readHeader(text)?.role !== undefined && view.shown(top, cell.column) === '') grouped += 1;
    else return false;
  }
  return options >= 2 || grouped === cells.length;
}

function inGroup(view: GridView, top: number, cell: Cell): boolean {
  const merge = view.merge(top, cell.column);
  return merge !== null && merge.right > merge.left;
}

/** A "header" whose own question cell is followed by nothing but is itself long prose is a data row. */
function sentenceUnder(view: GridView, band: HeaderBand): boolean {
  for (const cell of band.columns.values()) {
    const { reading, leaf, column } = cell;
    if (reading?.role !== 'question' || reading.weight < 2) continue;
    if (readingLength(leaf) > 90 && view.rowCells(band.bottom + 1).every(next => next.column !== column))
      return true;
  }
  return false;
}
