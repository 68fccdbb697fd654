// The answer to one question from its ranked candidates: an approved answer where the question was answered
// before, else the limbs the passages support, else an honest silence with its reason.
import type { Ask, Draft, Evidence, OutcomeKind, Polarity } from '../../contract/knowledge.ts';
import { evidenceOf, round } from '../match/evidence.ts';
import { parameters } from '../match/parameters.ts';
import type { Limb, Question } from '../match/question.ts';
import { bestOf, type Candidate, topOf } from '../match/rank.ts';
import { chooseOption, polarityOfChoice } from './choice.ts';
import { polarityOf } from './polarity.ts';
import { whatIsOpen, whyNotStated } from './reason.ts';
import { answerText } from './text.ts';

/** An approved answer at or above this is taken over; below it is only shown. */
const SAME_QUESTION = 0.9;
const SHOWN = 5;
/** A Yes or No claims more than a quotation, and needs surer evidence. */
const SETTLES = 0.4;
/** Passages quoted for one limb. */
const QUOTED = 2;

export function draftAnswer(
  ask: Ask,
  question: Question,
  candidates: readonly Candidate[],
  approved: readonly Evidence[],
): Draft {
  const shown = candidates.slice(0, SHOWN).map(candidate => evidenceOf(candidate, question));
  const [best] = approved;
  if (best && best.score >= SAME_QUESTION) return fromLibrary(ask, best, [...approved, ...shown]);
  if (question.unasked !== null) return silent(question, candidates, shown);
  const answered = supportOfLimbs(question, candidates);
  const supported = answered.filter(part => part.support.length > 0);
  const candidatesShown = [...shown, ...approved];
  if (supported.length === 0) return silent(question, candidates, candidatesShown);
  const notStated = answered.flatMap(part => openIn(part.limb, part.at, part.support));
  const outcome: OutcomeKind = notStated.length > 0 ? 'partly' : 'answered';
  const quoted = [...new Set(supported.flatMap(part => part.support))];
  const polarity = joinPolarity(answered.map(part => sayPolarity(part.limb, part.at, part.support)));
  const cited = quoted.map(candidate => evidenceOf(candidate, question));
  return {
    outcome,
    polarity,
    choice: chooseOption(ask.options, polarity, outcome),
    text: answerText(
      quoted.map(candidate => candidate.statement),
      ask.limit,
    ),
    confidence: round(Math.max(...supported.map(({ support, at }) => support[0]?.limbs[at]?.chance ?? 0))),
    reason: outcome === 'partly' ? `Not stated: ${notStated.join('; ')}` : null,
    notStated,
    source: 'policy',
    citations: cited,
    candidates: candidatesShown,
  };
}

/** What supports each limb; one that asks "if so" has nothing where nothing before it is answered. */
function supportOfLimbs(question: Question, candidates: readonly Candidate[]) {
  const out: { limb: Limb; at: number; support: Candidate[] }[] = [];
  for (const [at, limb] of question.limbs.entries()) {
    const asks = !limb.conditional || out.some(part => part.support.length > 0);
    out.push({ limb, at, support: asks ? supportOf(candidates, at) : [] });
  }
  return out;
}

/** The passages quoted for a limb: the first one when it answers, and a second that says as much. */
function supportOf(candidates: readonly Candidate[], limb: number): Candidate[] {
  const first = topOf(candidates, limb);
  const chance = (candidate: Candidate) => candidate.limbs[limb]?.chance ?? 0;
  if (!first || chance(first) < parameters.threshold) return [];
  const others = candidates.filter(
    one =>
      one !== first &&
      one.limbs[limb]?.failings.length === 0 &&
      chance(one) >= Math.max(parameters.threshold, chance(first) - 0.1),
  );
  const rank = (candidate: Candidate) => candidate.limbs[limb]?.rank ?? 0;
  return [first, ...others.sort((a, b) => rank(b) - rank(a))].slice(0, QUOTED);
}

/** What of a limb is not stated: all of it without support, else what its first passage leaves open. */
function openIn(limb: Limb, at: number, [first]: readonly Candidate[]): string[] {
  const served = first?.limbs[at];
  if (!first || !served) return [limb.text];
  const open = whatIsOpen(limb, first, served.failings);
  return open === null ? [] : [open];
}

function sayPolarity(limb: Limb, at: number, support: readonly Candidate[]): Polarity {
  if (limb.form !== 'yesno') return 'na';
  const [first] = support;
  const served = first?.limbs[at];
  if (!first || !served || served.chance < SETTLES) return 'unknown';
  const said = polarityOf(limb, first.statement, served);
  const against = support.slice(1).some(other => {
    const also = other.limbs[at] ? polarityOf(limb, other.statement, other.limbs[at]) : 'unknown';
    return also !== said && (also === 'yes' || also === 'no');
  });
  return against ? 'unknown' : said;
}

/** One polarity for the whole question: limbs that are no yes/no questions do not count, any doubt wins. */
function joinPolarity(each: readonly Polarity[]): Polarity {
  const said = each.filter(polarity => polarity !== 'na');
  if (said.length === 0) return 'na';
  return said.every(polarity => polarity === said[0]) ? (said[0] ?? 'unknown') : 'unknown';
}

function silent(question: Question, candidates: readonly Candidate[], shown: Evidence[]): Draft {
  const yesno = question.limbs.some(limb => limb.form === 'yesno');
  return {
    outcome: 'not-stated',
    polarity: yesno ? 'unknown' : 'na',
    choice: null,
    text: '',
    confidence: round(candidates[0] ? bestOf(candidates[0]).chance : 0),
    reason: whyNotStated(question, candidates),
    notStated: question.limbs.map(limb => limb.text),
    source: 'none',
    citations: [],
    candidates: shown,
  };
}

function fromLibrary(ask: Ask, best: Evidence, candidates: Evidence[]): Draft {
  const [choice] = best.context;
  const same = ask.options.find(option => option.trim().toLowerCase() === choice?.trim().toLowerCase());
  const polarity = polarityOfChoice(choice);
  return {
    outcome: 'answered',
    polarity,
    choice: same ?? chooseOption(ask.options, polarity, 'answered'),
    text: ask.limit !== null && best.text.length > ask.limit ? '' : best.text,
    confidence: best.score,
    reason: null,
    notStated: [],
    source: 'library',
    citations: [best],
    candidates,
  };
}
