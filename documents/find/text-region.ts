// The running text of a document as one region: is it a questionnaire at all, which asks count, and where their
// answers go. Prose, policies, specifications and answered FAQs are told from forms by density and by what waits.
import type { Place } from '../../contract/place.ts';
import type { Question, Region, RegionCorrection } from '../../contract/questionnaire.ts';
import type { FormatId, SourceDocument } from '../../contract/source-document.ts';
import type { FoundRegion } from './found.ts';
import { phraseTest, plainWords, readingLength } from './plain-words.ts';
import type { Ask } from './text-asks.ts';
import type { Verdict } from './verdict.ts';
import { questionnaireTitles } from './words/form-words.ts';

const titled = phraseTest(questionnaireTitles);

export function regionOfText(
  document: SourceDocument,
  asks: Ask[],
  makeId: (at: Place) => string,
  beside: number,
  correction?: RegionCorrection,
): FoundRegion | null {
  if (asks.length === 0) return null;
  const verdict = judgeText(document, asks, beside);
  const taken = verdict.included
    ? chooseAsks(asks, verdict)
    : chooseAsks(asks, { ...verdict, statements: true });
  const questions = taken.map(ask => questionOf(ask, document.format, makeId));
  const included = correction?.included ?? verdict.included;
  const region: Region = {
    id: 'text',
    label: 'Text',
    included,
    confidence: correction ? 1 : verdict.confidence,
    why: correction ? 'You corrected this part of the file.' : verdict.why,
    headerRows: [],
    firstRow: 0,
    lastRow: 0,
    columns: [],
    questions: included ? questions.length : 0,
  };
  const withSlots = questions.filter(question => question.slots.length > 0).length;
  const onlyContacts = questions.length > 0 && questions.every(question => question.optional);
  const traits = {
    withSlots,
    showsAnswers: false,
    onlyContacts,
    fixed: correction !== undefined,
    hidden: false,
  };
  return { region, questions, orders: taken.map(ask => ask.order), traits };
}

interface TextVerdict extends Verdict {
  /** Statements in lists count as questions. */
  statements: boolean;
}

function judgeText(document: SourceDocument, asks: Ask[], beside: number): TextVerdict {
  const strong = strongAsks(asks);
  const waiting = asks.filter(ask => ask.waits);
  const statements = asks.filter(ask => ask.strength >= 0.7 && ask.listed && !strong.includes(ask));
  const form = isTitled(document, asks);
  const say = (included: boolean, confidence: number, why: string, count = false): TextVerdict => ({
    included,
    confidence,
    why,
    statements: count,
  });
  const stated = [...strong, ...statements].sort((a, b) => asks.indexOf(a) - asks.indexOf(b));
  if (form && statements.length >= 4 && statements.length > strong.length && density(asks, stated) >= 0.5) {
    return say(
      true,
      0.7,
      `${statements.length} numbered statements under the title of a questionnaire.`,
      true,
    );
  }
  if (strong.length === 0 && waiting.length < 2) {
    return say(false, 0.9, 'Running text that asks nothing and leaves no place to answer.');
  }
  const thick = density(asks, strong);
  if (waiting.length >= 2 && strong.length >= 1) {
    return say(
      true,
      0.9,
      `${strong.length} questions in the text, ${waiting.length} with a place to answer.`,
      true,
    );
  }
  if (waiting.length >= 3)
    return say(
      beside > 0 || form || (waiting.length >= 6 && density(asks, waiting) >= 0.4),
      0.6,
      `${waiting.length} blanks to fill in beside labels.`,
    );
  if (answeredBelow(asks, strong) >= 0.6) {
    return say(false, 0.7, 'Each question is followed by its answer: text to read, not a form to fill in.');
  }
  if (strong.length >= 3 && thick >= (form ? 0.25 : 0.4)) {
    return say(true, form ? 0.9 : 0.8, `${strong.length} questions in the text, one after the other.`, form);
  }
  if (strong.length >= 1 && (form || beside > 0) && thick >= 0.4) {
    return say(true, 0.65, `${strong.length} questions in the text.`, false);
  }
  return say(false, 0.7, `Mostly prose: ${strong.length} of ${asks.length} passages ask something.`);
}

function isTitled(document: SourceDocument, asks: Ask[]): boolean {
  const first = asks.slice(0, 3).map(ask => ask.text);
  return [document.title ?? '', document.name.replace(/\.[^.]*$/, ''), ...first].some(
    text => text.length <= 160 && titled(plainWords(text)),
  );
}

/**
 * Asks that count. Where questions are asked outright or wait for an answer, a bare order without number or place
 * is an instruction; where nothing is asked outright, orders alone are the requirements of a specification.
 */
function strongAsks(asks: Ask[]): Ask[] {
  const plain = asks.filter(ask => ask.strength >= 1 && !ask.instructs);
  const certain = plain.filter(ask => ask.outright || ask.waits);
  if (certain.length === 0) return [];
  const placed = certain.filter(ask => ask.listed || ask.waits).length >= certain.length * 0.7;
  return plain.filter(ask => ask.outright || ask.waits || ask.listed || !placed);
}

/** Share of asks among the passages between the first and the last one; headings and contact lines aside. */
function density(asks: Ask[], counted: Ask[]): number {
  const from = asks.indexOf(counted[0] as Ask);
  const to = asks.indexOf(counted.at(-1) as Ask);
  const span = asks.slice(from, to + 1).filter(ask => !ask.heading && !ask.contact && ask.level <= 1);
  const inside = counted.filter(ask => span.includes(ask)).length;
  return span.length === 0 ? (counted.length > 0 ? 1 : 0) : inside / span.length;
}

/** Share of questions with prose right below and no place to answer. */
function answeredBelow(asks: Ask[], strong: Ask[]): number {
  const positions = new Map(asks.map((ask, at) => [ask, at]));
  const answered = strong.filter(ask => {
    const next = asks[(positions.get(ask) ?? 0) + 1];
    return (
      !ask.waits &&
      next &&
      next.strength < 1 &&
      !next.heading &&
      !next.contact &&
      readingLength(next.text) >= 30
    );
  });
  return answered.length / Math.max(1, strong.length);
}

/** Strong asks always; statements where they count; contact lines beside them; sub-points join their question. */
function chooseAsks(asks: Ask[], verdict: TextVerdict): Ask[] {
  const taken: Ask[] = [];
  const strong = new Set(strongAsks(asks));
  const weak = verdict.statements && asks.filter(ask => ask.strength >= 0.6 && ask.listed).length;
  for (const ask of asks) {
    const before = taken.at(-1);
    if (ask.heading && ask.strength < 1) continue;
    if (strong.has(ask) || ask.waits) taken.push(ask);
    else if (ask.strength >= 0.7 && ask.listed && weak && !ask.instructs) taken.push(ask);
    else if (ask.strength === 0.4 && ask.listed) taken.push(ask);
    else if (
      before &&
      ask.section === before.section &&
      ask.strength === 0 &&
      ask.listed &&
      ask.level > before.level &&
      ask.order - before.order <= 12
    ) {
      before.text = `${before.text}\n${ask.text}`;
    }
  }
  return taken;
}

function questionOf(ask: Ask, format: FormatId, makeId: (at: Place) => string): Question {
  const slots = [...ask.slots];
  if (slots.length === 0 && format === 'pdf') slots.push({ role: 'text', at: ask.at, purpose: 'answer' });
  const chosen = slots.some(slot => slot.role !== 'text');
  for (const slot of slots) {
    if (slot.role !== 'text') continue;
    slot.purpose ??= chosen ? 'comment' : 'answer';
    if (slot.purpose === 'comment') slot.optional = true;
  }
  return {
    id: makeId(ask.at),
    ref: ask.ref,
    text: ask.text,
    section: ask.section,
    guidance: null,
    at: ask.at,
    optional: ask.contact,
    slots,
  };
}
