// What of a file a person is asked. Forms repeat rows on every sheet and fill them in by formula (HECVAT names the
// supplier eight times): such a row has nowhere to write, and would wait for somebody for ever.
import type { Message } from '../../contract/outcome.ts';
import type { Question, Questionnaire } from '../../contract/questionnaire.ts';
import { regionOfPlace } from './pictures.ts';

/**
 * The questions without those a sheet answers itself, and a message that says how many those are. A sheet where no
 * question has room keeps them all: its answers go into a document beside the file.
 */
export function whatIsAsked(found: Questionnaire): Questionnaire {
  const withRoom = new Set(
    found.questions.flatMap(question => (question.slots.length > 0 ? (sheetOf(question) ?? []) : [])),
  );
  const answersItself = (question: Question) =>
    question.slots.length === 0 && withRoom.has(sheetOf(question) ?? '');
  const left = found.questions.filter(answersItself);
  if (left.length === 0) return found;
  const fewer = Map.groupBy(left, ({ at }) => regionOfPlace(found, at)?.region.id);
  return {
    ...found,
    questions: found.questions.filter(question => !answersItself(question)),
    regions: found.regions.map(region => {
      const own = fewer.get(region.id)?.length ?? 0;
      if (own === 0) return region;
      const why = `${region.why} The file fills in ${own} of them itself.`;
      return { ...region, why, questions: region.questions - own };
    }),
    messages: [...found.messages, sayLeft(left.length)],
  };
}

function sheetOf({ at }: Question): string | null {
  if ('sheet' in at) return `sheet ${at.sheet}`;
  return 'column' in at ? 'csv' : null;
}

function sayLeft(count: number): Message {
  const rows = count === 1 ? '1 row is' : `${count} rows are`;
  const text = `${rows} not asked: the file fills them in itself, from answers given elsewhere in it.`;
  return { severity: 'info', code: 'answers-itself', text, at: null };
}
