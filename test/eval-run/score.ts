// The scoring rules of ../shared/eval/score.py, so that a run needs no Python; a test holds the two together.
import type { Gold } from './gold.ts';

export interface Prediction {
  id: string;
  passages: string[];
  abstain: boolean;
  polarity: string;
  answer: string;
  confidence: number;
}

const LINK = /!?\[([^\]]*)\]\([^)]*\)/g;
const BULLET = /^\s*(?:[-*+\u2013\u2014\u2022\u25e6\u25aa\u00b7]|\d{1,2}[.)])\s+/gm;

/** Lower case, links reduced to their text, bullet marks and punctuation gone, single blanks. */
export function norm(text: string): string {
  return text
    .replace(LINK, '$1')
    .replace(BULLET, '')
    .toLowerCase()
    .replace(/['\u2018\u2019]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const within = (a: string, b: string) => ` ${b} `.includes(` ${a} `);

/** One contains the other; the passage is at most three times the evidence, or at least a quarter of it. */
export function matches(passage: string, evidence: string): boolean {
  const p = norm(passage);
  const e = norm(evidence);
  if (p === '' || e === '' || p.length > 3 * e.length) return false;
  if (within(e, p)) return true;
  return p.split(' ').length >= 3 && p.length >= 0.25 * e.length && within(p, e);
}

export interface Figures {
  n: number;
  answerable: number;
  unanswerable: number;
  at1: number;
  at3: number;
  /** Answerable questions answered from the right passage. */
  right: number;
  /** Unanswerable questions answered. */
  falseAnswers: number;
  falseAbstentions: number;
  polarityRight: number;
  polarityAsked: number;
  flips: number;
  overclaims: number;
  unsettled: number;
  must: number;
  mustRight: number;
}

export function figures(items: readonly { gold: Gold; said: Prediction }[]): Figures {
  const f: Figures = {
    n: 0,
    answerable: 0,
    unanswerable: 0,
    at1: 0,
    at3: 0,
    right: 0,
    falseAnswers: 0,
    falseAbstentions: 0,
    polarityRight: 0,
    polarityAsked: 0,
    flips: 0,
    overclaims: 0,
    unsettled: 0,
    must: 0,
    mustRight: 0,
  };
  for (const { gold, said } of items) {
    f.n += 1;
    const polarity =
      said.abstain && (said.polarity === 'yes' || said.polarity === 'no') ? 'unknown' : said.polarity;
    if (gold.answerable === 'no') {
      f.unanswerable += 1;
      if (!said.abstain) f.falseAnswers += 1;
    } else {
      const hits = said.passages.slice(0, 3).map(p => gold.evidence.some(e => matches(p, e)));
      f.answerable += 1;
      if (hits[0]) f.at1 += 1;
      if (hits.includes(true)) f.at3 += 1;
      if (hits[0] && !said.abstain) f.right += 1;
      if (said.abstain) f.falseAbstentions += 1;
      if (!said.abstain && gold.must_contain.length > 0) {
        f.must += 1;
        const answer = said.answer.toLowerCase().replace(/\s+/g, ' ');
        if (
          gold.must_contain.every(
            fact => answer.includes(fact.toLowerCase()) || within(norm(fact), norm(said.answer)),
          )
        )
          f.mustRight += 1;
      }
    }
    if (gold.polarity === 'yes' || gold.polarity === 'no') {
      f.polarityAsked += 1;
      if (polarity === gold.polarity) f.polarityRight += 1;
      else if (polarity === 'yes' || polarity === 'no') f.flips += 1;
    } else if (gold.polarity === 'unknown') {
      f.unsettled += 1;
      if (polarity === 'yes' || polarity === 'no') f.overclaims += 1;
    }
  }
  return f;
}
