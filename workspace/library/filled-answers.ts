// The answers a completed questionnaire holds: what stands in its slots, read back into choice and text.
import type { Question, Slot } from '../../contract/questionnaire.ts';
import { textSlotOf } from '../answers/options.ts';

export interface FilledAnswer {
  question: Question;
  choice: string | null;
  text: string;
}

/** A text on more than this share of the questions is the form's own prompt, not an answer. */
const PROMPT_SHARE = 0.5;
const FEW = 4;

export function filledAnswers(questions: readonly Question[]): FilledAnswer[] {
  const prompts = repeatedTexts(questions);
  return questions.flatMap(question => {
    const choice = chosen(question.slots);
    const text = textOf(question, prompts);
    return choice === null && text === '' ? [] : [{ question, choice, text }];
  });
}

function chosen(slots: readonly Slot[]): string | null {
  const list = slots.find(slot => slot.role === 'choice' && valueOfSlot(slot) !== '');
  if (list) return valueOfSlot(list);
  const mark = slots.find(slot => slot.role === 'mark' && valueOfSlot(slot) !== '');
  return mark?.option ?? null;
}

/** What stands where an answer would be written: not in the columns beside it, such as planned improvements. */
function textOf(question: Question, prompts: ReadonlySet<string>): string {
  const slot = textSlotOf(question);
  const text = slot ? valueOfSlot(slot) : '';
  return prompts.has(text) ? '' : text;
}

function repeatedTexts(questions: readonly Question[]): Set<string> {
  const values = questions.flatMap(question =>
    question.slots
      .filter(slot => slot.role === 'text')
      .map(valueOfSlot)
      .filter(value => value !== ''),
  );
  const counts = Map.groupBy(values, value => value);
  const many = Math.max(FEW, questions.length * PROMPT_SHARE);
  return new Set([...counts].filter(([, same]) => same.length > many).map(([value]) => value));
}

function valueOfSlot(slot: Slot): string {
  return slot.value?.trim() ?? '';
}
