// Shared controls: what the question is about against what the passage is about. A control found only in the
// heading or lead-in counts apart, so does one of kin (parent, child, near), for kin is not the same control.
import { controls as allControls } from '../vocabulary/controls.ts';
import { answeredBy, childrenOf, nearOf, partsOf, rowsOf } from '../vocabulary/kin.ts';
import type { Collection } from './collection.ts';
import { planOf } from './limb-plan.ts';
import type { Limb, Question } from './question.ts';
import type { Statement } from './statement.ts';

/** A passage on a part of the control asked counts for this much of one on the control. */
const PART = 0.75;

export interface Topical {
  control: number;
  mainControl: number;
  controlAround: number;
  controlKin: number;
  controlAbsent: number;
  /** Controls plainly asked about that the passage and its surroundings leave open: one a half, two or more 1. */
  controlOpen: number;
  /** The control most plainly asked about is left open; a related one may be held. */
  controlsOpen: number;
  focus: number;
}

export function controlOverlap(limb: Limb, statement: Statement, collection: Collection): Topical {
  let total = 0;
  let exact = 0;
  let around = 0;
  let kin = 0;
  let main = { weight: 0, share: 0 };
  for (const [id, asked] of limb.controls) {
    const weight = asked * collection.weightOfControl(id);
    const share = shareOf(id, statement);
    const surrounding = Math.max(
      statement.contextControls.get(id) ?? 0,
      statement.headingControls.get(id) ?? 0,
    );
    total += weight;
    exact += weight * share;
    if (share === 0) around += weight * surrounding;
    if (share < 0.4) kin += weight * kinship(id, statement);
    if (weight > main.weight) main = { weight, share };
  }
  let spoken = 0;
  let asked = 0;
  for (const [id, weight] of statement.controls) {
    spoken += weight;
    if (limb.controls.has(id)) asked += weight;
  }
  const part = (value: number) => (total === 0 ? 0 : value / total);
  const plain = plainControls(limb);
  const open = openControls(limb, statement);
  return {
    control: part(exact),
    mainControl: main.share,
    controlAround: part(around),
    controlKin: part(kin),
    controlAbsent: limb.controls.size > 0 && exact === 0 ? 1 : 0,
    controlOpen: Math.min(1, open.filter(id => !holdsParent(id, statement)).length / 2),
    controlsOpen: plain.length > 0 && most(limb, open) > most(limb, notIn(plain, open)) ? 1 : 0,
    focus: spoken === 0 ? 0 : asked / spoken,
  };
}

const notIn = (all: readonly string[], some: readonly string[]) => all.filter(id => !some.includes(id));
const most = (limb: Limb, ids: readonly string[]) =>
  Math.max(0, ...ids.map(id => limb.controls.get(id) ?? 0));

/** The controls a question plainly asks about. */
function plainControls(limb: Limb): readonly string[] {
  return planOf(limb).plain;
}

/** Of the controls plainly asked about, those that neither the passage nor its surroundings speak of, nor all of its kind. */
export function openControls(limb: Limb, statement: Statement): string[] {
  return plainControls(limb).filter(id => isOpenIn(limb, id, statement));
}

/** Open, and not held because the passage speaks of all that the control narrows. */
function isOpenIn(limb: Limb, id: string, statement: Statement): boolean {
  const nouns = planOf(limb).narrowed.get(id) ?? [];
  return isOpen(id, statement) && !nouns.some(noun => statement.universal.has(noun));
}

/** Whether the passage leaves open a control the question asks about with at least this weight. */
export function leavesControlOpen(limb: Limb, statement: Statement, least: number): boolean {
  return [...limb.controls].some(([id, weight]) => weight >= least && isOpenIn(limb, id, statement));
}

/**
 * A later part of a question ("how do you track compliance?") met by a passage on something else altogether: it speaks
 * of none of the controls the question plainly opened with, nor of one this part plainly asks about by itself.
 */
export function isStray(limb: Limb, question: Question, statement: Statement): boolean {
  const at = question.limbs.indexOf(limb);
  const own = plainControls(limb).some(id => !isOpen(id, statement));
  if (at < 1 || (own && !limb.followUp)) return false;
  const before = question.limbs.slice(0, at).flatMap(plainControls);
  return before.length > 0 && before.every(id => isOpen(id, statement) && kinship(id, statement) < 0.5);
}

function held(id: string, statement: Statement): number {
  return Math.max(
    statement.controls.get(id) ?? 0,
    statement.contextControls.get(id) ?? 0,
    statement.headingControls.get(id) ?? 0,
  );
}

function isOpen(id: string, statement: Statement): boolean {
  return held(id, statement) < 0.2 && shareOf(id, statement) < 0.3;
}

function holdsParent(id: string, statement: Statement): boolean {
  const parent = allControls.get(id)?.parent ?? null;
  return parent !== null && held(parent, statement) >= 0.4;
}

/** The passage's weight for a control; what is said of a part of it (key rotation) is said of it (key management). */
export function shareOf(id: string, statement: Statement): number {
  return strongest(sharesIn(id), statement);
}

const sharesIn = rowsOf((asked, say) => {
  for (const part of partsOf(asked.id)) say(part, PART);
  for (const other of answeredBy(asked.id)) say(other, PART);
  say(asked.id, 1);
});

/** 1 for parent or child, less for one easily confused with it and for a sibling, 0 for none of them. */
export function kinship(id: string, statement: Statement): number {
  return strongest(kinIn(id), statement);
}

const kinIn = rowsOf((asked, say) => {
  for (const sibling of childrenOf(asked.parent)) say(sibling, 0.5);
  for (const other of nearOf(asked.id)) say(other, 0.7);
  for (const part of childrenOf(asked.id)) say(part, 1);
  if (asked.parent !== null) say(asked.parent, 1);
});

function strongest(row: Float64Array, statement: Statement): number {
  let best = 0;
  for (const { control, weight } of statement.spoken) best = Math.max(best, weight * (row[control] ?? 0));
  return best;
}
