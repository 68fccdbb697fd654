// What a person should know before trusting the result: a sheet without questions in a file that has some, a
// list without a place for answers, a file that is no questionnaire. Each says what to do.
import type { Message } from '../../contract/outcome.ts';
import type { SourceDocument } from '../../contract/source-document.ts';
import type { FoundRegion } from './found.ts';

export function messagesAbout(document: SourceDocument, found: FoundRegion[]): Message[] {
  const included = found.filter(one => one.region.included && one.questions.length > 0);
  if (included.length === 0) return [nothingFound(document, found)];
  const messages: Message[] = [];
  for (const one of included) {
    const { label } = one.region;
    if (one.traits.withSlots === 0) {
      messages.push({
        severity: 'warning',
        code: 'no-answer-column',
        text: `${label} has questions but no column for the answers. Mark the answer column.`,
        at: one.questions[0]?.at ?? null,
      });
    } else if (one.region.confidence < 0.7) {
      messages.push({
        severity: 'warning',
        code: 'unsure-region',
        text: `${label} may not be a list of questions. Check its columns, or leave it out.`,
        at: one.questions[0]?.at ?? null,
      });
    }
  }
  for (const one of found) {
    if (one.region.included || one.traits.hidden || one.region.confidence >= 0.7) continue;
    messages.push({
      severity: 'info',
      code: 'no-question-column',
      text: `No question found on ${one.region.label}. Mark the question column if there are some.`,
      at: null,
    });
  }
  return messages;
}

function nothingFound(document: SourceDocument, found: FoundRegion[]): Message {
  const most = [...found].sort(
    (a, b) => b.region.lastRow - b.region.firstRow - (a.region.lastRow - a.region.firstRow),
  )[0];
  const why = most ? ` ${most.region.label}: ${most.region.why}` : '';
  return {
    severity: 'warning',
    code: 'not-a-questionnaire',
    text: `${document.name} does not look like a questionnaire.${why} Mark the question column if it is one.`,
    at: null,
  };
}
