// How much the words of a row look like the names of columns. Answers use the same words, so the caller compares
// rows with each other before it believes one.
import type { Cell } from '../../contract/source-document.ts';
import type { GridView } from './grid-view.ts';
import { isOptionWord, readHeader } from './header-lexicon.ts';
import { readingLength } from './plain-words.ts';
import { questionShape } from './question-shape.ts';

const longestHeader = 160;
const usualLength = 70;

/** 0 when the row names no columns; else the number of roles named, and more when question and answer are. */
export function headerStrength(view: GridView, row: number): number {
  const cells = view.rowCells(row);
  if (cells.length < 2 || isProse(cells)) return 0;
  if (cells.some(cell => scaleBelow(view, row, cell.column))) return 4;
  let matched = 0;
  let asking = 0;
  let options = 0;
  let answers = 0;
  let questions = 0;
  let length = 0;
  const roles = new Set<string>();
  for (const cell of cells) {
    const text = view.text(row, cell.column);
    length += Math.min(400, readingLength(text));
    const reading = text.length <= longestHeader ? readHeader(text) : null;
    if (isOptionWord(text)) options += 1;
    if (!reading && readingLength(text) >= 25 && questionShape(text) >= 0.9) asking += 1;
    if (!reading) continue;
    matched += 1;
    if (reading.role !== 'other') roles.add(reading.role);
    if (reading.role === 'answer' || reading.role === 'comment') answers += 1;
    if (reading.role === 'question' && reading.weight >= 2) questions += 1;
  }
  if (options >= 2) {
    answers += 1;
    roles.add('answer');
  }
  if (asking > matched || length / cells.length > usualLength) return 0;
  if (options > cells.length / 2 && questions === 0) return 0;
  if (answers === 0 && questions === 0) return 0;
  const share = (matched + options) / cells.length;
  const both = answers > 0 && questions > 0;
  if (share < (both ? 0.25 : 0.4) || (!both && roles.size < 2)) return 0;
  return roles.size + (both ? 1 : 0);
}

/** Too long to name columns: seen before any word is read, since most rows are so. */
function isProse(cells: readonly Cell[]): boolean {
  const letters = cells.reduce((sum, { text }) => sum + Math.min(400, text.length), 0);
  return letters / cells.length > usualLength * 1.5;
}

/** "How far do you agree?" merged over a row of 1 2 3 4 5. */
function scaleBelow(view: GridView, row: number, column: number): boolean {
  const group = view.merge(row, column);
  if (!group || group.right - group.left < 2) return false;
  const steps = Array.from({ length: group.right - group.left + 1 }, (_, step) =>
    view.text(group.bottom + 1, group.left + step),
  );
  return steps.every((text, step) => /^\d$/.test(text) && Number(text) === Number(steps[0]) + step);
}
