// Finds the rows that name the columns. A header may span several rows, be repeated for every section (with
// the section's title in it), or stand beside a second table's header. Words decide where the lexicon knows
// them; merges say how far down a header reaches.
import type { Cell } from '../../contract/source-document.ts';
import type { GridView } from './grid-view.ts';
import { type HeaderReading, isOptionWord, readHeader } from './header-lexicon.ts';
import { headerStrength } from './header-strength.ts';
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

const deepest = 4;

/** Every header of the grid in order, with its full height. */
export function findHeaders(view: GridView): HeaderBand[] {
  const strengths = new Map<number, number>();
  for (const row of view.contentRows) {
    const strength = headerStrength(view, row);
    if (strength > 0) strengths.set(row, strength);
  }
  const best = Math.max(0, ...strengths.values());
  const enough = Math.max(Math.min(3, best), best - 1.5);
  const strong = [...strengths].filter(([, strength]) => strength >= enough).map(([row]) => row);
  const words = layoutWords(view, strong);
  const bands: HeaderBand[] = [];
  let reached = 0;
  for (const row of view.contentRows) {
    if (row <= reached) continue;
    const isStrong = (strengths.get(row) ?? 0) >= enough && best > 0;
    if (isStrong ? bands.length > 0 && !startsAnew(view, row, bands) : !repeats(view, row, words)) continue;
    const band = readBand(view, row);
    bands.push(band);
    reached = band.bottom;
  }
  if (bands.length > 0) return bands;
  const formal = headerByForm(view);
  return formal === null ? [] : [readBand(view, formal)];
}

/** Words that strong headers put over answers, by column. */
function layoutWords(view: GridView, rows: number[]): Map<number, Set<string>> {
  const words = new Map<number, Set<string>>();
  for (const row of rows) {
    for (const cell of view.rowCells(row)) {
      const text = view.text(row, cell.column);
      const role = readHeader(text)?.role;
      if (role !== 'answer' && role !== 'comment') continue;
      const texts = words.get(cell.column) ?? new Set<string>();
      words.set(cell.column, texts.add(text));
    }
  }
  return words;
}

/** "Section title | Answer": too little alone, but the same word stands over the same column elsewhere. */
function repeats(view: GridView, row: number, words: Map<number, Set<string>>): boolean {
  const cells = view.rowCells(row);
  if (cells.length < 2 || cells.length > 8) return false;
  const texts = cells.map(cell => view.text(row, cell.column));
  if (texts.some(text => readingLength(text) > 80 || questionShape(text) >= 0.9)) return false;
  return cells.some((cell, at) => words.get(cell.column)?.has(texts[at] ?? ''));
}

/**
 * A header in words the lexicon lacks, known by its form alone: short words over columns that stay empty below,
 * beside a column of long texts. Only a form that waits for answers looks so.
 */
function headerByForm(view: GridView): number | null {
  for (const row of view.contentRows.slice(0, 40)) {
    const cells = view.rowCells(row);
    if (
      cells.length < 2 ||
      cells.some(cell => cell.formula || readingLength(view.text(row, cell.column)) > 60)
    )
      continue;
    const below = view.contentRows.filter(other => other > row).slice(0, 200);
    if (below.length < 2) return null;
    const filled = (column: number) => below.filter(other => view.text(other, column) !== '');
    const empty = cells.filter(cell => below.every(other => view.text(other, cell.column) === ''));
    if (empty.length === 0 || empty.length === cells.length) continue;
    const long = cells.some(cell => {
      const rows = filled(cell.column);
      const length = rows.reduce((sum, other) => sum + readingLength(view.text(other, cell.column)), 0);
      return rows.length >= below.length * 0.6 && length / Math.max(1, rows.length) >= 20;
    });
    if (long) return row;
  }
  return null;
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
    const above = view.shown(top, cell.column);
    const role = above === '' ? null : readHeader(above)?.role;
    if ((role === 'question' || role === 'reference') && !inGroup(view, top, cell)) return false;
    if (isOptionWord(text)) options += 1;
    else if (inGroup(view, top, cell) || (above === '' && readHeader(text) !== null)) grouped += 1;
  }
  return options >= 2 || (options + grouped >= cells.length * 0.6 && grouped > 0);
}

function inGroup(view: GridView, top: number, cell: Cell): boolean {
  const merge = view.merge(top, cell.column);
  return merge !== null && merge.right > merge.left;
}

/**
 * Further down, words alone do not make a header, for answers use the same words: it repeats an earlier header,
 * looks unlike the row below it, or begins after a gap.
 */
function startsAnew(view: GridView, row: number, bands: HeaderBand[]): boolean {
  const cells = view.rowCells(row);
  const again = cells.filter(cell =>
    bands.some(band => band.columns.get(cell.column)?.leaf === view.text(row, cell.column)),
  );
  if (again.length >= cells.length / 3) return true;
  if (again.some(cell => ['answer', 'comment'].includes(readHeader(view.text(row, cell.column))?.role ?? '')))
    return true;
  if (view.rowCells(row - 1).length === 0) return true;
  const stands = (at: number) =>
    view.rowCells(at).filter(cell => cell.look.bold || (cell.look.fill && cell.look.fill !== 'FFFFFF'))
      .length;
  return stands(row) >= cells.length * 0.8 && stands(row + 1) < view.rowCells(row + 1).length * 0.5;
}
