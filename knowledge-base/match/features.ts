// What speaks for and against a passage as the answer to one limb of a question. Each feature has a sign fixed
// by knowledge of the field; the fitted weights may make it smaller, never turn it round.

import { controls as allControls, tellingInField } from '../vocabulary/controls.ts';
import { categories, things, withImplied } from '../vocabulary/things.ts';
import type { Collection } from './collection.ts';
import type { Limb, Question } from './question.ts';
import type { Statement } from './statement.ts';

/** Feature name to the sign its weight may have. */
export const FEATURES = {
  covered: 1,
  surprise: 1,
  words: 1,
  wordsAround: 1,
  pairs: 1,
  control: 1,
  mainControl: 1,
  controlAround: 1,
  controlKin: 1,
  controlAbsent: -1,
  focus: 1,
  sectionControl: 1,
  aspectShown: 1,
  aspectMissing: -1,
  valueShown: 1,
  valueMissing: -1,
  thingShown: 1,
  thingMissing: -1,
  thingSibling: 1,
  otherSubject: -1,
  onlyMissing: -1,
  aim: -1,
  scope: -1,
  planned: -1,
  question: -1,
  pointer: -1,
  label: -1,
  brief: -1,
  long: -1,
  borrowed: -1,
  size: -1,
  noControl: -1,
  longQuestion: -1,
  asksDocument: -1,
  asksHow: 1,
  allMissing: -1,
  rule: 1,
} as const satisfies Record<string, 1 | -1>;

export type FeatureName = keyof typeof FEATURES;
export type Features = Record<FeatureName, number>;
export const featureNames = Object.keys(FEATURES) as FeatureName[];

export function featuresOf(
  limb: Limb,
  question: Question,
  statement: Statement,
  collection: Collection,
): Features {
  const lexical = wordOverlap(limb, statement, collection);
  const topical = controlOverlap(limb, statement, collection);
  const named = thingOverlap(limb, statement);
  const shown = [...limb.aspects].filter(aspect => statement.aspects.has(aspect)).length;
  const kinds = statement.values.filter(value => limb.wants.has(value.kind));
  const is = (flag: boolean) => (flag ? 1 : 0);
  const has = statement.modalities;
  const size = statement.words.length;
  return {
    covered: coverage(limb, statement),
    surprise: lexical.surprise,
    words: lexical.text,
    wordsAround: lexical.around,
    pairs: sharedPairs(limb, statement),
    ...topical,
    sectionControl: is([...question.contextControls.keys()].some(id => statement.controls.has(id))),
    aspectShown: limb.aspects.size === 0 ? 0 : shown / limb.aspects.size,
    aspectMissing: is(limb.aspects.size > 0 && shown === 0),
    valueShown: limb.wants.size === 0 || kinds.length === 0 ? 0 : kinds.some(value => !value.vague) ? 1 : 0.4,
    valueMissing:
      limb.wants.size === 0 ? 0 : kinds.length === 0 ? 1 : kinds.every(value => value.vague) ? 0.4 : 0,
    ...named,
    otherSubject: is(otherSubject(limb, statement)),
    onlyMissing: is(
      limb.quantifier === 'only' &&
        !/\b(?:only|exclusively|solely|strictly|limited)\b/i.test(statement.passage.text),
    ),
    aim: is(has.has('aim')),
    scope: is(has.has('scope')),
    planned: is(has.has('planned')),
    question: is(has.has('question')),
    pointer: is(has.has('pointer')),
    label: is(has.has('label')),
    brief: Math.max(0, (4 - size) / 4),
    long: Math.min(1, Math.max(0, (size - 30) / 40)),
    borrowed: is(limb.borrowed),
    size: Math.log(Math.max(1, collection.statements.length / 50)) / 3,
    noControl: is(limb.controls.size === 0),
    longQuestion: Math.min(1, Math.max(0, (limb.words.length - 10) / 30)),
    asksDocument: is(limb.form === 'document'),
    asksHow: is(limb.form === 'how' || limb.form === 'open'),
    allMissing: is(limb.quantifier === 'all' && !ALL.test(statement.passage.text)),
    rule: is(has.has('rule') || has.has('fact')),
  };
}

const ALL = /\b(?:all|every|each|any|entire|always|everyone|throughout|across|full|fully|100%)\b/i;

interface Lexical {
  text: number;
  around: number;
  surprise: number;
}

/** Shared words by how telling they are here; `surprise` sets that against the size of the collection. */
function wordOverlap(limb: Limb, statement: Statement, collection: Collection): Lexical {
  let total = 0;
  let text = 0;
  let around = 0;
  for (const root of limb.roots) {
    const weight = collection.weightOfRoot(root);
    total += weight;
    if (statement.roots.has(root)) text += weight;
    else if (statement.contextRoots.has(root) || statement.headingRoots.has(root)) around += weight;
  }
  const chance = Math.log(1 + collection.statements.length);
  const surprise = Math.max(-1, Math.min(1.5, (text + 0.5 * around - chance) / 8));
  return total === 0
    ? { text: 0, around: 0, surprise }
    : { text: text / total, around: around / total, surprise };
}

/** The part of the question the passage accounts for, word by word: by the word itself or by a shared control. */
function coverage(limb: Limb, statement: Statement): number {
  let total = 0;
  let covered = 0;
  for (const [i, word] of limb.words.entries()) {
    if (!limb.roots.has(word.root)) continue;
    const weight = tellingInField(word.root);
    let best = statement.roots.has(word.root)
      ? 1
      : statement.contextRoots.has(word.root) || statement.headingRoots.has(word.root)
        ? 0.6
        : 0;
    for (const spot of limb.spots) {
      if (spot.from > i || spot.to <= i || best >= 1) continue;
      const own = statement.controls.get(spot.id) ?? 0;
      const near =
        Math.max(statement.contextControls.get(spot.id) ?? 0, statement.headingControls.get(spot.id) ?? 0) *
        0.6;
      best = Math.max(best, own, near);
    }
    total += weight;
    covered += weight * best;
  }
  return total === 0 ? 0 : covered / total;
}

type Topical = Pick<
  Features,
  'control' | 'mainControl' | 'controlAround' | 'controlKin' | 'controlAbsent' | 'focus'
>;

function controlOverlap(limb: Limb, statement: Statement, collection: Collection): Topical {
  let total = 0;
  let exact = 0;
  let around = 0;
  let kin = 0;
  let main = { weight: 0, share: 0 };
  for (const [id, asked] of limb.controls) {
    const weight = asked * collection.weightOfControl(id);
    const share = statement.controls.get(id) ?? 0;
    const near = Math.max(statement.contextControls.get(id) ?? 0, statement.headingControls.get(id) ?? 0);
    total += weight;
    exact += weight * share;
    if (share === 0) around += weight * near;
    if (share === 0) kin += weight * kinship(id, statement);
    if (weight > main.weight) main = { weight, share };
  }
  const held = [...statement.controls.values()].reduce((a, b) => a + b, 0);
  const asked = [...statement.controls].reduce(
    (sum, [id, weight]) => sum + (limb.controls.has(id) ? weight : 0),
    0,
  );
  const part = (value: number) => (total === 0 ? 0 : value / total);
  return {
    control: part(exact),
    mainControl: main.share,
    controlAround: part(around),
    controlKin: part(kin),
    controlAbsent: limb.controls.size > 0 && exact === 0 ? 1 : 0,
    focus: held === 0 ? 0 : asked / held,
  };
}

/** 1 for parent, child or a control noted as near; half for a sibling; 0 for none of them. */
function kinship(id: string, statement: Statement): number {
  const control = allControls.get(id);
  let best = 0;
  for (const [other, weight] of statement.controls) {
    const that = allControls.get(other);
    if (!control || !that) continue;
    if (control.parent === other || that.parent === id) best = Math.max(best, weight);
    else if (control.near.includes(other) || that.near.includes(id)) best = Math.max(best, weight * 0.7);
    else if (control.parent !== null && control.parent === that.parent) best = Math.max(best, weight * 0.5);
  }
  return best;
}

type Named = Pick<Features, 'thingShown' | 'thingMissing' | 'thingSibling'>;

function thingOverlap(limb: Limb, statement: Statement): Named {
  if (limb.things.size === 0) return { thingShown: 0, thingMissing: 0, thingSibling: 0 };
  const held = withImplied([...statement.things, ...statement.contextThings]);
  const missing = [...limb.things].filter(id => !held.has(id));
  const sibling = missing.some(id => {
    const category = things.get(id)?.category ?? '';
    return (
      categories.get(category)?.closed === true &&
      [...statement.things].some(other => things.get(other)?.category === category)
    );
  });
  return {
    thingShown: 1 - missing.length / limb.things.size,
    thingMissing: sibling ? 0 : missing.length / limb.things.size,
    thingSibling: sibling ? 1 : 0,
  };
}

function otherSubject(limb: Limb, statement: Statement): boolean {
  const asked = [...limb.subjects].filter(s => s !== 'product');
  const told = [...statement.subjects].filter(s => s !== 'product');
  return asked.length > 0 && told.length > 0 && !asked.some(s => told.includes(s));
}

function sharedPairs(limb: Limb, statement: Statement): number {
  const pairs = (words: readonly { root: string }[]) => {
    const out = new Set<string>();
    for (let i = 1; i < words.length; i += 1) out.add(`${words[i - 1]?.root} ${words[i]?.root}`);
    return out;
  };
  const content = (words: Limb['words'], roots: ReadonlySet<string>) =>
    words.filter(word => roots.has(word.root));
  const mine = pairs(content(limb.words, limb.roots));
  if (mine.size === 0) return 0;
  const theirs = pairs(content(statement.words, statement.roots));
  let shared = 0;
  for (const pair of mine) if (theirs.has(pair)) shared += 1;
  return Math.min(1, shared / Math.min(3, mine.size));
}
