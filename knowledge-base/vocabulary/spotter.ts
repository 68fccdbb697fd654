// Finds the wordings of a vocabulary in a tokenised text. Every wording is compiled once into stems; a text is
// then read in one pass, so that 400 concepts with 10,000 wordings cost microseconds a passage.
import { type Token, tokens } from '../text/tokens.ts';

/**
 * One wording of a concept. `words` in order and adjacent, or in any order within a window when `near`: then each
 * blank-separated part is one word to be found, given as alternatives ("remove|revoke third-party|vendor").
 */
export interface Wording {
  id: string;
  text: string;
  weight: number;
  near?: boolean;
}

/** A concept found: token positions `from` (inclusive) to `to` (exclusive). */
export interface Spot {
  id: string;
  weight: number;
  from: number;
  to: number;
}

export type Spotter = (words: readonly Token[]) => Spot[];

interface Node {
  next: Map<string, Node>;
  ends: { id: string; weight: number }[];
}
/** Parts, each a list of alternatives, each a list of stems that stand side by side. */
type Parts = string[][][];
interface Near {
  id: string;
  weight: number;
  /** The alternative that was met, and the parts still to be found near it. */
  met: string[];
  rest: Parts;
}

/** Tokens between the first and the last word of a near wording, the words themselves included. */
const WINDOW = 9;

export function makeSpotter(wordings: readonly Wording[]): Spotter {
  const rootNode: Node = { next: new Map(), ends: [] };
  const groups: { wording: Wording; parts: Parts }[] = [];
  const seen = new Set<string>();
  for (const wording of wordings) {
    const parts = wording.near ? partsOf(wording.text) : [[stemsOf(wording.text)]];
    const key = `${wording.id}|${JSON.stringify(parts.map(part => JSON.stringify(part)).sort())}`;
    if (parts.length === 0 || seen.has(key)) continue;
    seen.add(key);
    if (parts.length > 1) groups.push({ wording, parts });
    else for (const stems of parts[0] ?? []) if (stems.length > 0) insert(rootNode, stems, wording);
  }
  const nears = anchored(groups);
  return words => spot(words, rootNode, nears);
}

function stemsOf(text: string): string[] {
  return tokens(text).map(token => token.stem);
}

function partsOf(text: string): Parts {
  return text
    .split(' ')
    .map(part =>
      part
        .split('|')
        .map(stemsOf)
        .filter(stems => stems.length > 0),
    )
    .filter(part => part.length > 0);
}

/** Near wordings by the first word of the part that the fewest wordings use, so that few are tried in vain. */
function anchored(groups: readonly { wording: Wording; parts: Parts }[]): Map<string, Near[]> {
  const uses = new Map<string, number>();
  for (const { parts } of groups)
    for (const [stem] of parts.flat()) if (stem) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  const cost = (part: string[][]) => part.reduce((sum, [stem]) => sum + (uses.get(stem ?? '') ?? 0), 0);
  const nears = new Map<string, Near[]>();
  for (const { wording, parts } of groups) {
    const anchor = parts.reduce((a, b) => (cost(b) < cost(a) ? b : a));
    const rest = parts.filter(part => part !== anchor);
    for (const met of anchor) {
      const near = { id: wording.id, weight: wording.weight, met, rest };
      const list = nears.get(met[0] ?? '');
      if (list) list.push(near);
      else nears.set(met[0] ?? '', [near]);
    }
  }
  return nears;
}

function insert(rootNode: Node, stems: readonly string[], wording: Wording): void {
  let node = rootNode;
  for (const stem of stems) {
    let next = node.next.get(stem);
    if (!next) {
      next = { next: new Map(), ends: [] };
      node.next.set(stem, next);
    }
    node = next;
  }
  node.ends.push({ id: wording.id, weight: wording.weight });
}

function spot(words: readonly Token[], rootNode: Node, nears: ReadonlyMap<string, Near[]>): Spot[] {
  const out: Spot[] = [];
  const places = new Map<string, number[]>();
  for (const [i, word] of words.entries()) {
    const at = places.get(word.stem);
    if (at) at.push(i);
    else places.set(word.stem, [i]);
  }
  for (let i = 0; i < words.length; i += 1) {
    let node: Node | undefined = rootNode;
    for (let j = i; j < words.length; j += 1) {
      node = node.next.get(words[j]?.stem ?? '');
      if (!node) break;
      for (const end of node.ends) out.push({ ...end, from: i, to: j + 1 });
    }
    for (const near of nears.get(words[i]?.stem ?? '') ?? []) {
      const range = within(near, i, words, places);
      if (range) out.push({ id: near.id, weight: near.weight, ...range });
    }
  }
  return out;
}

function within(
  near: Near,
  at: number,
  words: readonly Token[],
  places: ReadonlyMap<string, number[]>,
): { from: number; to: number } | null {
  if (!standsAt(near.met, at, words)) return null;
  const taken = [{ from: at, to: at + near.met.length }];
  for (const part of near.rest) {
    let best: { from: number; to: number } | null = null;
    for (const stems of part) {
      for (const from of places.get(stems[0] ?? '') ?? []) {
        const far = Math.abs(from - at);
        if (far >= WINDOW || (best !== null && far >= Math.abs(best.from - at))) continue;
        const to = from + stems.length;
        if (taken.every(range => to <= range.from || from >= range.to) && standsAt(stems, from, words))
          best = { from, to };
      }
    }
    if (best === null) return null;
    taken.push(best);
  }
  const from = Math.min(...taken.map(range => range.from));
  const to = Math.max(...taken.map(range => range.to));
  return to - from <= WINDOW ? { from, to } : null;
}

function standsAt(stems: readonly string[], at: number, words: readonly Token[]): boolean {
  return stems.every((stem, k) => words[at + k]?.stem === stem);
}
