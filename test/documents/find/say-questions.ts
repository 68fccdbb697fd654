// Says a questionnaire in short lines a person can write by hand and compare at a glance:
// `B4 #1.1 {Access} optional -> choice C4 (Yes|No) =Yes; comment D4`, with `: text` where places share a line.
import { type Place, sayPlace } from '../../../contract/place.ts';
import type { Question, Questionnaire, Slot } from '../../../contract/questionnaire.ts';

export function sayQuestions(found: Questionnaire): string[] {
  const sheets = new Set(found.questions.map(one => ('sheet' in one.at ? one.at.sheet : '')));
  const single = sheets.size === 1;
  const place = (at: Place) => ('sheet' in at && single ? at.cell : sayPlace(at)) + fieldOf(at);
  return found.questions.map(question => {
    const grid = 'sheet' in question.at || 'column' in question.at;
    return [
      place(question.at),
      question.ref === null ? '' : ` #${question.ref}`,
      question.section === null ? '' : ` {${question.section}}`,
      question.optional ? ' optional' : '',
      grid ? '' : `: ${question.text}`,
      ' -> ',
      saySlots(question),
    ].join('');
  });
}

function fieldOf(at: Place): string {
  return 'field' in at && at.field !== undefined ? `/${at.field}` : '';
}

function saySlots(question: Question): string {
  const place = (at: Place) => ('sheet' in at ? at.cell : sayPlace(at)) + fieldOf(at);
  return question.slots
    .map((slot: Slot) => {
      const role = slot.role === 'text' && slot.purpose === 'comment' ? 'comment' : slot.role;
      const option = slot.option === undefined ? '' : ` [${slot.option}]`;
      const options = slot.options ? ` (${slot.options.join('|')})` : '';
      const value =
        slot.value === undefined || slot.role === 'mark' || isPlaceholder(slot) ? '' : ` =${slot.value}`;
      return `${role} ${place(slot.at)}${option}${options}${value}`;
    })
    .join('; ');
}

/** A free-text cell that holds only the form's prompt is not optional; its words are not an answer. */
function isPlaceholder(slot: Slot): boolean {
  if (slot.role === 'choice') return /select|choose/i.test(slot.value ?? '');
  return /^(<.*>|_+|\.+|See instructions|Click .*)$/.test(slot.value ?? '');
}
