// The answers a completed questionnaire holds: what stands in its slots, read back into choice and text.
import type { Question, Slot } from '../../contract/questionnaire.ts';
import { cutBehind } from '../../documents/find/answered-text.ts';
import { claimOf } from '../../knowledge-base/draft/choice.ts';
import { takesChoice, textSlotOf } from '../answers/options.ts';

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
    const given = { choice: chosen(question.slots), text: textOf(question, prompts) };
    const { choice, text } = takesChoice(question) ? given : typedChoice(question, given.text, prompts);
    return choice === null && text === '' ? typedBehind(question) : [{ question, choice, text }];
  });
}

/**
 * Forms of running text ("Are logs kept? (Yes/No) Yes, for a year.") have the answer in the question's own line.
 * Only what opens with a claim is taken: guidance stands there too, and a blank form prints "Yes/No".
 */
function typedBehind(question: Question): FilledAnswer[] {
  const { question: asked, behind } = cutBehind(question.text);
  const { choice, text } = splitClaim(behind);
  return choice === null ? [] : [{ question: { ...question, text: asked }, choice, text }];
}

/** "Yes, for a year." gives "Yes" and "for a year."; words that open with no claim of their own stay whole. */
export function splitClaim(typed: string): { choice: string | null; text: string } {
  const [first = ''] = typed.split(/(?<=[.,;:!])\s+|\n/);
  const claim = first.replace(/[.,;:!]+$/, '');
  if (!saysChoice(claim) || /[/|]|\bor\b/i.test(claim)) return { choice: null, text: typed };
  return { choice: claim, text: typed.slice(first.length).trim() };
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

/** A plain cell that holds "Yes" is a choice somebody typed; what stands in the comment beside it are the words. */
function typedChoice(question: Question, answer: string, prompts: ReadonlySet<string>) {
  if (!saysChoice(answer)) return { choice: null, text: answer };
  const beside = question.slots.find(slot => slot.role === 'text' && slot.purpose === 'comment');
  const comment = beside ? valueOfSlot(beside) : '';
  return { choice: answer, text: prompts.has(comment) ? '' : comment };
}

const MOST_WORDS = 3;

/** "Yes", "Not applicable", "Fully implemented": short, and a claim of its own. */
function saysChoice(text: string): boolean {
  const claim = claimOf(text);
  return claim !== null && claim !== 'unknown' && text.split(/\s+/).length <= MOST_WORDS;
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
  return new Set(
    [...counts].filter(([value, same]) => same.length > many && !saysChoice(value)).map(([value]) => value),
  );
}

function valueOfSlot(slot: Slot): string {
  return slot.value?.trim() ?? '';
}
