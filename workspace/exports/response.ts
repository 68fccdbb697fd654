// The response document: the customer's questions in their order with our answers, to read or to send beside the
// file. Sources stand in it only when the settings say so.
import type { Evidence } from '../../contract/knowledge.ts';
import { sayPlace } from '../../contract/place.ts';
import type { Question } from '../../contract/questionnaire.ts';
import type { Response, ResponseSource } from '../../documents/authored/response.ts';
import { allCitations, type Citation } from '../../knowledge-base/store/citations.ts';
import { isBlank, sayAnswer } from '../answers/change-answers.ts';
import type { Desk } from '../desk/desk.ts';
import { currentSettings } from '../desk/settings.ts';
import { summaryOf } from '../questionnaires/draft-answers.ts';
import type { ToExport } from './exported-answers.ts';

/** What is said to one question; `sources` is empty where they are not named. */
export interface Said {
  choice: string | null;
  answer: string;
  sources: ResponseSource[];
}

/** The response to a questionnaire of the desk. */
export function responseOf(desk: Desk, id: string, given: ToExport): Response {
  const { sourcesInExport } = currentSettings(desk.store.read);
  const { file, customer } = summaryOf(desk, id);
  const citations = sourcesInExport ? allCitations(desk.store.read, id) : new Map<string, Citation[]>();
  const said = given.exported.flatMap(({ question, given: answer }): [string, Said][] => {
    if (isBlank(answer)) return [];
    const sources = sourcesOf((citations.get(question.id) ?? []).map(({ evidence }) => evidence));
    return [
      [question.id, { choice: answer.choice, answer: sayAnswer({ ...answer, choice: null }), sources }],
    ];
  });
  return responseTo(desk, { file, customer }, given.questions, new Map(said));
}

/** Every question in file order, with what is said to it by question id. */
export function responseTo(
  desk: Desk,
  { file, customer }: { file: string; customer: string },
  questions: readonly Question[],
  said: ReadonlyMap<string, Said>,
): Response {
  const facts = [
    { label: 'Customer', value: customer },
    { label: 'Company', value: currentSettings(desk.store.read).company },
    { label: 'Date', value: desk.now().slice(0, 10) },
  ];
  return {
    title: `Answers to ${file}`,
    facts: facts.filter(fact => fact.value !== ''),
    unanswered: 'No answer given.',
    items: questions.map(({ id, ref, section, text }) => ({
      ref,
      section,
      question: text,
      ...(said.get(id) ?? { choice: null, answer: '', sources: [] }),
    })),
  };
}

/** Policies only: an answer once given to another customer is no source to name. */
export function sourcesOf(evidence: readonly Evidence[]): ResponseSource[] {
  return evidence.flatMap(({ source, citation: { document, section, place }, text }) =>
    source === 'library' ? [] : [{ document, section, place: sayPlace(place), quote: text }],
  );
}
