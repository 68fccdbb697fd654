// What speaks for and against a passage as the answer to one limb of a question. Each feature has a sign fixed
// by knowledge of the field; the fitted weights may make it smaller, never turn it round.

import { sameTopic } from '../vocabulary/topic-vector.ts';
import type { Collection } from './collection.ts';
import { controlOverlap, isStray, shareOf } from './control-features.ts';
import { type Demand, meets } from './demand.ts';
import { settlesByDenial } from './denial.ts';
import { type LimbPlan, planOf } from './limb-plan.ts';
import type { Limb, Question } from './question.ts';
import type { Statement } from './statement.ts';
import { actorsMissing, facetsElsewhere, otherSubject, thingOverlap } from './thing-features.ts';
import { valueOverlap } from './value-features.ts';
import {
  contactOpen,
  coverage,
  examplesShown,
  namesMissing,
  rootsHeld,
  sharedPairs,
  wordOverlap,
} from './word-features.ts';

/** Feature name to the sign its weight may have. */
export const FEATURES = {
  covered: 1,
  openWord: -1,
  openWords: -1,
  surprise: 1,
  words: 1,
  wordsAround: 1,
  pairs: 1,
  control: 1,
  mainControl: 1,
  controlAround: 1,
  controlKin: 1,
  controlAbsent: -1,
  controlOpen: -1,
  controlsOpen: -1,
  focus: 1,
  topic: 1,
  topicAlone: 1,
  topicFar: -1,
  hardMissing: -1,
  sectionControl: 1,
  aspectShown: 1,
  aspectMissing: -1,
  valueShown: 1,
  valueMissing: -1,
  cadenceMissing: -1,
  placeMissing: -1,
  amountMissing: -1,
  thingShown: 1,
  thingMissing: -1,
  thingSibling: 1,
  actionShown: 1,
  actionMissing: -1,
  demandMissing: -1,
  writtenMissing: -1,
  disclosureMissing: -1,
  eventMissing: -1,
  whoMissing: -1,
  nameMissing: -1,
  exampleShown: 1,
  otherSubject: -1,
  actorMissing: -1,
  facetOther: -1,
  onlyMissing: -1,
  aim: -1,
  scope: -1,
  planned: -1,
  question: -1,
  pointer: -1,
  label: -1,
  fragment: -1,
  wholeTopic: 1,
  brief: -1,
  long: -1,
  borrowed: -1,
  size: -1,
  limbs: -1,
  stray: -1,
  noControl: -1,
  longQuestion: -1,
  asksDocument: -1,
  asksHow: 1,
  allMissing: -1,
  rule: 1,
  headOpen: -1,
  headsOpen: -1,
  verbOpen: -1,
  modOpen: -1,
  beyondOpen: -1,
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
  const shown = [...limb.aspects].filter(aspect => statement.aspects.has(aspect)).length;
  const is = (flag: boolean) => (flag ? 1 : 0);
  const unmet = [...limb.demands].filter(demand => !meets(demand, statement.passage.text, limb.text));
  const has = statement.modalities;
  const size = statement.words.length;
  const topic = sameTopic(limb.topic, statement.topic);
  const plan = planOf(limb);
  const held = rootsHeld(plan, statement);
  const word = coverage(plan, held, statement);
  const shared = wordOverlap(plan, held, collection);
  const controls = controlOverlap(limb, statement, collection);
  const values = valueOverlap(limb, statement);
  const things = thingOverlap(limb, statement);
  const actions = actionOverlap(limb, plan, statement);
  const open = settlesByDenial(limb, statement, word) ? 0 : 1;
  // Named one by one: spreading the parts into one object took longer than working them out.
  return {
    covered: word.covered,
    openWord: word.openWord,
    openWords: word.openWords,
    surprise: shared.surprise,
    words: shared.words,
    wordsAround: shared.wordsAround,
    pairs: sharedPairs(plan, statement),
    control: controls.control,
    mainControl: controls.mainControl,
    controlAround: controls.controlAround,
    controlKin: controls.controlKin,
    controlAbsent: controls.controlAbsent,
    controlOpen: open * controls.controlOpen,
    controlsOpen: open * controls.controlsOpen,
    focus: controls.focus,
    topic,
    topicFar: is(topic < FAR),
    topicAlone: limb.controls.size === 0 ? topic : 0,
    sectionControl: is([...question.contextControls.keys()].some(id => statement.controls.has(id))),
    aspectShown: limb.aspects.size === 0 ? 0 : shown / limb.aspects.size,
    aspectMissing: limb.aspects.size === 0 ? 0 : 1 - shown / limb.aspects.size,
    hardMissing: open * is([...limb.aspects].some(id => HARD_ASPECTS.has(id) && !statement.aspects.has(id))),
    valueShown: values.valueShown,
    valueMissing: values.valueMissing,
    cadenceMissing: values.cadenceMissing,
    placeMissing: values.placeMissing,
    amountMissing: open * values.amountMissing,
    thingShown: things.thingShown,
    thingMissing: things.thingMissing,
    thingSibling: things.thingSibling,
    actionShown: actions.actionShown,
    actionMissing: open * actions.actionMissing,
    demandMissing:
      limb.demands.size === 0 ? 0 : (open * unmet.filter(d => !ALONE.has(d)).length) / limb.demands.size,
    writtenMissing: open * is(unmet.includes('written')),
    disclosureMissing: is(unmet.includes('disclosed')),
    eventMissing: is(unmet.includes('happened')),
    whoMissing: is(unmet.includes('named') || unmet.includes('independent')),
    nameMissing: Math.max(namesMissing(limb, statement), contactOpen(limb, statement)),
    exampleShown: examplesShown(question.exampleRoots, statement),
    otherSubject: is(otherSubject(limb, statement)),
    actorMissing: actorsMissing(limb, statement),
    facetOther: is(facetsElsewhere(limb, statement).length > 0),
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
    fragment: statement.fragment ? 1 - collection.fragments : 0,
    wholeTopic: question.asked > 1 ? sameTopic(question.topic, statement.topic) - topic : 0,
    brief: Math.max(0, (4 - size) / 4),
    long: Math.min(1, Math.max(0, (size - 30) / 40)),
    borrowed: is(limb.borrowed),
    size: Math.log(Math.max(1, collection.statements.length / 50)) / 3,
    stray: is(isStray(limb, question, statement)),
    limbs: Math.min(1, (question.asked - 1) / 3),
    noControl: is(limb.controls.size === 0),
    longQuestion: Math.min(1, Math.max(0, (limb.words.length - 10) / 30)),
    asksDocument: is(limb.form === 'document'),
    asksHow: is(limb.form === 'how' || limb.form === 'open'),
    allMissing: is(limb.quantifier === 'all' && !ALL.test(statement.passage.text)),
    rule: is(has.has('rule') || has.has('fact')),
    headOpen: word.headOpen,
    headsOpen: word.headsOpen,
    verbOpen: word.verbOpen,
    modOpen: word.modOpen,
    beyondOpen: word.beyondOpen,
  };
}

/** Below this cosine two texts have hardly a control in common. */
const FAR = 0.2;

/** Aspects that a passage on the control leaves open unless it shows them. */
export const HARD_ASPECTS: ReadonlySet<string> = new Set(
  'document customer_option restriction training approval strength location stored_where purpose consequence cost legal_name address contact exceptions version provider severity who minimum_length recovery_objective figure amount date deletion notification technology responsibility_split'.split(
    ' ',
  ),
);

/** Demands that have a feature of their own. */
const ALONE: ReadonlySet<Demand> = new Set<Demand>([
  'disclosed',
  'happened',
  'named',
  'independent',
  'written',
]);

const ALL = /\b(?:all|every|each|any|entire|always|everyone|throughout|across|full|fully|100%)\b/i;

/** Of the actions the question names, those the passage names or holds with their control, and those it does not. */
function actionOverlap(
  limb: Limb,
  plan: LimbPlan,
  statement: Statement,
): Pick<Features, 'actionShown' | 'actionMissing'> {
  if (limb.actions.size === 0) return { actionShown: 0, actionMissing: 0 };
  const held = new Set(statement.actions);
  for (const { control, actions } of plan.states)
    if (shareOf(control, statement) >= 0.6) for (const action of actions) held.add(action);
  const shown = [...limb.actions].filter(action => held.has(action)).length / limb.actions.size;
  return { actionShown: shown, actionMissing: 1 - shown };
}
