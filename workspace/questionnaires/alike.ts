// How alike two questions' wordings are, and the nearest of a former file for each of a new one. Words are
// weighed by rarity within the two files: "You must" is on every line of a form and says nothing.
import type { Pause } from '../desk/pausing.ts';
import { words } from '../desk/text-key.ts';

export interface Worded {
  id: string;
  text: string;
}

export interface Likeness {
  id: string;
  nearest: string;
  /** 0 to 1; 1 is the same words in any order. */
  score: number;
}

/** For each new wording the nearest old one at or above `least`; every old one serves its best match only. */
export async function pairAlike(
  now: readonly Worded[],
  before: readonly Worded[],
  least: number,
  pause: Pause,
): Promise<Likeness[]> {
  const found = await likenesses(now, before, least, pause, () => true);
  const usedNow = new Set<string>();
  const usedBefore = new Set<string>();
  return found.filter(({ id, nearest }) => {
    if (usedNow.has(id) || usedBefore.has(nearest)) return false;
    usedNow.add(id);
    usedBefore.add(nearest);
    return true;
  });
}

/** All pairs among the wordings that are alike at or above `least`, each once, most alike first. */
export function pairsWithin(items: readonly Worded[], least: number, pause: Pause): Promise<Likeness[]> {
  const order = new Map(items.map((item, at) => [item.id, at]));
  const before = (a: Worded, b: Worded) => (order.get(a.id) ?? 0) < (order.get(b.id) ?? 0);
  return likenesses(items, items, least, pause, before);
}

/** A word on more lines than this says nothing about any of them. */
const COMMON = 400;
/** Rarest words of a wording under which its likes are looked for. */
const LOOKED_UNDER = 6;

async function likenesses(
  now: readonly Worded[],
  before: readonly Worded[],
  least: number,
  pause: Pause,
  wanted: (a: Worded, b: Worded) => boolean,
): Promise<Likeness[]> {
  const bags = new Map<Worded, Set<string>>();
  for (const item of [...now, ...before]) {
    await pause();
    bags.set(item, new Set(words(item.text)));
  }
  const weight = rarity([...bags.values()]);
  const holders = new Map<string, Worded[]>();
  for (const item of before) {
    for (const word of bags.get(item) ?? []) {
      const list = holders.get(word);
      if (list) list.push(item);
      else holders.set(word, [item]);
    }
  }
  const found: Likeness[] = [];
  for (const item of now) {
    await pause();
    const bag = bags.get(item) ?? new Set();
    const near = new Set(rarest(bag, weight).flatMap(word => (holders.get(word) ?? []).slice(0, COMMON)));
    for (const other of near) {
      if (!wanted(item, other)) continue;
      const score = dice(bag, bags.get(other) ?? new Set(), weight);
      if (score >= least) found.push({ id: item.id, nearest: other.id, score });
    }
  }
  return found.sort(
    (a, b) => b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.nearest < b.nearest ? -1 : 1),
  );
}

function rarity(bags: ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const bag of bags) for (const word of bag) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, n]) => [word, Math.log(1 + bags.length / n)]));
}

function rarest(bag: ReadonlySet<string>, weight: Map<string, number>): string[] {
  return [...bag].sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0)).slice(0, LOOKED_UNDER);
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: Map<string, number>): number {
  let common = 0;
  let all = 0;
  for (const word of a) {
    all += weight.get(word) ?? 0;
    if (b.has(word)) common += weight.get(word) ?? 0;
  }
  for (const word of b) all += weight.get(word) ?? 0;
  return all === 0 ? 0 : (2 * common) / all;
}
