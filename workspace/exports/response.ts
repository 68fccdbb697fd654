// The response document: the customer's questions in their order with our answers, to read or to send beside the
// file. Sources stand in it only when the settings say so.
import { sayPlace } from '../../contract/place.ts';
import type { Response, ResponseSource } from '../../documents/authored/response.ts';
import { allCitations, type Citation } from '../../knowledge-base/store/citations.ts';
import { isBlank, sayAnswer } from '../answers/change-answers.ts';
import type { Desk } from '../desk/desk.ts';
import { currentSettings } from '../desk/settings.ts';
import { summaryOf } from '../questionnaires/draft-answers.ts';
import type { ToExport } from './exported-answers.ts';

export function responseOf(desk: Desk, id: string, given: ToExport): Response {
  const { company, sourcesInExport } = currentSettings(desk.store.read);
  const { file, customer } = summaryOf(desk, id);
  const citations = sourcesInExport ? allCitations(desk.store.read, id) : new Map<string, Citation[]>();
  const leaving = new Map(given.exported.map(item => [item.question.id, item.given]));
  const facts = [
    { label: 'Customer', value: customer },
    { label: 'Company', value: company },
    { label: 'Date', value: desk.now().slice(0, 10) },
  ];
  return {
    title: `Answers to ${file}`,
    facts: facts.filter(fact => fact.value !== ''),
    unanswered: 'No answer given.',
    items: given.questions.map(question => {
      const answer = leaving.get(question.id);
      const said = answer && !isBlank(answer) ? answer : null;
      return {
        ref: question.ref,
        section: question.section,
        question: question.text,
        choice: said?.choice ?? null,
        answer: said ? sayAnswer({ ...said, choice: null }) : '',
        sources: said ? (citations.get(question.id) ?? []).flatMap(sourceOf) : [],
      };
    }),
  };
}

/** Policies only: an answer once given to another customer is no source to name. */
function sourceOf({ evidence }: Citation): ResponseSource[] {
  if (evidence.source === 'library') return [];
  const { document, section, place } = evidence.citation;
  return [{ document, section, place: sayPlace(place), quote: evidence.text }];
}
