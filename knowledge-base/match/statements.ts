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

/** `stored`: passages as JSON, in order. `before`: what was made of them last time. */
export function readStatements(stored: readonly string[], before: Statements | null): Statements {
  const known = stored.map(text => before?.byText.get(text));
  const passages = stored.map((text, i) => known[i]?.passage ?? (JSON.parse(text) as Passage));
  const names = [...new Set(passages.map(passage => passage.scope))];
  const sameNames = JSON.stringify(names) === JSON.stringify(before?.names);
  const list = passages.map((passage, i) => {
    const old = known[i];
    return old && (sameNames || readsAlike(passage, names, before?.names ?? []))
      ? old
      : makeStatement(passage, names);
  });
  return { list, names, byText: new Map(list.map((statement, i) => [stored[i] ?? '', statement])) };
}
