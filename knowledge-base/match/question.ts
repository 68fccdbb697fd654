// A question as the matcher sees it: cleaned, split into limbs, each limb with its controls, aspects, named
// things, expected values, subject and form. Section heading and guidance are weak context, never the question.
import type { Ask } from '../../contract/knowledge.ts';
import { type Subject, subjectsOf } from '../passages/tags.ts';
import { type Value, type ValueKind, valuesIn } from '../passages/values.ts';
import { actionsIn } from '../text/actions.ts';
import { type Token, tokens } from '../text/tokens.ts';
import { aspects as allAspects, spotAspects } from '../vocabulary/aspects.ts';
import { readControls } from '../vocabulary/controls.ts';
import type { Spot } from '../vocabulary/spotter.ts';
import { spotThings, things } from '../vocabulary/things.ts';
import { type TopicVector, topicVector } from '../vocabulary/topic-vector.ts';
import { type Actor, actorsAsked } from './actors.ts';
import { besideThePoint } from './beside.ts';
import { cleanQuestion } from './clean-question.ts';
import { type Core, coreOf, type Range } from './core.ts';
import { type Demand, demandsOf } from './demand.ts';
import { partExamples } from './examples.ts';
import {
  type Form,
  formOf,
  type Quantifier,
  quantifierOf,
  SAYS_YES_OR_NO,
  valuesWanted,
} from './expectation.ts';
import { type AskedFacets, facetsAsked } from './facets.ts';
import { asksWhyNot, leans } from './lean-back.ts';
import { isConditional, splitLimbs } from './limbs.ts';
import { properNames } from './proper-names.ts';
import { contentRoots } from './statement.ts';

export interface Limb {
  text: string;
  words: Token[];
  /** Positions in `words` of what is said beside what is asked. */
  beside: ReadonlySet<number>;
  /** Positions in `words` of the core of what is asked. */
  core: Readonly<Record<keyof Core, readonly number[]>>;
  roots: ReadonlySet<string>;
  controls: ReadonlyMap<string, number>;
  /** Where the controls were found, in positions of `words`. */
  spots: readonly Spot[];
  aspects: ReadonlySet<string>;
  things: ReadonlySet<string>;
  /** Positions in `words` of names and abbreviations. */
  names: readonly number[];
  /** Kinds of value asked for, and values the question itself states. */
  wants: ReadonlySet<ValueKind>;
  values: readonly Value[];
  subjects: ReadonlySet<Subject>;
  actors: ReadonlySet<Actor>;
  facets: AskedFacets;
  topic: TopicVector;
  /** Actions named, as groups of text/actions.ts. */
  actions: ReadonlySet<number>;
  demands: ReadonlySet<Demand>;
  form: Form;
  quantifier: Quantifier;
  /** The topic was borrowed from the limb before. */
  borrowed: boolean;
  /** Too short to stand alone, or borrowing: read after the limbs before it. */
  followUp: boolean;
  /** Asks only where a limb before it is answered. */
  conditional: boolean;
}

export interface Question {
  text: string;
  limbs: Limb[];
  /** How many limbs ask whatever the others say. */
  asked: number;
  /** Asks of nothing without the question before it. */
  leaning: boolean;
  /** Why nothing is looked for: it leans on a question nobody named, or wants a reason beside a no. */
  unasked: 'alone' | 'beside-a-no' | null;
  /** Topic of the question as a whole. */
  topic: TopicVector;
  /** Roots of the examples the question gives; they help to find and are never missed. */
  exampleRoots: ReadonlySet<string>;
  /** Controls and roots of the section heading and the guidance. */
  contextControls: ReadonlyMap<string, number>;
  contextRoots: ReadonlySet<string>;
}

export function readQuestion(
  ask: Pick<Ask, 'question' | 'section' | 'guidance' | 'scope' | 'names' | 'before'>,
): Question {
  const names = [...ask.names, ...(ask.scope === null ? [] : [ask.scope])];
  const text = cleanQuestion(ask.question, names);
  const context = tokens(ask.section ?? '');
  const limbs: Limb[] = [];
  const { asked, examples } = partExamples(text);
  const leaning = leans(text);
  const lead = leaning && ask.before !== undefined ? leadingLimb(cleanQuestion(ask.before, names)) : null;
  const yesOrNo = SAYS_YES_OR_NO.test(ask.question);
  for (const part of splitLimbs(asked)) {
    const limb = readLimb(part, limbs.at(-1) ?? lead, yesOrNo);
    limbs.push({ ...limb, conditional: limbs.length > 0 && isConditional(part) });
  }
  const exampleWords = tokens(examples.join(' . '));
  const exampleRoots = contentRoots(exampleWords);
  return {
    text,
    limbs,
    asked: limbs.filter(limb => !limb.conditional).length,
    leaning,
    unasked: leaning && lead === null ? 'alone' : asksWhyNot(text) ? 'beside-a-no' : null,
    topic: topicVector(limbs.flatMap(limb => (limb.conditional ? [] : limb.words))),
    exampleRoots,
    contextControls: readControls(context).weights,
    contextRoots: contentRoots(context),
  };
}

/** The first thing a question asks: what one that goes on from it speaks of. */
function leadingLimb(text: string): Limb | null {
  const [first] = splitLimbs(partExamples(text).asked);
  return first === undefined ? null : readLimb(first, null);
}

/** Up to so many words of its own a later limb is a follow-up. */
const OWN_WORDS = 3;

function readLimb(text: string, before: Limb | null, yesOrNo = false): Limb {
  const words = tokens(text);
  const beside = besideThePoint(text);
  const { weights: controls, spots } = readControls(words, beside);
  const named = spotThings(words);
  const asked = new Set(spotAspects(words, 'question'));
  // "Do you support TLS 1.0?" asks what is in use; "do you support SAML?" asks what customers may choose.
  if ([...named].some(id => things.get(id)?.version)) asked.delete('customer_option');
  const form = yesOrNo ? 'yesno' : formOf(text);
  const wants = new Set(form === 'yesno' ? [] : valuesWanted(text));
  for (const id of asked) {
    const value = allAspects.get(id)?.value;
    if (value && form !== 'yesno' && wants.size === 0) wants.add(value as ValueKind);
  }
  const own: Limb = {
    text,
    words,
    beside: new Set(words.flatMap((word, i) => (beside(word.from) ? [i] : []))),
    core: coreIn(text, words),
    roots: contentRoots(words),
    controls,
    spots,
    aspects: asked,
    things: named,
    names: properNames(text, words, i => spots.some(spot => spot.from <= i && spot.to > i)).filter(
      i => spotThings(words.slice(i, i + 1)).size === 0,
    ),
    wants,
    values: valuesIn(text),
    subjects: subjectsOf(text),
    actors: actorsAsked(text),
    facets: facetsAsked(text),
    topic: topicVector(words),
    actions: actionsIn(words.map(word => word.root)),
    demands: demandsOf(text),
    form,
    quantifier: quantifierOf(text),
    borrowed: false,
    followUp: before !== null && contentRoots(words).size <= OWN_WORDS,
    conditional: false,
  };
  return before && pointsBack(text, controls) ? borrow(own, before) : own;
}

function coreIn(text: string, words: readonly Token[]): Limb['core'] {
  const { verbs, heads, modifiers, beyond } = coreOf(text);
  const at = (ranges: readonly Range[]) =>
    words.flatMap((word, i) =>
      ranges.some(range => range.from < word.to && word.from < range.to) ? [i] : [],
    );
  return { verbs: at(verbs), heads: at(heads), modifiers: at(modifiers), beyond: at(beyond) };
}

/** A limb with a pronoun for its subject, or with no control at all, speaks of what the limb before spoke of. */
function pointsBack(text: string, controls: ReadonlyMap<string, number>): boolean {
  return controls.size === 0 || /\b(?:it|they|them|these|those|this|that|such)\b/i.test(text.slice(0, 60));
}

function borrow(limb: Limb, before: Limb): Limb {
  const controls = new Map(limb.controls);
  for (const [id, weight] of before.controls) if (!controls.has(id)) controls.set(id, weight * 0.8);
  return {
    ...limb,
    topic: topicVector([...limb.words, ...before.words]),
    controls,
    roots: new Set([...limb.roots, ...before.roots]),
    things: new Set([...limb.things, ...before.things]),
    borrowed: true,
    followUp: true,
  };
}
