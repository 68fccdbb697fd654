// All statements of one scope with the counts that say how telling a word or a control is there. Counts are
// the scope's own, so that another company's documents never move a score.
import type { Statement } from './statement.ts';

export interface Collection {
  statements: readonly Statement[];
  /** How telling a root, a control is: ln(1 + n / (1 + times it occurs)), over all statements. */
  weightOfRoot(root: string): number;
  weightOfControl(control: string): number;
  /** Statements that hold the root, in text, context or heading. */
  countOfRoot(root: string): number;
  countOfControl(control: string): number;
  /** Share of statements without a verb: where all are written so, it means nothing. */
  fragments: number;
}

export function countCollection(statements: readonly Statement[]): Collection {
  const roots = new Map<string, number>();
  const controls = new Map<string, number>();
  for (const statement of statements) {
    for (const root of new Set([
      ...statement.roots,
      ...statement.contextRoots,
      ...statement.headingRoots,
      ...statement.groups,
    ])) {
      roots.set(root, (roots.get(root) ?? 0) + 1);
    }
    for (const control of new Set([...statement.controls.keys(), ...statement.headingControls.keys()])) {
      controls.set(control, (controls.get(control) ?? 0) + 1);
    }
  }
  // By times, from 0 to all: a question asks for thousands of these.
  const telling = Float64Array.from({ length: statements.length + 1 }, (_, times) =>
    Math.log(1 + statements.length / (1 + times)),
  );
  return {
    statements,
    weightOfRoot: root => telling[roots.get(root) ?? 0] ?? 0,
    weightOfControl: control => telling[controls.get(control) ?? 0] ?? 0,
    countOfRoot: root => roots.get(root) ?? 0,
    countOfControl: control => controls.get(control) ?? 0,
    fragments: statements.filter(statement => statement.fragment).length / Math.max(1, statements.length),
  };
}
