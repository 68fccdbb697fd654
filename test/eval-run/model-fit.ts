// Fits the two weight vectors of the matcher by gradient descent with the signs of the features held: which
// passage is best (softmax over a question's candidates), and whether the best one answers (logistic). Full
// batches from zero, so the same cases give the same weights.
import { failingsOf, leftOf } from '../../knowledge-base/match/evidence-check.ts';
import {
  FEATURES,
  type FeatureName,
  type Features,
  featureNames,
} from '../../knowledge-base/match/features.ts';
import type { Case } from './cases.ts';

export type Weights = Float64Array<ArrayBufferLike>;
export interface Fitted {
  rank: Weights;
  answer: Weights;
  bias: number;
}
/** One question: a vector per candidate and limb. */
export interface Row {
  vectors: Float64Array[][];
  right: boolean[];
  answerable: boolean;
  weight: number;
  /** The evidence check counts; false only to measure what it is worth. */
  checked: boolean;
}

/** Candidates a question is fitted with, best first by the weights in force. */
const CANDIDATES = 30;
const size = featureNames.length;
const signs = featureNames.map(name => FEATURES[name]);

export function toRow(one: Case, without: ReadonlySet<FeatureName> = new Set(), checked = true): Row {
  const near = one.candidates.slice(0, CANDIDATES);
  return {
    vectors: near.map(({ candidate }) =>
      one.asked.map(i =>
        Float64Array.from(featureNames, name =>
          without.has(name) ? 0 : (candidate.limbs[i]?.features[name] ?? 0),
        ),
      ),
    ),
    right: near.map(candidate => candidate.right),
    answerable: one.gold.answerable !== 'no',
    weight: 1,
    checked,
  };
}

export const dot = (w: Weights, x: Float64Array) => {
  let sum = 0;
  for (let i = 0; i < size; i += 1) sum += (w[i] ?? 0) * (x[i] ?? 0);
  return sum;
};

/** Score of each candidate: its best limb. */
export function rankScores(row: Row, w: Weights): { score: number; limb: number }[] {
  return row.vectors.map(limbs => {
    let best = { score: Number.NEGATIVE_INFINITY, limb: 0 };
    for (const [limb, x] of limbs.entries()) {
      const score = dot(w, x);
      if (score > best.score) best = { score, limb };
    }
    return best;
  });
}

function project(w: Weights): void {
  for (let i = 0; i < size; i += 1) if (Math.sign(w[i] ?? 0) !== signs[i]) w[i] = 0;
}

function descend(
  w: Weights,
  gradient: (w: Weights, g: Weights) => void,
  steps: number,
  rate: number,
): Weights {
  const m = new Float64Array(size + 1);
  const v = new Float64Array(size + 1);
  for (let step = 1; step <= steps; step += 1) {
    const g = new Float64Array(size + 1);
    gradient(w, g);
    for (let i = 0; i <= size; i += 1) {
      m[i] = 0.9 * (m[i] ?? 0) + 0.1 * (g[i] ?? 0);
      v[i] = 0.999 * (v[i] ?? 0) + 0.001 * (g[i] ?? 0) ** 2;
      w[i] =
        (w[i] ?? 0) -
        (rate * ((m[i] ?? 0) / (1 - 0.9 ** step))) / (Math.sqrt((v[i] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
    }
    project(w);
  }
  return w;
}

export function fitRank(rows: readonly Row[], l2 = 0.02): Weights {
  const usable = rows.filter(row => row.answerable && row.right.includes(true) && row.right.includes(false));
  const start = new Float64Array(size + 1);
  for (let i = 0; i < size; i += 1) start[i] = 0.5 * (signs[i] ?? 0);
  return descend(
    start,
    (w, g) => {
      for (const row of usable) {
        const scores = rankScores(row, w);
        const top = Math.max(...scores.map(s => s.score));
        const e = scores.map(s => Math.exp(s.score - top));
        const all = e.reduce((a, b) => a + b, 0);
        const good = e.reduce((sum, value, i) => sum + (row.right[i] ? value : 0), 0);
        for (const [i, { limb }] of scores.entries()) {
          const pull = (e[i] ?? 0) / all - (row.right[i] ? (e[i] ?? 0) / good : 0);
          const x = row.vectors[i]?.[limb];
          if (!x || Math.abs(pull) < 1e-6) continue;
          for (let k = 0; k < size; k += 1)
            g[k] = (g[k] ?? 0) + (pull * (x[k] ?? 0) * row.weight) / usable.length;
        }
      }
      for (let k = 0; k < size; k += 1) g[k] = (g[k] ?? 0) + l2 * (w[k] ?? 0) * 0.1;
    },
    250,
    0.05,
  );
}

/** Per limb the candidate that ranks first for it. */
export function limbTops(row: Row, rank: Weights): { candidate: number; x: Weights }[] {
  const limbs = row.vectors[0]?.length ?? 0;
  return Array.from({ length: limbs }, (_, limb) => {
    let best = { candidate: 0, score: Number.NEGATIVE_INFINITY, x: new Float64Array(size) as Weights };
    for (const [candidate, vectors] of row.vectors.entries()) {
      const x = vectors[limb];
      const score = x ? dot(rank, x) : Number.NEGATIVE_INFINITY;
      if (x && score > best.score) best = { candidate, score, x };
    }
    return best;
  });
}

const namesOf = (x: Weights) =>
  Object.fromEntries(featureNames.map((name, i) => [name, x[i] ?? 0])) as Features;

export function answerChance(row: Row, fitted: Fitted): { chance: number; candidate: number } {
  let best = { chance: 0, candidate: -1 };
  for (const top of limbTops(row, fitted.rank)) {
    const kept = row.checked ? leftOf(failingsOf(namesOf(top.x))) : 1;
    const chance = kept / (1 + Math.exp(-(dot(fitted.answer, top.x) + fitted.bias)));
    if (chance > best.chance) best = { chance, candidate: top.candidate };
  }
  return best;
}

export function fitAnswer(rows: readonly Row[], rank: Weights, l2 = 0.02): { answer: Weights; bias: number } {
  const tops = rows.map(row => limbTops(row, rank));
  const w = new Float64Array(size + 1);
  for (let i = 0; i < size; i += 1) w[i] = 0.3 * (signs[i] ?? 0);
  w[size] = -2;
  descend(
    w,
    (now, g) => {
      for (const [r, row] of rows.entries()) {
        let best: { z: number; candidate: number; x: Weights } | null = null;
        for (const top of tops[r] ?? []) {
          const z = dot(now, top.x) + (now[size] ?? 0);
          if (!best || z > best.z) best = { z, ...top };
        }
        if (!best) continue;
        const good = row.answerable && row.right[best.candidate] === true;
        const importance = row.weight * (row.answerable && !good ? 0.25 : 1);
        const pull = ((1 / (1 + Math.exp(-best.z)) - (good ? 1 : 0)) * importance) / rows.length;
        for (let k = 0; k < size; k += 1) g[k] = (g[k] ?? 0) + pull * (best.x[k] ?? 0);
        g[size] = (g[size] ?? 0) + pull;
      }
      for (let k = 0; k < size; k += 1) g[k] = (g[k] ?? 0) + l2 * (now[k] ?? 0) * 0.05;
    },
    400,
    0.05,
  );
  return { answer: w.slice(0, size), bias: w[size] ?? 0 };
}

export function fitBoth(rows: readonly Row[]): Fitted {
  const rank = fitRank(rows);
  return { rank, ...fitAnswer(rows, rank) };
}
