// From a question to its candidate passages with their scores: a few rows from the index, then the features of
// every limb against each of them. No passage outside the index's answer is ever looked at.
import type { Collection } from './collection.ts';
import { type FeatureName, type Features, featureNames, featuresOf } from './features.ts';
import { type Parameters, parameters } from './parameters.ts';
import type { PassageIndex } from './passage-index.ts';
import type { Limb, Question } from './question.ts';
import type { Statement } from './statement.ts';

export interface Candidate {
  statement: Statement;
  /** Scores per limb, in the order of the question's limbs. */
  limbs: { features: Features; score: number }[];
  /** Position of the limb it serves best. */
  best: number;
  /** 0 to 1 for that limb. */
  score: number;
}

/** Rows the index is asked for, by words and by controls. */
const REACH = 50;

export function rankCandidates(
  question: Question,
  scope: string | null,
  index: PassageIndex,
  statementAt: (row: number) => Statement,
  collection: Collection,
): Candidate[] {
  const rows = new Set<number>();
  for (const row of index.search([...rootsOf(question, collection)], scope, REACH)) rows.add(row);
  const controls = [...new Set(question.limbs.flatMap(limb => [...limb.controls.keys()]))];
  for (const row of index.about(controls, scope, REACH)) rows.add(row);
  const out = [...rows].map(row => scoreStatement(question, statementAt(row), collection));
  return out.sort((a, b) => b.score - a.score || compareIds(a, b));
}

function compareIds(a: Candidate, b: Candidate): number {
  return a.statement.passage.id < b.statement.passage.id ? -1 : 1;
}

/** The words that tell passages apart: a word most passages hold costs time and says nothing. */
function rootsOf(question: Question, collection: Collection): Set<string> {
  const all = new Set(question.limbs.flatMap(limb => [...limb.roots]));
  const known = [...all].filter(root => collection.countOfRoot(root) > 0);
  const common = Math.max(50, collection.statements.length / 20);
  const telling = known.filter(root => collection.countOfRoot(root) <= common);
  return new Set(telling.length > 0 ? telling : known);
}

function scoreStatement(question: Question, statement: Statement, collection: Collection): Candidate {
  const limbs = question.limbs.map((limb: Limb) => {
    const features = featuresOf(limb, question, statement, collection);
    return { features, score: chance(features) };
  });
  let best = 0;
  for (const [i, limb] of limbs.entries()) if (limb.score > (limbs[best]?.score ?? 0)) best = i;
  return { statement, limbs, best, score: limbs[best]?.score ?? 0 };
}

/** Probability by the logistic model. */
export function chance(features: Features, given: Parameters = parameters): number {
  return 1 / (1 + Math.exp(-logit(features, given)));
}

function logit(features: Features, given: Parameters): number {
  let sum = given.bias;
  for (const name of featureNames) sum += given.weights[name] * features[name];
  return sum;
}

/** How much each feature moved the score, largest first. */
export function contributions(features: Features): { name: FeatureName; value: number }[] {
  return featureNames
    .map(name => ({ name, value: parameters.weights[name] * features[name] }))
    .filter(part => Math.abs(part.value) > 0.05)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
}
