// What a response document says: the customer's questions in their order, with answers and where they come from.
// One shape for its two writers (Word and PDF).

export interface ResponseSource {
  document: string;
  /** Heading path, empty when there is none. */
  section: string;
  /** As a person says it: "page 3, line 9". */
  place: string;
  quote: string;
}

export interface ResponseItem {
  ref: string | null;
  section: string | null;
  question: string;
  choice: string | null;
  /** Empty when there is no answer. */
  answer: string;
  sources: readonly ResponseSource[];
}

export interface Response {
  /** "Answers to <file>". */
  title: string;
  /** Shown under the title, one line each: customer, company, date. */
  facts: readonly { label: string; value: string }[];
  items: readonly ResponseItem[];
  /** Words for an item without an answer; such items are listed all the same. */
  unanswered: string;
}

/** Fill of the answers' frame, RRGGBB, and what a source's line begins with: what a response is known by again. */
export const GROUND = 'F7F8FA';
export const SOURCE = 'Source: ';

/** Items in order, cut where the section changes; a section that comes back later starts again. */
export function bySection(
  items: readonly ResponseItem[],
): { section: string | null; items: ResponseItem[] }[] {
  const groups: { section: string | null; items: ResponseItem[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && last.section === item.section) last.items.push(item);
    else groups.push({ section: item.section, items: [item] });
  }
  return groups;
}

/** "Yes. We encrypt..." without saying the choice twice. */
export function answerWords({ choice, answer }: ResponseItem): string {
  if (!choice) return answer;
  const said = answer.toLowerCase().startsWith(choice.toLowerCase());
  return answer === '' ? choice : said ? answer : `${choice}\n${answer}`;
}

export function sourceWords({ document, section, place }: ResponseSource): string {
  return [document, section, place].filter(part => part !== '').join(', ');
}
