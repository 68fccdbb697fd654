// Values: what the question wants to be told, and the amounts it states itself. A passage without them may be on
// the topic and still not answer.
import type { Value, ValueKind } from '../passages/values.ts';
import { actorsIn } from './actors.ts';
import type { Limb } from './question.ts';
import type { Statement } from './statement.ts';

export interface Valued {
  valueShown: number;
  valueMissing: number;
  cadenceMissing: number;
  placeMissing: number;
  amountMissing: number;
}

const WHERE_AND_WHO: readonly ValueKind[] = ['place', 'role', 'email', 'url', 'phone', 'address'];
/** A vague word ("regularly") is worth this much of a value. */
const VAGUE = 0.4;

export function valueOverlap(limb: Limb, statement: Statement): Valued {
  const shown =
    limb.wants.size === 0
      ? 0
      : Math.max(mostGiven(limb.wants, statement.values), someoneNamed(limb, statement));
  const lack = limb.wants.size === 0 ? 0 : 1 - shown;
  const kind = limb.wants.has('cadence')
    ? 'cadence'
    : WHERE_AND_WHO.some(one => limb.wants.has(one))
      ? 'place'
      : 'value';
  return {
    valueShown: shown,
    valueMissing: kind === 'value' ? lack : 0,
    cadenceMissing: kind === 'cadence' ? lack : 0,
    placeMissing: kind === 'place' ? lack : 0,
    amountMissing: statesUnmet(limb.values, statement.values) ? 1 : 0,
  };
}

/** Asked who, "the customer" or "contractors" says so vaguely, unless the question named them itself. */
function someoneNamed(limb: Limb, statement: Statement): number {
  const told =
    limb.wants.has('role') && [...actorsIn(statement.passage.text)].some(who => !limb.actors.has(who));
  return told ? VAGUE : 0;
}

function mostGiven(wants: ReadonlySet<ValueKind>, values: readonly Value[]): number {
  let shown = 0;
  for (const value of values) if (wants.has(value.kind)) shown = Math.max(shown, value.vague ? VAGUE : 1);
  return shown;
}

/** The amounts among a question's values; a bare number is mostly part of a name: SOC 2, tier 1. */
export function amountsStated(values: readonly Value[]): Value[] {
  return values.filter(value => value.amount !== null && !value.vague && value.kind !== 'number');
}

/** The question states an amount ("within 24 hours") and the passage has none of that kind. */
function statesUnmet(stated: readonly Value[], held: readonly Value[]): boolean {
  if (stated.length === 0) return false;
  const firm = amountsStated(stated);
  return (
    firm.length > 0 &&
    !firm.every(value => held.some(other => other.kind === value.kind && other.amount !== null))
  );
}
