// Finds the wordings of a vocabulary in a tokenised text. Every wording is compiled once into stems; a text is
// then read in one pass, so that 400 concepts with 10,000 wordings cost microseconds a passage.
import { type Token, tokens } from '../text/tokens.ts';

/** One wording of a concept. `words` in order and adjacent, or in any order within a window when `near`. */
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
interface Near {
  id: string;
  weight: number;
  stems: string[];
}

/** Tokens between the first and the last word of a near wording, the words themselves included. */
const WINDOW = 9;

export function makeSpotter(wordings: readonly Wording[]): Spotter {
  const rootNode: Node = { next: new Map(), ends: [] };
  const nears = new Map<string, Near[]>();
  const seen = new Set<string>();
  for (const wording of wordings) {
    const stems = tokens(wording.text).map(token => token.stem);
    const key = `${wording.id}|${wording.near ? [...stems].sort().join(' ') : stems.join('_')}|${wording.near ?? false}`;
    if (stems.length === 0 || seen.has(key)) continue;
    seen.add(key);
    if (wording.near && stems.length > 1) {
      const first = stems.reduce((a, b) => (b.length > a.length ? b : a));
      const near = { id: wording.id, weight: wording.weight, stems: stems.filter(s => s !== first) };
      nears.set(first, [...(nears.get(first) ?? []), near]);
    } else insert(rootNode, stems, wording);
  }
  return words => spot(words, rootNode, nears);
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
      const range = within(near, i, places);
      if (range) out.push({ id: near.id, weight: near.weight, ...range });
    }
  }
  return out;
}

function within(
  near: Near,
  at: number,
  places: ReadonlyMap<string, number[]>,
): { from: number; to: number } | null {
  let from = at;
  let to = at + 1;
  for (const stem of near.stems) {
    let best: number | null = null;
    for (const p of places.get(stem) ?? []) {
      if (p !== at && (best === null || Math.abs(p - at) < Math.abs(best - at))) best = p;
    }
    if (best === null || Math.abs(best - at) >= WINDOW) return null;
    from = Math.min(from, best);
    to = Math.max(to, best + 1);
  }
  return to - from <= WINDOW ? { from, to } : null;
}
