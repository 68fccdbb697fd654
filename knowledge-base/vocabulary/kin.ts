// How near one control stands to another, as rows of numbers: every question asks it of every control of every
// passage, and a row of an array answers in no time. Rows are worked out when a control is first asked about.
import { type Control, controls } from './controls.ts';

/** Controls by number, in the order of their names. */
export const controlIds: readonly string[] = [...controls.keys()].sort();
export const controlNumbers: ReadonlyMap<string, number> = new Map(controlIds.map((id, at) => [id, at]));

/** A memo of rows: for the control asked, what `rate` says of every other, by number; zeros for an unknown id. */
export function rowsOf(rate: (asked: Control, other: Control) => number): (id: string) => Float64Array {
  const rows = new Map<string, Float64Array>();
  const nothing = new Float64Array(controlIds.length);
  return id => {
    const known = rows.get(id);
    if (known) return known;
    const asked = controls.get(id);
    if (!asked) return nothing;
    const row = Float64Array.from(controlIds, other => rate(asked, controls.get(other) as Control));
    rows.set(id, row);
    return row;
  };
}
