// Why there is no answer, in one sentence a person can check: what the policies do describe nearby, and what of
// the question they leave open.
import { openControls } from '../match/control-features.ts';
import { unmetDemands } from '../match/demand.ts';
import type { Failing } from '../match/evidence-check.ts';
import { HARD_ASPECTS } from '../match/features.ts';
import type { Limb, Question } from '../match/question.ts';
import type { Candidate } from '../match/rank.ts';
import { isNamed } from '../match/statement.ts';
import { facetsElsewhere } from '../match/thing-features.ts';
import { amountsStated } from '../match/value-features.ts';
import type { Subject } from '../passages/tags.ts';
import type { ValueKind } from '../passages/values.ts';
import type { Token } from '../text/tokens.ts';
import { aspects } from '../vocabulary/aspects.ts';
import { controls, tellingInField } from '../vocabulary/controls.ts';
import { things } from '../vocabulary/things.ts';

const NOTHING = 'The policies do not mention this.';
const UNASKED: Record<NonNullable<Question['unasked']>, string> = {
  alone: 'It goes on from another question, which is not known here.',
  'beside-a-no': 'It is asked only beside a no.',
};

export function whyNotStated(question: Question, candidates: readonly Candidate[]): string {
  if (question.unasked !== null) return UNASKED[question.unasked];
  const [nearest] = candidates;
  const limb = question.limbs[nearest?.best ?? 0];
  const served = nearest?.limbs[nearest.best];
  if (!nearest || !limb || !served) return NOTHING;
  const topic = sharedTopic(limb, nearest);
  const asked = mainControl(limb);
  if (topic === null) return asked === null ? NOTHING : `The policies do not mention ${lower(asked)}.`;
  const open = firstOpen(limb, nearest, served.failings);
  if (open?.failing === 'aim') return `The policies mention ${lower(topic)}, but only as an aim.`;
  if (open) return `The policies mention ${lower(topic)}, but not ${open.words}.`;
  if (asked !== null && asked !== topic)
    return `The policies mention ${lower(topic)}, but not ${lower(asked)}.`;
  return `The policies mention ${lower(topic)}, but no passage clearly answers this.`;
}

/** What the passage leaves open of the limb, in words to follow "not stated:"; null when nothing can be named. */
export function whatIsOpen(limb: Limb, candidate: Candidate, failings: readonly Failing[]): string | null {
  return firstOpen(limb, candidate, failings)?.words ?? null;
}

/** The first failing that has plain words, with them. */
function firstOpen(limb: Limb, candidate: Candidate, failings: readonly Failing[]) {
  for (const failing of failings) {
    const words = sayOpen(failing, limb, candidate);
    if (words !== null) return { failing, words };
  }
  return null;
}

/** What a failing leaves open, to follow "but not"; null when it has no plain words. */
function sayOpen(failing: Failing, limb: Limb, candidate: Candidate): string | null {
  switch (failing) {
    case 'thing':
      return listed(
        [...limb.things]
          .filter(id => !candidate.statement.things.has(id) && things.get(id)?.category !== 'recovery-term')
          .map(nameOfThing),
      );
    case 'name':
      return listed(limb.names.map(i => limb.text.slice(limb.words[i]?.from, limb.words[i]?.to)));
    case 'part':
      return firstTitle(openControls(limb, candidate.statement), limb);
    case 'value': {
      const [kind] = limb.wants;
      return kind === undefined ? null : VALUES[kind];
    }
    case 'amount':
      return listed(amountsStated(limb.values).map(value => `"${limb.text.slice(value.from, value.to)}"`));
    case 'disclosure':
      return 'that customers are given it';
    case 'event':
      return 'what has happened';
    case 'who':
    case 'demand':
    case 'unwritten':
      return listed(unmetDemands(limb.demands, candidate.statement.passage.text, limb.text));
    case 'subject':
      return listed([...limb.subjects].map(subject => SUBJECTS[subject]));
    case 'facet':
      return listed(facetsElsewhere(limb, candidate.statement));
    case 'aspect': {
      const open = [...limb.aspects].filter(id => !candidate.statement.aspects.has(id));
      const hard = open.filter(id => HARD_ASPECTS.has(id));
      return listed(
        (hard.length > 0 ? hard : open).slice(0, 2).map(id => lower(aspects.get(id)?.title ?? id)),
      );
    }
    case 'action':
    case 'words':
    case 'head':
    case 'modifier':
      return quoted(limb, candidate);
    case 'aim':
      return 'that it is in place, only that it is an aim';
    default:
      return null;
  }
}

const VALUES: Record<ValueKind, string> = {
  cadence: 'how often',
  duration: 'a period of time',
  number: 'a number',
  percent: 'a percentage',
  money: 'an amount',
  date: 'a date',
  version: 'a version',
  length: 'a length',
  place: 'a place',
  role: 'who is responsible',
  email: 'an e-mail address',
  url: 'a web address',
  phone: 'a telephone number',
  address: 'an address',
};

const SUBJECTS: Record<Subject, string> = {
  staff: 'for staff',
  customer: 'for customers',
  vendor: 'for suppliers',
  product: 'for the product',
  visitor: 'for visitors',
};

/** Words of the limb that the passage has neither as such nor by a control, the most telling first. */
function quoted(limb: Limb, candidate: Candidate): string | null {
  const isOpen = ({ root, word }: Token, at: number) =>
    limb.roots.has(root) && !limb.beside.has(at) && !MANNER.test(word) && !isNamed(root, candidate.statement);
  const core = limb.words.filter((word, at) => isOpen(word, at) && isCore(limb, at));
  const telling = (core.length > 0 ? core : limb.words.filter(isOpen))
    .sort((a, b) => tellingInField(b.root) - tellingInField(a.root))
    .slice(0, TOLD);
  return listed(
    telling.sort((a, b) => a.from - b.from).map(word => `"${limb.text.slice(word.from, word.to)}"`),
  );
}

const TOLD = 3;
/** Words that only say how or how much; quoted alone they tell nobody anything. */
const MANNER = /^(?:least|most|once|twice|.{3,}ly|exclusive|basis|order|behalf|successful|timed)$/i;

/** The verb asked, what it is done to, or what narrows that. */
const isCore = (limb: Limb, at: number) =>
  [limb.core.heads, limb.core.verbs, limb.core.modifiers].some(part => part.includes(at));

/** The title of the one that the question asks most plainly about. */
function firstTitle(ids: readonly string[], limb: Limb): string | null {
  const [first] = [...ids].sort((a, b) => (limb.controls.get(b) ?? 0) - (limb.controls.get(a) ?? 0));
  const title = first === undefined ? undefined : controls.get(first)?.title;
  return title === undefined ? null : lower(title);
}

function listed(words: readonly string[]): string | null {
  const all = [...new Set(words)];
  if (all.length === 0) return null;
  return all.length === 1 ? (all[0] ?? null) : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

/** The control both speak of, the strongest in the passage. */
function sharedTopic(limb: Limb, candidate: Candidate): string | null {
  const held = candidate.statement.controls;
  const shared = [...limb.controls.keys()].filter(id => (held.get(id) ?? 0) >= 0.4);
  const [best] = shared.sort((a, b) => (held.get(b) ?? 0) - (held.get(a) ?? 0) || (a < b ? -1 : 1));
  return best === undefined ? null : (controls.get(best)?.title ?? null);
}

function mainControl(limb: Limb): string | null {
  const [top] = [...limb.controls].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return top ? (controls.get(top[0])?.title ?? null) : null;
}

/** The longest name, as a person would write it where it is an abbreviation. */
function nameOfThing(id: string): string {
  const name = things.get(id)?.names[0] ?? id;
  return name.length <= 5 || /\d/.test(name)
    ? name.toUpperCase()
    : name.replace(/(?<![\p{L}\p{N}])\p{Ll}/gu, letter => letter.toUpperCase());
}

function lower(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
