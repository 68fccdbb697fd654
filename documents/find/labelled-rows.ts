// Sheets that answer below: each question is followed by rows labelled "Answer:", "Evidence:", with an empty cell
// beside the label. No header names a column; the labels do, again and again.
import type { Question, Slot } from '../../contract/questionnaire.ts';
import { type FoundRegion, regionOfRows } from './found.ts';
import type { GridContext } from './grid-context.ts';
import type { GridView } from './grid-view.ts';
import { readHeader } from './header-lexicon.ts';
import { leadingNumber } from './leading-number.ts';
import { cellPlace, slotPlace } from './places.ts';
import { wordCount } from './plain-words.ts';
import { questionShape } from './question-shape.ts';
import { isContact } from './row-kinds.ts';

interface Label {
  comment: boolean;
  /** Column of the empty cell beside the label. */
  column: number;
}

interface Asked {
  row: number;
  text: string;
  column: number;
  labels: [number, Label][];
  heading: string | null;
}

/** Null unless at least two rows are each followed by a label, and most of those rows ask. */
export function regionOfLabelledRows(context: GridContext): FoundRegion | null {
  const rows = context.view.contentRows;
  const asked = readRows(context.view, rows);
  const asking = asked.filter(({ text }) => questionShape(text) >= 0.6).length;
  if (asked.length < 2 || asking < asked.length * 0.6) return null;
  const questions = asked.map(one => questionOf(context, one));
  return regionOfRows(context, questions, {
    confidence: 0.9,
    why: `${questions.length} questions, each followed by rows labelled for the answer.`,
    firstRow: rows[0] ?? 0,
    lastRow: rows.at(-1) ?? 0,
  });
}

function readRows(view: GridView, rows: readonly number[]): Asked[] {
  const labels = new Map<number, Label>();
  for (const row of rows) {
    const label = labelIn(view, row);
    if (label) labels.set(row, label);
  }
  const asked: Asked[] = [];
  let heading: string | null = null;
  for (const [order, row] of labels.size < 2 ? [] : rows.entries()) {
    if (labels.has(row)) continue;
    const own: [number, Label][] = [];
    for (const next of rows.slice(order + 1)) {
      const label = labels.get(next);
      if (!label) break;
      own.push([next, label]);
    }
    const longest = longestIn(view, row);
    if (own.length === 0) heading = longest.text;
    else asked.push({ row, ...longest, labels: own, heading });
  }
  return asked;
}

/** "Answer:" alone in its row, with room beside it. */
function labelIn(view: GridView, row: number): Label | null {
  const cells = view.rowCells(row);
  const only = cells[0];
  if (cells.length !== 1 || !only) return null;
  const text = view.text(row, only.column);
  if (!/[:：]$/.test(text) || wordCount(text) > 4) return null;
  const reading = readHeader(text);
  if (!reading || reading.weight < 3 || (reading.role !== 'answer' && reading.role !== 'comment'))
    return null;
  const column = (view.merge(row, only.column)?.right ?? only.column) + 1;
  const owner = view.owner(row, column);
  const free = owner.row === row && owner.column === column && !view.cell(row, column)?.formula;
  return free && !view.locked(row, column) ? { comment: reading.role === 'comment', column } : null;
}

function longestIn(view: GridView, row: number): { text: string; column: number } {
  const cells = view.rowCells(row).map(({ column }) => ({ text: view.text(row, column), column }));
  return cells.reduce((best, one) => (one.text.length > best.text.length ? one : best), {
    text: '',
    column: 1,
  });
}

function questionOf(
  { view, makeId, rowPlaces }: GridContext,
  { row, text, column, labels, heading }: Asked,
): Question {
  const at = cellPlace(view.grid, row, column, rowPlaces);
  const number = view.rowCells(row).find(cell => cell.column < column);
  const slots = labels.map(([place, label]): Slot => {
    const options = view.list(place, label.column)?.options;
    const purpose = label.comment ? ('comment' as const) : ('answer' as const);
    return {
      ...(options ? { role: 'choice', options } : { role: 'text', purpose }),
      at: slotPlace(view.grid, place, label.column, rowPlaces),
      ...(label.comment ? { optional: true } : {}),
    };
  });
  return {
    id: makeId(at),
    ref: number ? view.text(row, number.column) : leadingNumber(text),
    text,
    section: heading,
    guidance: null,
    at,
    optional: isContact(text) && questionShape(text) < 0.6,
    slots,
  };
}
