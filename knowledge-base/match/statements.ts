// The statements of all stored passages, kept from one reading of the store to the next: a policy that is imported
// again costs the reading of its own passages and no others.
import type { Passage } from '../../contract/knowledge.ts';
import { makeStatement, readsAlike, type Statement } from './statement.ts';

export interface Statements {
  list: readonly Statement[];
  /** The scopes, read as "you" in all of them. */
  names: readonly string[];
  /** By the passage as it is stored. */
  byText: ReadonlyMap<string, Statement>;
}

/** Passages read between two pauses. */
const AT_ONCE = 50;

/** `stored`: passages as JSON, in order. `before`: what was made of them last time. */
export function readStatements(stored: readonly string[], before: Statements | null): Statements {
  const steps = statementsInSteps(stored, before);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same, a few passages a step, for a reader that lets others in between. */
export function* statementsInSteps(
  stored: readonly string[],
  before: Statements | null,
): Generator<void, Statements, void> {
  const known = stored.map(text => before?.byText.get(text));
  const passages = stored.map((text, i) => known[i]?.passage ?? (JSON.parse(text) as Passage));
  const names = [...new Set(passages.map(passage => passage.scope))];
  const sameNames = JSON.stringify(names) === JSON.stringify(before?.names);
  const list: Statement[] = [];
  for (const [i, passage] of passages.entries()) {
    if (i % AT_ONCE === 0) yield;
    const old = known[i];
    const asBefore = old && (sameNames || readsAlike(passage, names, before?.names ?? []));
    list.push(asBefore ? old : makeStatement(passage, names));
  }
  return { list, names, byText: new Map(list.map((statement, i) => [stored[i] ?? '', statement])) };
}
