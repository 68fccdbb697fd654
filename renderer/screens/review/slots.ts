// What the customer's cells ask for, as the answer card shows it: one choice, one text, or several cells each
// on its own. Options come from the file in its order and its words.
import type { Question, Slot } from '../../../contract/questionnaire.ts';

export interface Asked {
  /** The file's own options; empty when the file offers none. */
  options: string[];
  /** True when an answer in words can be written. */
  text: boolean;
  /** Shortest limit among the text slots, in characters. */
  limit: number | null;
  /** Several cells of one kind: each can be set by itself. */
  several: { index: number; slot: Slot }[];
}

export function whatIsAsked(question: Question): Asked {
  const choices = question.slots.filter(slot => slot.role === 'choice');
  const marks = question.slots.filter(slot => slot.role === 'mark');
  const texts = question.slots.filter(slot => slot.role === 'text');
  const first = choices[0]?.options ?? marks.flatMap(slot => slot.option ?? []);
  const limits = texts.flatMap(slot => slot.limit ?? []);
  const many = choices.length > 1 || texts.length > 1;
  return {
    options: [...new Set(first)],
    text: texts.length > 0 || (choices.length === 0 && marks.length === 0),
    limit: limits.length > 0 ? Math.min(...limits) : null,
    several: many
      ? question.slots.flatMap((slot, index) => (slot.role === 'mark' ? [] : [{ index, slot }]))
      : [],
  };
}
