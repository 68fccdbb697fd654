// The evidence check: what an answer must not lack, whatever else speaks for the passage. Each failing divides the
// chance of an answer, because a fitted sum lets a loud topic outvote a missing fact and this must not.
import type { Features } from './features.ts';

export type Failing =
  | 'thing'
  | 'name'
  | 'disclosure'
  | 'value'
  | 'control'
  | 'part'
  | 'aim'
  | 'subject'
  | 'aspect'
  | 'action'
  | 'words'
  | 'label';

/** What each failing leaves of the chance. */
export const LEFT = 0.35;

const CHECKS: Record<Failing, (f: Features) => boolean> = {
  thing: f => f.thingMissing >= 0.99,
  name: f => f.nameMissing >= 0.5,
  disclosure: f => f.disclosureMissing > 0,
  value: f => f.valueMissing >= 0.99,
  control: f => f.controlAbsent > 0 && f.covered < 0.45,
  part: f => f.controlOpen > 0 || f.controlsOpen > 0,
  aim: f => f.aim > 0,
  subject: f => f.otherSubject > 0,
  aspect: f => f.hardMissing > 0,
  action: f => f.actionMissing >= 0.99,
  words: f => f.covered < 0.35,
  label: f => f.label > 0,
};

const failings = Object.keys(CHECKS) as Failing[];

/** What the passage lacks, in the order a person would be told. */
export function failingsOf(features: Features): Failing[] {
  return failings.filter(failing => CHECKS[failing](features));
}
