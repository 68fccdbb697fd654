// What only the whole file shows: a sheet that repeats the questions of another one reports on them, and a
// contact block or a list without answer column counts beside real questions only.
import type { FoundRegion } from './found.ts';
import { plainWords } from './plain-words.ts';

export function weighDocument(found: FoundRegion[]): void {
  takeInAlike(found);
  leaveOutRepeats(found);
  leaveOutLoneContacts(found);
  for (const one of found) one.region.questions = one.region.included ? one.questions.length : 0;
}

/** A table under the same headers as one that was taken is part of the same list, whatever its texts look like. */
function takeInAlike(found: FoundRegion[]): void {
  const heads = (one: FoundRegion) =>
    one.region.columns.map(column => `${column.column} ${plainWords(column.header ?? '')}`).join('|');
  const taken = new Map<string, FoundRegion>();
  for (const one of found) {
    if (one.region.included && one.region.headerRows.length > 0) taken.set(heads(one), one);
  }
  for (const one of found) {
    const model = taken.get(heads(one));
    if (one.region.included || one.traits.fixed || one.traits.hidden || !model || one.questions.length === 0)
      continue;
    if (one.traits.showsAnswers !== model.traits.showsAnswers) continue;
    one.region.included = true;
    one.region.confidence = Math.min(0.7, model.region.confidence);
    one.region.why = `It has the same columns as “${model.region.label}”.`;
  }
}

/** Two regions with mostly the same questions: the one with places to answer is the form. */
function leaveOutRepeats(found: FoundRegion[]): void {
  const candidates = found.filter(one => one.region.included && one.questions.length >= 3);
  const ranked = [...candidates].sort((a, b) => strength(b) - strength(a));
  const seen = new Map<string, string>();
  for (const one of ranked) {
    const texts = one.questions.map(question => plainWords(question.text));
    const homes = texts.map(text => seen.get(text)).filter(home => home !== undefined);
    if (!one.traits.fixed && homes.length >= texts.length * 0.6 && isWeaker(one)) {
      one.region.included = false;
      one.region.confidence = 0.85;
      one.region.why = `It repeats the questions of “${homes[0]}”, where they are answered.`;
      continue;
    }
    for (const text of texts) if (!seen.has(text)) seen.set(text, one.region.label);
  }
}

const strength = (one: FoundRegion) =>
  one.traits.withSlots / Math.max(1, one.questions.length) - (one.traits.showsAnswers ? 0.5 : 0);

/** Same questions with full places for answers are a second form (another site, another product). */
function isWeaker(one: FoundRegion): boolean {
  return one.traits.showsAnswers || one.traits.withSlots < one.questions.length * 0.5;
}

/** A contact block alone is a cover sheet. */
function leaveOutLoneContacts(found: FoundRegion[]): void {
  if (found.some(one => one.region.included && !one.traits.onlyContacts)) return;
  for (const one of found) {
    if (!one.region.included || one.traits.fixed) continue;
    one.region.included = false;
    one.region.confidence = 0.7;
    one.region.why = 'Only names and dates to fill in: a cover sheet, not a list of questions.';
  }
}
