// What the figures are on questions the fit had not seen: `npm run eval:cross [-- --without NAME,NAME]`. Five folds that
// never part a topic, then each set by the weights and the threshold of the others. Held halves are not read.
import { parseArgs } from 'node:util';
import { type FeatureName, featureNames } from '../../knowledge-base/match/features.ts';
import { type Case, makeCases } from './cases.ts';
import { figuresRow, figuresTable } from './figures-table.ts';
import { openGolds } from './gold.ts';
import {
  FALSE_ANSWERS,
  FOLDS,
  fitFolds,
  foldsOf,
  judge,
  type Outcome,
  sizePenaltyFor,
  thresholdFor,
} from './validate.ts';

const { values } = parseArgs({ options: { without: { type: 'string' }, unchecked: { type: 'boolean' } } });
const without = new Set((values.without ?? '').split(',').filter(isFeature));
const golds = openGolds();
const cases = await makeCases(golds);

const folded = fitFolds(cases, foldsOf(cases, FOLDS), without, values.unchecked !== true);
const penalty = sizePenaltyFor(folded, FALSE_ANSWERS);
const outcomes = judge(folded, penalty);
const threshold = thresholdFor(outcomes, FALSE_ANSWERS);
console.log(`Five folds: size penalty ${penalty}, threshold ${threshold.toFixed(3)}`);
print(new Map([...bySet(outcomes)].map(([set, own]) => [set, { own, threshold }])));

const sets = [...new Set(golds.map(gold => gold.set))];
const unseen = new Map<string, { own: Outcome[]; threshold: number }>();
for (const set of sets) {
  const company = new Set(golds.filter(gold => gold.set === set).map(gold => gold.company));
  const rest = cases.filter(one => !company.has(one.gold.company));
  const own = cases.filter(one => one.gold.set === set);
  const others = fitFolds(rest, foldsOf(rest, FOLDS), without, values.unchecked !== true);
  const size = sizePenaltyFor(others, FALSE_ANSWERS);
  const limit = thresholdFor(judge(others, size), FALSE_ANSWERS);
  unseen.set(set, { own: judgeUnseen(rest, own, size), threshold: limit });
}
console.log('\nEach set by weights, threshold and penalty of other companies only');
print(unseen);

function judgeUnseen(rest: readonly Case[], own: readonly Case[], size: number): Outcome[] {
  const all = [...rest, ...own];
  const folds = all.map((_, i) => (i < rest.length ? 1 : 0));
  return judge(fitFolds(all, folds, without, values.unchecked !== true, [0]), size);
}

function bySet(list: readonly Outcome[]): Map<string, Outcome[]> {
  const out = new Map<string, Outcome[]>();
  for (const one of list) out.set(one.set, [...(out.get(one.set) ?? []), one]);
  return out;
}

function print(rows: ReadonlyMap<string, { own: readonly Outcome[]; threshold: number }>): void {
  const passed = [...rows.values()].flatMap(({ own, threshold: limit }) =>
    own.map(one => ({ ...one, chance: one.chance >= limit ? 1 : 0 })),
  );
  const each = [...rows].map(([name, { own, threshold: limit }]) => figuresRow(name, own, limit));
  console.log(figuresTable('set', [...each, figuresRow('all', passed, 0.5)]));
}

function isFeature(name: string): name is FeatureName {
  return (featureNames as string[]).includes(name);
}
