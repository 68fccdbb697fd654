// Answers to the values the file takes: the choice into the drop-down, the mark under its option, the words into
// the answer or the comment. What cannot go in unharmed is refused here, with a reason, and not written.
import type { FillEntry, Refusal } from '../../contract/fill.ts';
import type { Question, Slot } from '../../contract/questionnaire.ts';
import { textSlotOf } from '../answers/options.ts';

/** What of an answer goes into a file. */
export interface Given {
  choice: string | null;
  text: string;
  slotValues: Record<string, string>;
}

export interface Entries {
  entries: (FillEntry & { questionId: string })[];
  refused: (Refusal & { questionId: string })[];
  /** Questions whose answer finds no place: words where the file takes a choice only. */
  unplaced: string[];
}

const TICK = /^[xX✓✔☑☒●•]$/u;

/** The entries as a fill takes them, without the questions they answer. */
export function plainEntries({ entries }: Entries): FillEntry[] {
  return entries.map(({ questionId: _, ...entry }) => entry);
}

/** What was refused before the file was touched, as a receipt says it. */
export function plainRefusals({ refused }: Entries): Refusal[] {
  return refused.map(({ questionId: _, ...refusal }) => refusal);
}

/** The entries of all answered questions, each place once. An empty value takes a former tick away. */
export function entriesOf(answered: readonly { question: Question; given: Given }[], mark: string): Entries {
  const out: Entries = { entries: [], refused: [], unplaced: [] };
  const all = answered.flatMap(({ question, given }) => {
    const values = valuesOf(question, given, mark);
    // Questions the form itself answers (a formula copies them from elsewhere) have no slot to miss.
    if (values.length === 0 && question.slots.length > 0) out.unplaced.push(question.id);
    return values.map(({ slot, value }) => ({ question, slot, value }));
  });
  for (const group of Map.groupBy(all, item => JSON.stringify(item.slot.at)).values()) {
    const [first] = group;
    if (!first) continue;
    const { question, slot } = first;
    const value = shared(
      group.map(item => item.value),
      slot.role,
    );
    const refuse = (code: string, reason: string) =>
      out.refused.push({ at: slot.at, value: value ?? first.value, code, reason, questionId: question.id });
    if (value === null) {
      refuse('two-answers', 'Two questions share this cell and their answers differ. Make them the same.');
    } else if (slot.limit !== undefined && value.length > slot.limit) {
      refuse(
        'too-long',
        `The file takes ${slot.limit} characters here and the answer has ${value.length}. Shorten it.`,
      );
    } else if (slot.role === 'choice' && slot.options && !slot.options.includes(value)) {
      refuse(
        'not-an-option',
        `"${value}" is not one of the options of this cell: ${slot.options.join(', ')}.`,
      );
    } else {
      const option = slot.role === 'choice' ? value : slot.option;
      out.entries.push({
        at: slot.at,
        role: slot.role,
        value,
        questionId: question.id,
        ...(option === undefined ? {} : { option }),
        ...(slot.value === undefined ? {} : { replaces: slot.value }),
      });
    }
  }
  return out;
}

/** One value for a cell that several questions share: the same choice, or their texts one after the other. */
function shared(values: string[], role: Slot['role']): string | null {
  const distinct = [...new Set(values)];
  if (distinct.length === 1) return distinct[0] ?? null;
  return role === 'text' ? distinct.join('\n') : null;
}

function valuesOf(question: Question, given: Given, mark: string): { slot: Slot; value: string }[] {
  const values: { slot: Slot; value: string }[] = [];
  const own = new Set(Object.keys(given.slotValues).map(Number));
  for (const index of own) {
    const slot = question.slots[index];
    const value = given.slotValues[String(index)] ?? '';
    if (slot && value !== '') values.push({ slot, value: slot.role === 'mark' ? mark : value });
  }
  const free = question.slots.filter((_, index) => !own.has(index));
  const chosen = given.choice === null ? null : slotFor(given.choice, free);
  if (chosen) values.push({ slot: chosen, value: chosen.role === 'mark' ? mark : (given.choice ?? '') });
  if (chosen?.role === 'mark') for (const slot of otherTicks(free, chosen)) values.push({ slot, value: '' });
  const text = textSlotOf(question);
  if (given.text !== '' && text && free.includes(text)) values.push({ slot: text, value: given.text });
  return values;
}

/** Ticks of a former answer under other options: two ticks in one row answer nothing. */
function otherTicks(slots: readonly Slot[], chosen: Slot): Slot[] {
  return slots.filter(slot => slot.role === 'mark' && slot !== chosen && isTick(slot.value));
}

function isTick(value: string | undefined): boolean {
  return value !== undefined && TICK.test(value.trim());
}

/** The drop-down that offers the choice, or the mark column that means it. */
function slotFor(choice: string, slots: readonly Slot[]): Slot | null {
  const lists = slots.filter(slot => slot.role === 'choice');
  const marks = slots.filter(slot => slot.role === 'mark');
  return (
    lists.find(slot => slot.options?.includes(choice)) ??
    marks.find(slot => slot.option === choice) ??
    lists.find(slot => slot.options === undefined) ??
    null
  );
}

/** The tick this file already uses somewhere, else an x. */
export function markOf(questions: readonly Question[]): string {
  const used = questions.flatMap(question =>
    question.slots.filter(slot => slot.role === 'mark').flatMap(slot => slot.value ?? []),
  );
  const short = used.map(value => value.trim()).filter(isTick);
  const counts = Map.groupBy(short, value => value);
  const [most] = [...counts].sort((a, b) => b[1].length - a[1].length);
  return most?.[0] ?? 'x';
}
