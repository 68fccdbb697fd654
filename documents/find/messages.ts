// What a person should know before trusting the result: a sheet without questions in a file that has some, a
// list without a place for answers, a file that is no questionnaire. Each says what to do.
import type { Message } from '../../contract/outcome.ts';
import type { SourceDocument } from '../../contract/source-document.ts';
import type { FoundRegion } from './found.ts';

export function messagesAbout(document: SourceDocument, found: FoundRegion[]): Message[] {
  const included = found.filter(one => one.region.included && one.questions.length > 0);
  if (included.length === 0) return [nothingFound(document, found)];
  const messages: Message[] = withoutRoom(
    document,
    included.filter(one => one.traits.withSlots === 0),
  );
  for (const one of included) {
    if (one.traits.withSlots === 0 || one.region.confidence >= 0.7) continue;
    messages.push({
      severity: 'warning',
      code: 'unsure-region',
      text: `${one.region.label} may not be a list of questions. Check its ${isText(one) ? 'questions' : 'columns'}, or leave it out.`,
      at: one.questions[0]?.at ?? null,
    });
  }
  for (const one of found) {
    if (one.region.included || one.traits.hidden || one.region.confidence >= 0.7) continue;
    messages.push({
      severity: 'info',
      code: 'no-question-column',
      text: `No question found on ${one.region.label}. ${isText(one) ? 'Include it' : 'Mark the question column'} if there are some.`,
      at: null,
    });
  }
  return messages;
}

/** Running text has no columns to mark. */
function isText({ region }: FoundRegion): boolean {
  return region.id === 'text';
}

/** Questions without a place for their answers; said once, since what to do is the same for all. */
function withoutRoom({ format }: SourceDocument, found: FoundRegion[]): Message[] {
  if (found.length === 0) return [];
  const labels = found.map(one => one.region.label).join(', ');
  const have = found.length === 1 ? `${labels} has` : `${labels} have`;
  const [what, todo] =
    format === 'pdf' || format === 'docx'
      ? ['room', 'The answers go into a response document beside the file; or mark the answer column.']
      : ['column', 'Mark the answer column.'];
  return [
    {
      severity: 'warning',
      code: 'no-answer-column',
      text: `${have} questions but no ${what} for the answers. ${todo}`,
      at: found[0]?.questions[0]?.at ?? null,
    },
  ];
}

function nothingFound(document: SourceDocument, found: FoundRegion[]): Message {
  const empty = found.find(one => !one.traits.hidden && one.traits.questionsToCome === true);
  if (empty)
    return {
      severity: 'warning',
      code: 'no-questions-yet',
      text: `${empty.region.label} has columns for answers but no questions yet. If a macro or a download brings them, open the file, load the questions, save it, and load that copy.`,
      at: null,
    };
  const most = [...found].sort(
    (a, b) => b.region.lastRow - b.region.firstRow - (a.region.lastRow - a.region.firstRow),
  )[0];
  const why = most ? ` ${most.region.label}: ${most.region.why}` : '';
  const todo = most && isText(most) ? 'Include it' : 'Mark the question column';
  return {
    severity: 'warning',
    code: 'not-a-questionnaire',
    text: `${document.name} does not look like a questionnaire.${why} ${todo} if it is one.`,
    at: null,
  };
}
