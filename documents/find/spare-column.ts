// A form that asks but leaves no place to answer: the first empty column beside the questions takes the answers,
// as a person would put them. Said in a message, because the file does not say so itself.
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
