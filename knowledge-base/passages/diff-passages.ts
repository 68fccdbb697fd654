// What a re-import changed. Unchanged is decided by content hash; what is left is paired by likeness and
// place, so that a reworded sentence reads as one change and not as a loss beside an addition.
import type { PolicyDiff } from '../../contract/curate.ts';
import type { Passage } from '../../contract/knowledge.ts';
import { tokens } from '../text/tokens.ts';

/** Smallest share of common words for two passages to be one passage reworded. */
const SAME_STATEMENT = 0.4;

export function diffPassages(before: readonly Passage[], after: readonly Passage[]): PolicyDiff {
  const left = new Map<string, Passage[]>();
  for (const passage of before) left.set(passage.hash, [...(left.get(passage.hash) ?? []), passage]);
  const fresh: Passage[] = [];
  let unchanged = 0;
  for (const passage of after) {
    if (left.get(passage.hash)?.shift()) unchanged += 1;
    else fresh.push(passage);
  }
  const gone = before.filter(passage => left.get(passage.hash)?.includes(passage));
  const pairs = pair(gone, fresh, before, after);
  const paired = new Set(pairs.flatMap(p => [p.was, p.now]));
  return {
    unchanged,
    changed: pairs,
    added: fresh.filter(passage => !paired.has(passage)),
    removed: gone.filter(passage => !paired.has(passage)),
  };
}

function pair(gone: Passage[], fresh: Passage[], before: readonly Passage[], after: readonly Passage[]) {
  const where = (list: readonly Passage[]) => new Map(list.map((p, i) => [p, i / Math.max(1, list.length)]));
  const old = where(before);
  const young = where(after);
  const words = new Map([...gone, ...fresh].map(p => [p, new Set(tokens(p.text).map(t => t.stem))]));
  const none = new Set<string>();
  const rated = gone.flatMap(was =>
    fresh.map(now => {
      const alike = overlap(words.get(was) ?? none, words.get(now) ?? none);
      const sameHeading = was.heading.join('\n') === now.heading.join('\n');
      const apart = Math.abs((old.get(was) ?? 0) - (young.get(now) ?? 0));
      return { was, now, alike, rank: alike + (sameHeading ? 0.2 : 0) - apart * 0.2 };
    }),
  );
  const pairs: { was: Passage; now: Passage }[] = [];
  const used = new Set<Passage>();
  for (const { was, now, alike } of rated.sort((a, b) => b.rank - a.rank)) {
    if (alike < SAME_STATEMENT || used.has(was) || used.has(now)) continue;
    used.add(was).add(now);
    pairs.push({ was, now });
  }
  return pairs.sort((a, b) => (young.get(a.now) ?? 0) - (young.get(b.now) ?? 0));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter(word => b.has(word)).length;
  return a.size + b.size === 0 ? 1 : (2 * common) / (a.size + b.size);
}
