// The index is held to SQLite's FTS5, which computes the same BM25 by other means.
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IndexEntry, makePassageIndex } from '../../../knowledge-base/match/passage-index.ts';

const VOCABULARY = 'backup restore key rotate vault audit badge visitor patch scan tenant region'.split(' ');
const words = fc.uniqueArray(fc.constantFrom(...VOCABULARY), { maxLength: 6 });
const passages = fc
  .array(
    fc.record({
      scope: fc.constantFrom('north', 'south'),
      text: words,
      context: words,
      heading: words,
      controls: words,
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map(list => list.map((one, row): IndexEntry => ({ ...one, row })));
const scope = fc.constantFrom('north', 'south', null);

/** Rows and scores as FTS5 has them; its rows have one word more, the scope, as ours count one more. */
function byFts5(entries: readonly IndexEntry[], roots: readonly string[], inScope: string | null) {
  const db = new Database(':memory:');
  db.exec('CREATE VIRTUAL TABLE t USING fts5 (scope, text, context, heading)');
  const insert = db.prepare('INSERT INTO t (rowid, scope, text, context, heading) VALUES (?, ?, ?, ?, ?)');
  const joined = (list: Iterable<string>) => [...list].join(' ');
  for (const e of entries) insert.run(e.row, e.scope, joined(e.text), joined(e.context), joined(e.heading));
  const query = `{text context heading} : (${roots.map(root => `"${root}"`).join(' OR ')})`;
  const rows = db
    .prepare(
      'SELECT rowid AS row, -bm25(t, 0, 1, 0.4, 0.5) AS score FROM t WHERE t MATCH ? AND (? IS NULL OR scope = ?) ORDER BY score DESC, row',
    )
    .all(query, inScope, inScope) as { row: number; score: number }[];
  db.close();
  return rows;
}

describe('the index of passages', () => {
  it('finds the passages FTS5 finds, in the order of their BM25 scores', () => {
    fc.assert(
      fc.property(
        passages,
        words.filter(list => list.length > 0),
        scope,
        (entries, roots, inScope) => {
          const scored = byFts5(entries, roots, inScope);
          const scoreOf = new Map(scored.map(({ row, score }) => [row, score]));
          const found = makePassageIndex(entries).search(roots, inScope, 1000);
          expect([...found].sort()).toEqual(scored.map(({ row }) => row).sort());
          // In descending order but for the last digit of a double, in which logarithms may differ.
          for (const [i, row] of found.entries())
            expect(scoreOf.get(row)).toBeLessThanOrEqual((scoreOf.get(found[i - 1] ?? row) ?? 0) + 1e-12);
        },
      ),
      { seed: 20_260_101, numRuns: 60 },
    );
  });

  it('gives the best few of all it finds, and the same ones when asked again', () => {
    fc.assert(
      fc.property(passages, words, fc.integer({ min: 1, max: 8 }), (entries, roots, limit) => {
        const index = makePassageIndex(entries);
        expect(index.search(roots, null, limit)).toEqual(index.search(roots, null, 1000).slice(0, limit));
        expect(index.about(roots, null, limit)).toEqual(index.about(roots, null, 1000).slice(0, limit));
      }),
      { seed: 20_260_102, numRuns: 60 },
    );
  });

  it('finds passages by the controls they speak of, those that share most first', () => {
    const entry = (row: number, controls: string[], own = 'north'): IndexEntry => ({
      row,
      scope: own,
      text: [],
      context: [],
      heading: [],
      controls,
    });
    const entries = [
      entry(0, ['keys']),
      entry(1, ['keys', 'backup', 'keys']),
      entry(2, ['badges']),
      entry(3, ['keys'], 'south'),
    ];
    const index = makePassageIndex(entries);
    expect(index.about(['backup', 'keys'], null, 10)).toEqual([1, 0, 3]);
    expect(index.about(['backup', 'keys'], 'south', 10)).toEqual([3]);
    expect(index.about([], null, 10)).toEqual([]);
  });

  it('finds nothing in an empty collection or for words no passage holds', () => {
    expect(makePassageIndex([]).search(['key'], null, 10)).toEqual([]);
    const index = makePassageIndex([
      { row: 0, scope: 'north', text: ['key'], context: [], heading: [], controls: [] },
    ]);
    expect(index.search(['vault'], null, 10)).toEqual([]);
  });
});
