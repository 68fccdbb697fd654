// How near one control stands to another, as rows of numbers: every question asks it of every control of every
// passage, and a row of an array answers in no time. A row is written when a control is first asked about, from
// the few that have anything to do with it.
import { type Control, controls } from './controls.ts';

/** Controls by number, in the order of their names. */
export const controlIds: readonly string[] = [...controls.keys()].sort();
export const controlNumbers: ReadonlyMap<string, number> = new Map(controlIds.map((id, at) => [id, at]));

const children = new Map<string, string[]>();
const near = new Map<string, string[]>();
const answering = new Map<string, string[]>();
const add = (lists: Map<string, string[]>, id: string, other: string) =>
  lists.set(id, [...(lists.get(id) ?? []), other]);
for (const { id, parent, near: others, answers } of controls.values()) {
  for (const other of answers) add(answering, other, id);
  if (parent !== null) add(children, parent, id);
  for (const other of others) {
    add(near, id, other);
    add(near, other, id);
  }
}

/** The controls filed under it. */
export function childrenOf(id: string | null): readonly string[] {
  return children.get(id ?? '') ?? [];
}

/** The parts of a control: what is stated of them is stated of it. */
export function partsOf(id: string): readonly string[] {
  return childrenOf(id).filter(child => controls.get(child)?.apart === false);
}

/** The controls a statement on which answers a question on this one. */
export function answeredBy(id: string): readonly string[] {
  return answering.get(id) ?? [];
}

/** The controls easily confused with it, on its own word or on theirs. */
export function nearOf(id: string): readonly string[] {
  return near.get(id) ?? [];
}

type Say = (id: string, value: number) => void;

/** Rows by the control asked, a value for every control by its number: what `tell` said of it last, else 0. */
export function rowsOf(tell: (asked: Control, say: Say) => void): (id: string) => Float64Array {
  const rows = new Map<string, Float64Array>();
  return id => {
    const known = rows.get(id);
    if (known) return known;
    const row = new Float64Array(controlIds.length);
    const asked = controls.get(id);
    if (asked)
      tell(asked, (other, value) => {
        const number = controlNumbers.get(other);
        if (number !== undefined) row[number] = value;
      });
    rows.set(id, row);
    return row;
  };
}
