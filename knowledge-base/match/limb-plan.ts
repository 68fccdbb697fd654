// What the features need to know of a limb, worked out once for all the passages it is held against.
import type { ValueKind } from '../passages/values.ts';
import { statesIn } from '../text/actions.ts';
import { tellingInField } from '../vocabulary/controls.ts';
import type { Limb } from './question.ts';

export interface LimbPlan {
  /** The limb's roots; what a passage holds of them is told by position in this list. */
  roots: readonly string[];
  /** The content words in order. */
  words: readonly PlannedWord[];
  /** For a content root the roots that follow it, and how many different pairs there are. */
  followers: ReadonlyMap<string, ReadonlySet<string>>;
  pairs: number;
  /** Controls it plainly asks about. */
  plain: readonly string[];
  /** For a control that narrows a noun ("administrative accounts") the roots of such nouns. */
  narrowed: ReadonlyMap<string, readonly string[]>;
  /** Controls whose wording names actions that are a state where the control is in place. */
  states: readonly { control: string; actions: readonly number[] }[];
}

export interface PlannedWord {
  /** Position in `roots`. */
  root: number;
  /** How telling it is in the field at large, and less where it is said beside the point. */
  weight: number;
  /** What it is in the core of the question. */
  part: CorePart | null;
  /** The root stood nowhere before in the limb. */
  first: boolean;
  /** Controls whose wording it is part of. */
  controls: readonly string[];
  /** Root of the word it stands before: what it narrows, if that is a noun. */
  narrows: string | null;
  /** It belongs to a stated amount of this kind ("at least annually"), which a passage may meet by another. */
  amount: ValueKind | null;
}

/** Weight from which a question plainly asks about a control. */
const PLAIN = 0.8;
export type CorePart = keyof Limb['core'];
const parts: readonly CorePart[] = ['heads', 'verbs', 'modifiers', 'beyond'];

/** What a word said beside the point weighs. */
const BESIDE = 0.25;

const plans = new WeakMap<Limb, LimbPlan>();

export function planOf(limb: Limb): LimbPlan {
  let plan = plans.get(limb);
  if (!plan) {
    plan = makePlan(limb);
    plans.set(limb, plan);
  }
  return plan;
}

function makePlan(limb: Limb): LimbPlan {
  const roots = [...limb.roots];
  const seen = new Set<string>();
  const words: PlannedWord[] = [];
  const followers = new Map<string, Set<string>>();
  let before: string | null = null;
  for (const [i, { root }] of limb.words.entries()) {
    if (!limb.roots.has(root)) continue;
    words.push({
      root: roots.indexOf(root),
      weight: tellingInField(root) * (limb.beside.has(i) ? BESIDE : 1),
      part: limb.beside.has(i) ? null : (parts.find(name => limb.core[name].includes(i)) ?? null),
      first: !seen.has(root),
      controls: [...new Set(limb.spots.filter(spot => spot.from <= i && spot.to > i).map(spot => spot.id))],
      narrows: limb.words[i + 1]?.root ?? null,
      amount: amountOf(limb, i),
    });
    seen.add(root);
    if (before !== null) followers.set(before, (followers.get(before) ?? new Set()).add(root));
    before = root;
  }
  return {
    roots,
    words,
    followers,
    pairs: [...followers.values()].reduce((sum, next) => sum + next.size, 0),
    plain: [...limb.controls].filter(([, weight]) => weight >= PLAIN).map(([id]) => id),
    narrowed: narrowedIn(limb),
    states: limb.spots
      .map(({ id, from, to }) => ({
        control: id,
        actions: statesIn(limb.words.slice(from, to).map(word => word.root)),
      }))
      .filter(({ actions }) => actions.length > 0),
  };
}

function narrowedIn(limb: Limb): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const { id, from, to } of limb.spots) {
    const noun = limb.words[to - 1]?.root;
    if (noun !== undefined && to - from === 2) out.set(id, [...(out.get(id) ?? []), noun]);
  }
  return out;
}

const BOUND = /^(?:least|most|minimum|maximum|more|less|within)$/;

function amountOf(limb: Limb, at: number): ValueKind | null {
  const word = limb.words[at];
  if (!word) return null;
  const stated = limb.values.filter(value => !value.vague && value.amount !== null);
  const own = stated.find(value => value.from <= word.from && value.to >= word.to);
  return (own ?? (BOUND.test(word.word) ? stated[0] : undefined))?.kind ?? null;
}
