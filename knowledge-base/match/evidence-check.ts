// The evidence check: what an answer must not lack, whatever else speaks for the passage. Each failing divides the
// chance of an answer, because a fitted sum lets a loud topic outvote a missing fact and this must not.
import type { Features } from './features.ts';

export type Failing =
  | 'thing'
  | 'name'
  | 'disclosure'
  | 'event'
  | 'who'
  | 'value'
  | 'control'
  | 'part'
  | 'aim'
  | 'subject'
  | 'facet'
  | 'aspect'
  | 'action'
  | 'words'
  | 'amount'
  | 'demand'
  | 'unwritten'
  | 'head'
  | 'modifier'
  | 'label'
  | 'stray';

/** What a failing leaves of the chance: what is named or asked for is not there, or something beside it is open. */
const LEFT_HARD = 0.12;
const LEFT_SOFT = 0.35;
/** The words of the core weigh in the sum as well, so that their failing takes less. */
const LEFT_CORE = 0.5;
const SOFT: ReadonlySet<Failing> = new Set<Failing>([
  'part',
  'aspect',
  'action',
  'words',
  'amount',
  'demand',
]);
const CORE: ReadonlySet<Failing> = new Set<Failing>(['head', 'modifier']);

const CHECKS: Record<Failing, (f: Features) => boolean> = {
  thing: f => f.thingMissing >= 0.99,
  name: f => f.nameMissing >= 0.5,
  disclosure: f => f.disclosureMissing > 0,
  event: f => f.eventMissing > 0,
  who: f => f.whoMissing > 0,
  value: f => Math.max(f.valueMissing, f.cadenceMissing, f.placeMissing) >= 0.99,
  control: f => f.controlAbsent > 0 && (f.covered < 0.45 || f.topicFar > 0),
  part: f => f.controlOpen > 0 || f.controlsOpen > 0,
  aim: f => f.aim > 0,
  subject: f => f.otherSubject > 0,
  facet: f => f.facetOther > 0,
  aspect: f => f.hardMissing > 0,
  action: f => f.actionMissing >= 0.99,
  words: f => f.covered < 0.35,
  amount: f => f.amountMissing > 0,
  demand: f => f.demandMissing >= 0.99,
  unwritten: f => f.writtenMissing > 0,
  head: f => f.headsOpen >= 0.99,
  modifier: f => f.modOpen >= 0.99,
  label: f => f.label > 0,
  stray: f => f.stray > 0,
};

const failings = Object.keys(CHECKS) as Failing[];

/** What the passage lacks, in the order a person would be told. */
export function failingsOf(features: Features): Failing[] {
  return failings.filter(failing => CHECKS[failing](features));
}

/** The share of the chance that what is lacking leaves, 0 to 1. */
export function leftOf(lacking: readonly Failing[]): number {
  return lacking.reduce((left, failing) => left * shareLeft(failing), 1);
}

function shareLeft(failing: Failing): number {
  // What is done answers, in part, whether it is written down: "documented change management" asks for both.
  if (failing === 'unwritten') return 1;
  if (CORE.has(failing)) return LEFT_CORE;
  return SOFT.has(failing) ? LEFT_SOFT : LEFT_HARD;
}
