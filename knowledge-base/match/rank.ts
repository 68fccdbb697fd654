// From a question to its candidate passages with their scores: a few rows from the index, then the features of
// every limb against each of them. No passage outside the index's answer is ever looked at.

import { wordGroups } from '../text/word-groups.ts';
import type { Collection } from './collection.ts';
import { type Failing, failingsOf, leftOf } from './evidence-check.ts';
import { type FeatureName, type Features, featureNames, featuresOf } from './features.ts';
import { parameters } from './parameters.ts';
import type { PassageIndex } from './passage-index.ts';
import type { Limb, Question } from './question.ts';
import type { Statement } from './statement.ts';

export interface Candidate {
  statement: Statement;
  /** Per limb of the question, in its order. */
  limbs: Served[];
  /** Position of the limb it serves best. */
  best: number;
}

/** How a passage serves one limb. */
export interface Served {
  features: Features;
  readonly failings: Failing[];
  /** Orders passages of one limb; without a scale of its own. */
  rank: number;
  /** 0 to 1: how likely the passage answers the limb. */
  readonly chance: number;
}

/** Rows the index is asked for, by words and by controls. */
const REACH = 40;

/** How much nearness by sentence vectors weighs in the rank; measured by test/eval-run/vectors.ts. */
const NEARNESS = 3;
/** Nearest rows looked at besides those the index gives. */
const NEAREST = 20;

/** Candidates with the most likely answer first and the rest by rank. `near`: cosines by row, where vectors are in use. */
export function rankCandidates(
  question: Question,
  scope: string | null,
  index: PassageIndex,
  statementAt: (row: number) => Statement,
  collection: Collection,
  near: Float32Array | null = null,
): Candidate[] {
  const rows = new Set<number>();
  for (const row of index.search([...rootsOf(question, collection)], scope, REACH)) rows.add(row);
  const controls = [
    ...new Set(question.limbs.flatMap(limb => [...limb.controls.keys(), ...limb.topic.strongest])),
  ];
  for (const row of index.about(controls, scope, REACH)) rows.add(row);
  if (near) for (const row of nearestRows(near, statementAt, scope)) rows.add(row);
  const out = [...rows].map(row => serve(question, statementAt(row), collection, near?.[row] ?? 0));
  out.sort((a, b) => bestOf(b).rank - bestOf(a).rank || compareIds(a, b));
  const likeliest = likeliestOf(question, out);
  return likeliest ? [likeliest, ...out.filter(candidate => candidate !== likeliest)] : out;
}

/** Of the first passages of every limb, the one most likely to answer its limb. */
function likeliestOf(question: Question, ranked: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  let chance = -1;
  for (const [i, limb] of question.limbs.entries()) {
    if (limb.conditional) continue;
    const top = topOf(ranked, i);
    const served = top?.limbs[i];
    if (top && served && served.chance > chance) {
      best = { ...top, best: i };
      chance = served.chance;
    }
  }
  if (best) {
    const found = ranked.find(candidate => candidate.statement === best?.statement);
    if (found) found.best = best.best;
    return found ?? null;
  }
  return null;
}

/** The first passage for one limb. */
export function topOf(candidates: readonly Candidate[], limb: number): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) {
    const rank = candidate.limbs[limb]?.rank ?? Number.NEGATIVE_INFINITY;
    if (
      best === null ||
      rank > (best.limbs[limb]?.rank ?? 0) ||
      (rank === best.limbs[limb]?.rank && compareIds(candidate, best) < 0)
    )
      best = candidate;
  }
  return best;
}

const nothing = { rank: Number.NEGATIVE_INFINITY, chance: 0 };

/** How the candidate serves the limb it serves best. */
export function bestOf(candidate: Candidate): Pick<Served, 'rank' | 'chance'> {
  return candidate.limbs[candidate.best] ?? nothing;
}

function compareIds(a: Candidate, b: Candidate): number {
  return a.statement.passage.id < b.statement.passage.id ? -1 : 1;
}

/** The words that tell passages apart: a word most passages hold costs time and says nothing. */
function rootsOf(question: Question, collection: Collection): Set<string> {
  const all = new Set(
    question.limbs.flatMap(limb => [...limb.roots].flatMap(root => [root, ...wordGroups(root)])),
  );
  const known = [...all].filter(root => collection.countOfRoot(root) > 0);
  const common = Math.max(50, collection.statements.length / 20);
  const telling = known.filter(root => collection.countOfRoot(root) <= common);
  return new Set(telling.length > 0 ? telling : known);
}

function nearestRows(
  near: Float32Array,
  statementAt: (row: number) => Statement,
  scope: string | null,
): number[] {
  return [...near.keys()]
    .filter(row => scope === null || statementAt(row).passage.scope === scope)
    .sort((a, b) => (near[b] ?? 0) - (near[a] ?? 0) || a - b)
    .slice(0, NEAREST);
}

/** Asked for their chance are a handful of eighty passages, so it is worked out when it is asked for. */
class Serving implements Served {
  readonly features: Features;
  readonly rank: number;

  constructor(features: Features, rank: number) {
    this.features = features;
    this.rank = rank;
  }

  get failings(): Failing[] {
    return failingsOf(this.features);
  }

  get chance(): number {
    return chanceOf(this.features) * leftOf(this.failings);
  }
}

function serve(
  question: Question,
  statement: Statement,
  collection: Collection,
  nearness: number,
): Candidate {
  const limbs = question.limbs.map((limb: Limb) => {
    const features = featuresOf(limb, question, statement, collection);
    return new Serving(features, weigh(features, inRank) + NEARNESS * nearness);
  });
  let best = 0;
  for (const [i, limb] of limbs.entries())
    if (!question.limbs[i]?.conditional && limb.rank > (limbs[best]?.rank ?? 0)) best = i;
  return { statement, limbs, best };
}

/** Only what weighs anything: nearly half of the fitted weights are nothing. */
const weighing = (weights: Readonly<Record<FeatureName, number>>): [FeatureName, number][] =>
  featureNames.filter(name => weights[name] !== 0).map(name => [name, weights[name]]);
const inRank = weighing(parameters.rank);
const inAnswer = weighing(parameters.answer);

function weigh(features: Features, weights: readonly [FeatureName, number][]): number {
  let sum = 0;
  for (const [name, weight] of weights) sum += weight * features[name];
  return sum;
}

function chanceOf(features: Features): number {
  return 1 / (1 + Math.exp(-(parameters.answerBias + weigh(features, inAnswer))));
}

/** How much each feature moved the chance, largest first. */
export function contributions(features: Features): { name: FeatureName; value: number }[] {
  return featureNames
    .map(name => ({ name, value: parameters.answer[name] * features[name] }))
    .filter(part => Math.abs(part.value) > 0.05)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
}
