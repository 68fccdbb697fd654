// The words a person reads for the contract's codes, in one place so that every screen says the same.

import type { ColumnRole } from '../../contract/questionnaire.ts';
import type { QuestionnaireSummary } from '../../contract/review.ts';

export const roleWords: Record<ColumnRole, string> = {
  question: 'Question',
  reference: 'Number',
  section: 'Section',
  guidance: 'Guidance',
  choice: 'Choice',
  text: 'Answer',
  comment: 'Comment',
  mark: 'Tick',
  score: 'Score',
  reviewer: 'For the reviewer',
  ignore: 'Not used',
};

/** "1 question", "2,000 questions". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** A questionnaire's name: its customer and file, without saying the customer twice. */
export function nameOf({ customer, file }: Pick<QuestionnaireSummary, 'customer' | 'file'>): string {
  const said = customer === '' || file.toLowerCase().includes(customer.toLowerCase());
  return said ? file : `${customer}, ${file}`;
}

/** Confidence 0..1 as the whole percent shown everywhere. */
export const percent = (confidence: number) => Math.round(confidence * 100);
