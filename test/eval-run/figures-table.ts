// Figures as a table a person reads: one row a set, a style, an engine or a part, all in the same columns.
import { type Outcome, summarise } from './validate.ts';

const HEAD = ['questions', 'ev@1', 'ev@3', 'answered right', 'false answers'];
const one = (value: number) => value.toFixed(1);

/** The row of these outcomes at a threshold; false answers are '-' where every question has an answer. */
export function figuresRow(name: string, own: readonly Outcome[], threshold: number): string {
  const s = summarise(own, threshold);
  const wrong = own.every(outcome => outcome.answerable) ? '-' : one(s.falseAnswers);
  return `| ${[name, s.n, one(s.at1), one(s.at3), one(s.right), wrong].join(' | ')} |`;
}

export function figuresTable(first: string, rows: readonly string[]): string {
  return [`| ${[first, ...HEAD].join(' | ')} |`, `|${'---|'.repeat(HEAD.length + 1)}`, ...rows].join('\n');
}
