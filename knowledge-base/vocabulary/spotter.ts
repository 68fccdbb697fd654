// Finds the wordings of a vocabulary in a tokenised text. Every wording is compiled once into numbers of stems; a
// text is then read in one pass, so that 670 controls with 20,000 wordings cost a tenth of a millisecond.
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
export type Firmness = (met: readonly (readonly Token[])[]) => number;

interface Node {
  next: Map<number, Node>;
  ends: { id: string; weight: number }[];
}
/** Parts, each a list of alternatives, each a list of stems that stand side by side. */
type Parts = number[][][];
interface Near {
  id: string;
  weight: number;
  /** The alternative that was met, and the parts still to be found near it: alternatives by their first stem. */
  met: number[];
  rest: ReadonlyMap<number, number[][]>[];
  /** For each of those the first stems of its alternatives, the rarest part first. */
  needs: Int32Array[];
}
interface Vocabulary {
  phrases: Node;
  /** Near wordings by the first stem of the alternative they are met by. */
  nears: ReadonlyMap<number, Near[]>;
}

/** A number for every stem a wording uses, from 1, the same in all vocabularies; 0 is a stem of none. */
const stemNumbers = new Map<string, number>();
/** The last text in which each stem stood, so that most near wordings are ruled out without a search. */
let lastSeen = new Int32Array(1 << 16);
let texts = 0;

/** Tokens between the first and the last word of a near wording, the words themselves included. */
const WINDOW = 9;

/** `firmness`: the share of its weight (0 to 1) that a near wording keeps, by the words that met each part; without, all of it. */
export function makeSpotter(wordings: readonly Wording[], firmness: Firmness = () => 1): Spotter {
  const phrases: Node = { next: new Map(), ends: [] };
  const groups: { wording: Wording; parts: Parts }[] = [];
  const seen = new Set<string>();
  for (const wording of wordings) {
    const parts = wording.near ? partsOf(wording.text) : [[stemsOf(wording.text)]];
    const key = `${wording.id}|${JSON.stringify(parts.map(part => JSON.stringify(part)).sort())}`;
    if (parts.length === 0 || seen.has(key)) continue;
    seen.add(key);
    if (parts.length > 1) groups.push({ wording, parts });
    else for (const stems of parts[0] ?? []) if (stems.length > 0) insert(phrases, stems, wording);
  }
  const vocabulary = { phrases, nears: anchored(groups) };
  return words => spot(words, vocabulary, firmness);
}

function stemsOf(text: string): number[] {
  return tokens(text).map(({ stem }) => {
    const number = stemNumbers.get(stem) ?? stemNumbers.size + 1;
    stemNumbers.set(stem, number);
    return number;
  });
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
function anchored(groups: readonly { wording: Wording; parts: Parts }[]): Map<number, Near[]> {
  const uses = new Map<number, number>();
  for (const { parts } of groups)
    for (const [stem] of parts.flat()) if (stem) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  const cost = (part: number[][]) => part.reduce((sum, [stem]) => sum + (uses.get(stem ?? 0) ?? 0), 0);
  const nears = new Map<number, Near[]>();
  for (const { wording, parts } of groups) {
    const anchor = parts.reduce((a, b) => (cost(b) < cost(a) ? b : a));
    const rest = parts.filter(part => part !== anchor);
    const needs = [...rest]
      .sort((a, b) => cost(a) - cost(b))
      .map(part => Int32Array.from(new Set(part.map(([stem]) => stem ?? 0))));
    const byFirst = rest.map(part => Map.groupBy(part, ([stem]) => stem ?? 0));
    for (const met of anchor) {
      const near = { id: wording.id, weight: wording.weight, met, rest: byFirst, needs };
      const list = nears.get(met[0] ?? 0);
      if (list) list.push(near);
      else nears.set(met[0] ?? 0, [near]);
    }
  }
  return nears;
}

function insert(phrases: Node, stems: readonly number[], wording: Wording): void {
  let node = phrases;
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

function spot(words: readonly Token[], { phrases, nears }: Vocabulary, firmness: Firmness): Spot[] {
  const out: Spot[] = [];
  const stems = words.map(word => stemNumbers.get(word.stem) ?? 0);
  texts += 1;
  if (stemNumbers.size >= lastSeen.length) lastSeen = new Int32Array(2 * stemNumbers.size);
  for (const stem of stems) lastSeen[stem] = texts;
  for (let i = 0; i < stems.length; i += 1) {
    let node: Node | undefined = phrases;
    for (let j = i; j < stems.length; j += 1) {
      node = node.next.get(stems[j] as number);
      if (!node) break;
      for (const end of node.ends) out.push({ id: end.id, weight: end.weight, from: i, to: j + 1 });
    }
    for (const near of nears.get(stems[i] as number) ?? []) {
      const met = mayHold(near) ? within(near, i, stems) : null;
      if (!met) continue;
      const told = met.map(({ from, to }) => words.slice(from, to));
      out.push({ id: near.id, weight: near.weight * firmness(told), ...spanOf(met) });
    }
  }
  return out;
}

/** False when a part of the wording has no alternative whose first stem stands anywhere in the text in hand. */
function mayHold(near: Near): boolean {
  for (const part of near.needs) if (!standsAny(part)) return false;
  return true;
}

function standsAny(stems: Int32Array): boolean {
  for (let i = 0; i < stems.length; i += 1) if (lastSeen[stems[i] as number] === texts) return true;
  return false;
}

const none: readonly number[][] = [];

interface Range {
  from: number;
  to: number;
}

const spanOf = (ranges: readonly Range[]): Range => ({
  from: Math.min(...ranges.map(range => range.from)),
  to: Math.max(...ranges.map(range => range.to)),
});

/** Where each part of the wording stands, the nearest of each to the place where it was met; null when one is missing. */
function within(near: Near, at: number, text: readonly number[]): Range[] | null {
  if (!standsAt(near.met, at, text)) return null;
  const taken: Range[] = [{ from: at, to: at + near.met.length }];
  const first = Math.max(0, at - WINDOW + 1);
  const last = Math.min(text.length - 1, at + WINDOW - 1);
  for (const part of near.rest) {
    let best: Range | null = null;
    for (let from = first; from <= last; from += 1) {
      for (const stems of part.get(text[from] as number) ?? none) {
        if (best !== null && Math.abs(from - at) >= Math.abs(best.from - at)) continue;
        const to = from + stems.length;
        if (taken.every(range => to <= range.from || from >= range.to) && standsAt(stems, from, text))
          best = { from, to };
      }
    }
    if (best === null) return null;
    taken.push(best);
  }
  const { from, to } = spanOf(taken);
  return to - from <= WINDOW ? taken : null;
}

function standsAt(stems: readonly number[], at: number, text: readonly number[]): boolean {
  for (let k = 0; k < stems.length; k += 1) if (text[at + k] !== stems[k]) return false;
  return true;
}
