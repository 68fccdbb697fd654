// A form that names no place to answer: an empty cell drawn below each question takes its answer, else the first
// empty column beside the questions, as a person would write. The column is a guess and said in a message.
import type { Question } from '../../contract/questionnaire.ts';
import type { GridView } from './grid-view.ts';
import { cellPlace, rowOfPlace } from './places.ts';

/** How far from the questions an answer column may be. */
const farthest = 60;

/** The first column right of the question that holds nothing in any row of the sheet; null when none is sure. */
export function spareColumn(view: GridView, questionColumn: number): number | null {
  if (view.grid.kind !== 'sheet') return null;
  const used = new Set(view.contentColumns);
  for (let column = questionColumn + 1; column <= questionColumn + farthest; column += 1) {
    if (!used.has(column) && !view.hiddenColumn(column)) return column;
  }
  return null;
}

/** Gives every question an optional text slot in that column, where the cell may be written. */
export function answerInSpare(view: GridView, questions: Question[], column: number): void {
  for (const question of questions) {
    const row = rowOfPlace(question.at);
    if (row === null || view.merge(row, column) || view.cell(row, column)?.formula) continue;
    question.slots.push({
      role: 'text',
      at: cellPlace(view.grid, row, column),
      purpose: 'answer',
      optional: true,
    });
  }
}

/** Rows whose next row is an empty cell of the same width, merged or unlocked on purpose: the answer goes there. */
export function answerBelow(view: GridView, questions: Question[], column: number): boolean {
  const below = questions.map(question => {
    const row = rowOfPlace(question.at);
    return row === null ? null : emptyCellBelow(view, row, column);
  });
  const drawn = below.filter(row => row !== null).length;
  if (drawn < Math.max(1, questions.length * 0.6)) return false;
  for (const [order, question] of questions.entries()) {
    const row = below[order];
    if (row) question.slots.push({ role: 'text', at: cellPlace(view.grid, row, column), purpose: 'answer' });
  }
  return true;
}

function emptyCellBelow(view: GridView, row: number, column: number): number | null {
  const own = view.merge(row, column);
  const next = (own?.bottom ?? row) + 1;
  const merge = view.merge(next, column);
  if (view.text(next, column) !== '' || view.rowCells(next).length > 0 || view.cell(next, column)?.formula)
    return null;
  if (merge)
    return merge.left === column && merge.top === next && merge.right === (own?.right ?? merge.right)
      ? next
      : null;
  return view.grid.protected && !view.locked(next, column) ? next : null;
}
