// Cross-validation and leave-one-set-out over labelled cases: every figure is on questions the weights and the
// threshold had not seen.

import { type FeatureName, featureNames } from '../../knowledge-base/match/features.ts';
import type { Case } from './cases.ts';
import { answerChance, type Fitted, fitBoth, type Row, rankScores, toRow } from './model-fit.ts';

/**
 * Share of the unanswerable questions that may pass the threshold, in cross-validation over all sets. Chosen so that
 * the real questionnaires stay under 4 in 100; less is bought with one right answer in six for each point.
 */
export const FALSE_ANSWERS = 0.04;
export const FOLDS = 5;

export interface Outcome {
  set: string;
  style: string;
  answerable: boolean;
  at1: boolean;
  at3: boolean;
  chance: number;
  /** Of a knowledge base of more than about 120 passages. */
  large: boolean;
  /** The passage the chance is for is a right one. */
  right: boolean;
}

export function outcomeOf(one: Case, row: Row, fitted: Fitted): Outcome {
  const order = rankScores(row, fitted.rank)
    .map((s, i) => ({ ...s, i }))
    .sort((a, b) => b.score - a.score || a.i - b.i);
  const { chance, candidate } = answerChance(row, fitted);
  return {
    set: one.gold.set,
    style: one.gold.style,
    answerable: row.answerable,
    chance,
    at1: row.right[candidate] === true,
    at3:
      row.right[candidate] === true ||
      order
        .filter(o => o.i !== candidate)
        .slice(0, 2)
        .some(o => row.right[o.i]),
    large: (one.candidates[0]?.candidate.limbs[0]?.features.size ?? 0) > 0.3,
    right: row.right[candidate] === true,
  };
}

/** Folds that never part one topic's or one passage's questions. */
export function foldsOf(cases: readonly Case[], count: number): number[] {
  const group = new Map<string, number>();
  const keyOf = (one: Case) => [
    `${one.gold.set}/${one.gold.topic}`,
    ...one.gold.evidence.map(e => `${one.gold.company}:${e}`),
  ];
  let next = 0;
  for (const one of cases) {
    const known = keyOf(one)
      .map(key => group.get(key))
      .filter(g => g !== undefined);
    const mine = known[0] ?? next++;
    for (const [key, g] of group) if (known.includes(g)) group.set(key, mine);
    for (const key of keyOf(one)) group.set(key, mine);
  }
  const sizes = new Map<number, number>();
  const own = cases.map(one => group.get(keyOf(one)[0] ?? '') ?? 0);
  for (const g of own) sizes.set(g, (sizes.get(g) ?? 0) + 1);
  const load = new Array<number>(count).fill(0);
  const fold = new Map<number, number>();
  for (const [g, n] of [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    const least = load.indexOf(Math.min(...load));
    fold.set(g, least);
    load[least] = (load[least] ?? 0) + n;
  }
  return own.map(g => fold.get(g) ?? 0);
}

export interface Folded {
  cases: readonly Case[];
  rows: readonly Row[];
  folds: readonly number[];
  /** Weights fitted without the fold, by fold. */
  fits: ReadonlyMap<number, Fitted>;
}

/** Fits once a fold, on everything outside it. */
export function fitFolds(
  cases: readonly Case[],
  folds: readonly number[],
  without: ReadonlySet<FeatureName> = new Set(),
  checked = true,
  wanted: readonly number[] = [...new Set(folds)].sort(),
): Folded {
  const rows = cases.map(one => toRow(one, without, checked));
  const fits = new Map(
    wanted.map(fold => [fold, fitBoth(rows.filter((_, i) => folds[i] !== fold))] as const),
  );
  return { cases, rows, folds, fits };
}

/** Outcomes of the questions of every fitted fold, by the weights that had not seen them. */
export function judge({ cases, rows, folds, fits }: Folded, penalty = 0): Outcome[] {
  return cases.flatMap((one, i) => {
    const row = rows[i];
    const fitted = fits.get(folds[i] ?? -1);
    return row && fitted ? [outcomeOf(one, row, penalise(fitted, penalty))] : [];
  });
}

/** Takes `penalty` more off an answer's chance for each step of a knowledge base's size. */
export function penalise(fitted: Fitted, penalty: number): Fitted {
  const answer = Float64Array.from(fitted.answer);
  const at = featureNames.indexOf('size');
  answer[at] = (answer[at] ?? 0) - penalty;
  return { ...fitted, answer };
}

/** Points of that worth which a question or two move: the smaller penalty is taken where it is no worse than this. */
const NOISE = 1.5;

/** Right answers that one false answer costs, in choosing the penalty. */
const COST = 3;

/**
 * The penalty on size worth most, small and large knowledge bases counting alike, at the threshold that lets `share`
 * through: a base rate fitted over both would let the large ones answer too much.
 */
export function sizePenaltyFor(folded: Folded, share: number): number {
  const worth = (penalty: number) => {
    const outcomes = judge(folded, penalty);
    const threshold = thresholdFor(outcomes, share);
    const of = (large: boolean) => {
      const own = outcomes.filter(o => o.large === large);
      const { right, falseAnswers } = summarise(own, threshold);
      return right - COST * falseAnswers;
    };
    return of(true) + of(false);
  };
  const steps = Array.from({ length: 17 }, (_, i) => i * 0.25);
  const worths = steps.map(worth);
  const best = Math.max(...worths);
  return steps.find((_, i) => (worths[i] ?? 0) >= best - NOISE) ?? 0;
}

/** The lowest threshold at which at most `share` of the unanswerable are answered. */
export function thresholdFor(outcomes: readonly Outcome[], share: number): number {
  const wrong = outcomes
    .filter(o => !o.answerable)
    .map(o => o.chance)
    .sort((a, b) => b - a);
  const allowed = Math.floor(wrong.length * share);
  return (wrong[allowed] ?? 0) + 1e-9;
}

export interface Summary {
  n: number;
  at1: number;
  at3: number;
  right: number;
  falseAnswers: number;
}

export function summarise(outcomes: readonly Outcome[], threshold: number): Summary {
  const can = outcomes.filter(o => o.answerable);
  const cannot = outcomes.filter(o => !o.answerable);
  const share = (list: readonly Outcome[], test: (o: Outcome) => boolean) =>
    list.length === 0 ? 0 : (100 * list.filter(test).length) / list.length;
  return {
    n: outcomes.length,
    at1: share(can, o => o.at1),
    at3: share(can, o => o.at3),
    right: share(can, o => o.right && o.chance >= threshold),
    falseAnswers: share(cannot, o => o.chance >= threshold),
  };
}
