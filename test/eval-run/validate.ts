// Cross-validation and leave-one-set-out over labelled cases: every figure is on questions the weights and the
// threshold had not seen.

import type { FeatureName } from '../../knowledge-base/match/features.ts';
import type { Case } from './cases.ts';
import { answerChance, type Fitted, fitBoth, type Row, rankScores, toRow } from './model-fit.ts';

export interface Outcome {
  set: string;
  answerable: boolean;
  at1: boolean;
  at3: boolean;
  chance: number;
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
    answerable: row.answerable,
    chance,
    at1: row.right[candidate] === true || (candidate < 0 && false),
    at3:
      row.right[candidate] === true ||
      order
        .filter(o => o.i !== candidate)
        .slice(0, 2)
        .some(o => row.right[o.i]),
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

export function crossValidate(
  cases: readonly Case[],
  folds: readonly number[],
  extra: readonly Case[] = [],
  without: ReadonlySet<FeatureName> = new Set(),
): Outcome[] {
  const rows = cases.map(one => toRow(one, without));
  const more = extra.map(one => toRow(one, without));
  const out = new Array<Outcome>(cases.length);
  for (const fold of new Set(folds)) {
    const fitted = fitBoth([...rows.filter((_, i) => folds[i] !== fold), ...more]);
    for (const [i, one] of cases.entries()) {
      const row = rows[i];
      if (folds[i] === fold && row) out[i] = outcomeOf(one, row, fitted);
    }
  }
  return out;
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
