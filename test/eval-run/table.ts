// Writes the figures of knowledge-base/README.md: `npm run eval:table`. All are cross-validated over the open halves;
// every row of a table is held to the same share of false answers, so that what differs is what is answered right.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FeatureName, featureNames } from '../../knowledge-base/match/features.ts';
import { engines, outcomesOf } from './baselines.ts';
import { makeCases } from './cases.ts';
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

const BEGIN = '<!-- npm run eval:table: begin -->';
const END = '<!-- npm run eval:table: end -->';

/** What is left out together, because one would stand in for the other. */
const PARTS: Readonly<Record<string, readonly FeatureName[]>> = {
  controls: featureNames.filter(name => /^(?:control|mainControl|controls|focus|sectionControl)/.test(name)),
  topics: ['topic', 'topicAlone', 'topicFar', 'wholeTopic'],
  words: ['covered', 'openWord', 'openWords', 'surprise', 'words', 'wordsAround', 'pairs'],
  'core of the question': ['headOpen', 'headsOpen', 'verbOpen', 'modOpen', 'beyondOpen'],
  aspects: ['aspectShown', 'aspectMissing', 'hardMissing'],
  values: ['valueShown', 'valueMissing', 'cadenceMissing', 'placeMissing', 'amountMissing'],
  'named things': ['thingShown', 'thingMissing', 'thingSibling', 'nameMissing', 'exampleShown'],
  'actions and demands': [
    'actionShown',
    'actionMissing',
    'demandMissing',
    'writtenMissing',
    'disclosureMissing',
    'eventMissing',
    'whoMissing',
  ],
  'kind of passage': [
    'aim',
    'scope',
    'planned',
    'question',
    'pointer',
    'label',
    'fragment',
    'brief',
    'long',
    'rule',
  ],
  subject: ['otherSubject', 'actorMissing', 'facetOther'],
};

const golds = openGolds();
if (golds.length === 0) throw new Error('No labelled questions: ../shared is not beside this checkout.');
const cases = await makeCases(golds);
const folds = foldsOf(cases, FOLDS);

function ours(without: readonly FeatureName[] = [], checked = true): Outcome[] {
  const folded = fitFolds(cases, folds, new Set(without), checked);
  return judge(folded, sizePenaltyFor(folded, FALSE_ANSWERS));
}

/** The other engines are slow on thousands of passages. */
const EVERY = 3;
const all = ours();
const threshold = thresholdFor(all, FALSE_ANSWERS);
const by = (key: 'set' | 'style') =>
  [...new Set(all.map(outcome => outcome[key]))].map(name =>
    figuresRow(
      name,
      all.filter(outcome => outcome[key] === name),
      threshold,
    ),
  );
const alone = (name: string, outcomes: readonly Outcome[]) =>
  figuresRow(name, outcomes, thresholdFor(outcomes, FALSE_ANSWERS));

const sampled = new Set(golds.filter((_, i) => i % EVERY === 0));
const ofSample = all.filter((_, i) => cases[i] && sampled.has(cases[i].gold));
const others = [alone('Vouch', ofSample)];
for (const [name, engine] of Object.entries(engines))
  others.push(alone(name, await outcomesOf(engine, [...sampled])));
const parts = Object.entries(PARTS).map(([name, features]) => alone(`without ${name}`, ours(features)));

const text = [
  '#### By set',
  figuresTable('set', [...by('set'), figuresRow('all', all, threshold)]),
  '#### By style of question',
  figuresTable('style', by('style')),
  `#### Against other engines on every ${EVERY}rd question, each at its own threshold`,
  figuresTable('engine', others),
  '#### What each part is worth: fitted without it',
  figuresTable('part', [
    alone('all parts', all),
    ...parts,
    alone('without the evidence check', ours([], false)),
  ]),
].join('\n\n');

console.log(text);
const path = join(import.meta.dirname, '../../knowledge-base/README.md');
const readme = readFileSync(path, 'utf8');
const [before, after] = [readme.indexOf(BEGIN), readme.indexOf(END)];
if (before < 0 || after < before)
  throw new Error(`README.md has no place for the tables: ${BEGIN} and ${END}.`);
writeFileSync(path, `${readme.slice(0, before)}${BEGIN}\n\n${text}\n\n${readme.slice(after)}`);
