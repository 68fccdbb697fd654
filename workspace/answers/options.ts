// The words a question's file accepts as a choice, whichever way it takes them: a drop-down or a mark column.
import type { Question, Slot } from '../../contract/questionnaire.ts';
import { textKey } from '../desk/text-key.ts';

/** The options in file order; empty when the question takes free text only. */
export function optionsOf(question: Question): string[] {
  const list = question.slots.find(slot => slot.role === 'choice' && (slot.options?.length ?? 0) > 0);
  if (list?.options) return list.options;
  const marks = question.slots.filter(slot => slot.role === 'mark');
  return [...new Set(marks.flatMap(slot => slot.option ?? []))];
}

export function takesChoice(question: Question): boolean {
  return question.slots.some(slot => slot.role !== 'text');
}

/** The free-text slot that holds the answer's words: the answer itself, or the comment beside a choice. */
export function textSlotOf(question: Question): Slot | null {
  const texts = question.slots.filter(slot => slot.role === 'text');
  const wanted = takesChoice(question) ? 'comment' : 'answer';
  return texts.find(slot => slot.purpose === wanted) ?? texts[0] ?? null;
}

/** This file's own wording of a choice that another file worded alike ("yes" for "Yes"); null when it has none. */
export function sameOption(choice: string | null, options: readonly string[]): string | null {
  if (choice === null) return null;
  if (options.includes(choice)) return choice;
  const key = textKey(choice);
  return options.find(option => textKey(option) === key) ?? null;
}

// The field's customary words for "this does not apply", in the languages customers write in.
const notApplicable = new Set(
  [
    'na',
    'n a',
    'not applicable',
    'does not apply',
    'no aplica',
    'non applicable',
    'sans objet',
    'nicht anwendbar',
  ].concat([
    'nicht zutreffend',
    'entfällt',
    'non applicabile',
    'não aplicável',
    'niet van toepassing',
    '該当なし',
    '不适用',
  ]),
);

/** The option that says the question does not apply, when the file offers one. */
export function notApplicableOption(options: readonly string[]): string | null {
  const keys = new Set([...notApplicable].map(textKey));
  return options.find(option => keys.has(textKey(option))) ?? null;
}
