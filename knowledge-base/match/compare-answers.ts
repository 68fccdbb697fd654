// Whether two stated answers say the same, say it twice, or contradict each other. Only answers to the same or
// nearly the same question can contradict; what decides is polarity, then amounts of one kind, then dates.
import { claimOf } from '../draft/choice.ts';
import { type Value, valuesIn } from '../passages/values.ts';
import { sameTextKey } from '../text/normalise.ts';
import { tokens } from '../text/tokens.ts';
import { contentRoots } from './statement.ts';

export interface StatedAnswer {
  question: string;
  choice: string | null;
  text: string;
}

export interface Comparison {
  /** `same`: nothing differs but spelling; `duplicate`: one question, answers that agree. */
  verdict: 'same' | 'duplicate' | 'contradiction' | 'different';
  /** What differs or agrees, for a person: "polarity: Yes / No", "number: 90 days / 30 days". */
  why: string;
  /** 0 to 1: how alike the questions are. */
  score: number;
}

/** Share of common words from which two questions are taken for one. */
const ONE_QUESTION = 0.72;

export function compareAnswers(a: StatedAnswer, b: StatedAnswer): Comparison {
  const score = alike(a.question, b.question);
  if (score < ONE_QUESTION) return { verdict: 'different', why: 'the questions differ', score };
  const against = contradiction(a, b);
  if (against !== null) return { verdict: 'contradiction', why: against, score };
  const same =
    sameTextKey(a.question) === sameTextKey(b.question) && sameTextKey(a.text) === sameTextKey(b.text);
  return same && (a.choice ?? '') === (b.choice ?? '')
    ? { verdict: 'same', why: 'the same question and answer', score }
    : { verdict: 'duplicate', why: 'the same question, answers that agree', score };
}

function alike(a: string, b: string): number {
  if (sameTextKey(a) === sameTextKey(b)) return 1;
  const left = contentRoots(tokens(a));
  const right = contentRoots(tokens(b));
  const shared = [...left].filter(root => right.has(root)).length;
  const numbers = (text: string) => (text.match(/\d+(?:\.\d+)?/g) ?? []).join(' ');
  const score = left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
  return Math.round((numbers(a) === numbers(b) ? score : score * 0.6) * 10_000) / 10_000;
}

function contradiction(a: StatedAnswer, b: StatedAnswer): string | null {
  const claims = [a, b].map(side => claimOf(side.choice ?? '') ?? opening(side.text));
  const firm = claims.every(claim => claim === 'yes' || claim === 'no' || claim === 'partly');
  if (firm && claims[0] !== claims[1]) return `polarity: ${a.choice ?? claims[0]} / ${b.choice ?? claims[1]}`;
  return differingAmount(a.text, b.text);
}

function opening(text: string): string | null {
  return /^\s*yes\b/i.test(text) ? 'yes' : /^\s*no\b(?!\s+\w+ (?:is|are|has))/i.test(text) ? 'no' : null;
}

const COMPARED: Partial<Record<Value['kind'], string>> = {
  duration: 'duration',
  cadence: 'frequency',
  percent: 'percentage',
  length: 'length',
  number: 'number',
  version: 'version',
  date: 'date',
};

/** An amount of a kind that each text gives once, and differently. */
function differingAmount(a: string, b: string): string | null {
  for (const [kind, word] of Object.entries(COMPARED)) {
    const [left, right] = [a, b].map(text => {
      const found = valuesIn(text).filter(value => value.kind === kind && !value.vague);
      return found.length === 1 && found[0]
        ? { value: found[0], words: text.slice(found[0].from, found[0].to) }
        : null;
    });
    if (!left || !right) continue;
    const differ =
      left.value.amount !== null && right.value.amount !== null
        ? Math.abs(left.value.amount - right.value.amount) > 1e-9
        : sameTextKey(left.words) !== sameTextKey(right.words);
    if (differ) return `${word}: ${left.words} / ${right.words}`;
  }
  return null;
}
