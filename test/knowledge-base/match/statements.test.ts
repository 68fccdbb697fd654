import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../contract/knowledge.ts';
import { readStatements, statementsInSteps } from '../../../knowledge-base/match/statements.ts';
import { identify } from '../../../knowledge-base/passages/passage-identity.ts';

const passages = (documentId: string, scope: string, ...texts: string[]): Passage[] =>
  identify(
    texts.map((text, i) => ({
      text,
      heading: ['Backups at Northwind'],
      context: [],
      kind: 'sentence' as const,
      at: { line: i + 1, to: i + 1 },
    })),
    { documentId, document: `${documentId}.md`, scope },
  );
const stored = (list: readonly Passage[]) => list.map(passage => JSON.stringify(passage));

describe('statements from one reading of the store to the next', () => {
  const backups = passages('a', 'Harbour', 'Backups are taken daily.', 'Northwind tests them.');
  const before = readStatements(stored(backups), null);

  it('are read anew only where the stored passage has changed', () => {
    const changed = passages('a', 'Harbour', 'Backups are taken daily.', 'Northwind tests them yearly.');
    const after = readStatements(stored(changed), before);
    expect(after.list[0]).toBe(before.list[0]);
    expect(after.list[1]).not.toBe(before.list[1]);
    expect(after.list).toEqual(readStatements(stored(changed), null).list);
  });

  it('are read anew when they move to another line, for their place is shown', () => {
    const moved = backups.map(passage => ({ ...passage, at: { line: 9, to: 9 } }));
    expect(readStatements(stored(moved), before).list[0]?.passage.at).toEqual({ line: 9, to: 9 });
  });

  it('are read anew where the name of a company that is new among the scopes stands in them', () => {
    const texts = [...stored(backups), ...stored(passages('b', 'Northwind', 'Keys are rotated.'))];
    const after = readStatements(texts, before);
    expect(after.names).toEqual(['Harbour', 'Northwind']);
    expect(after.list).toEqual(readStatements(texts, null).list);
    expect([...(after.list[1]?.roots ?? [])]).not.toContain('northwind');
  });

  it('stay where a new company is named in none of them', () => {
    const texts = [...stored(backups), ...stored(passages('b', 'Seaside', 'Keys are rotated.'))];
    const after = readStatements(texts, before);
    expect(after.list.slice(0, 2)).toEqual(before.list);
    expect(after.list[0]).toBe(before.list[0]);
    expect(after.list[1]).toBe(before.list[1]);
  });

  it('come out the same when they are read in steps', () => {
    const texts = stored(
      passages('c', 'Harbour', ...Array.from({ length: 120 }, (_, i) => `Rule ${i} holds.`)),
    );
    const steps = statementsInSteps(texts, null);
    let pauses = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) pauses += 1;
    expect(pauses).toBe(3);
    expect(step.value).toEqual(readStatements(texts, null));
  });
});
