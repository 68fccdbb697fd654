// Shared words: the cheapest evidence and the easiest to be misled by. Words count by how telling they are, here
// and in the field at large; a word met through its group, its opposite, or the passage's surroundings counts less.

import type { Token } from '../text/tokens.ts';
import { opposites, wordGroups } from '../text/word-groups.ts';
import { tellingInField } from '../vocabulary/controls.ts';
import type { Collection } from './collection.ts';
import { kinship, shareOf } from './control-features.ts';
import type { Limb } from './question.ts';
import type { Statement } from './statement.ts';

const ALIKE = 0.75;
const AROUND = 0.6;

/** 1 when the passage holds the word, less when it holds one alike or its surroundings do, 0 for not at all. */
function wordHeld(root: string, statement: Statement): number {
  if (statement.roots.has(root)) return 1;
  const groups = wordGroups(root);
  if (groups.some(group => statement.groups.has(group))) return ALIKE;
  for (const opposite of opposites(root)) if (statement.roots.has(opposite)) return ALIKE;
  if (statement.contextRoots.has(root) || statement.headingRoots.has(root)) return AROUND;
  return groups.some(group => statement.groupsAround.has(group)) ? AROUND * ALIKE : 0;
}

export interface Lexical {
  words: number;
  wordsAround: number;
  surprise: number;
}

/** Shared words by how telling they are here; `surprise` sets that against the size of the collection. */
export function wordOverlap(limb: Limb, statement: Statement, collection: Collection): Lexical {
  let total = 0;
  let text = 0;
  let around = 0;
  for (const root of limb.roots) {
    const weight = collection.weightOfRoot(root);
    const held = wordHeld(root, statement);
    total += weight;
    if (held >= ALIKE) text += weight * held;
    else around += weight * held;
  }
  const chance = Math.log(1 + collection.statements.length);
  const surprise = Math.max(-1, Math.min(1.5, (text + around - chance) / 8));
  const share = (value: number) => (total === 0 ? 0 : value / total);
  return { words: share(text), wordsAround: share(around), surprise };
}

export interface Covered {
  covered: number;
  openWord: number;
  openWords: number;
}

/** Telling weight at which one open word weighs in full. */
const MOST_TELLING = 6;

/**
 * What of the question the passage accounts for, word by word: by the word itself or by a shared control.
 * `covered` is the share, `openWord` how telling the most telling word left open is, `openWords` the telling words
 * left open, against five of them.
 */
export function coverage(limb: Limb, statement: Statement): Covered {
  let total = 0;
  let covered = 0;
  let open = 0;
  let most = 0;
  const seen = new Set<string>();
  for (const [i, word] of limb.words.entries()) {
    if (!limb.roots.has(word.root)) continue;
    const weight = tellingInField(word.root);
    const held = Math.max(
      wordHeld(word.root, statement),
      heldByValue(limb, word, statement),
      ...heldBySpots(limb, i, statement),
    );
    total += weight;
    covered += weight * held;
    if (seen.has(word.root)) continue;
    seen.add(word.root);
    open += (weight / MOST_TELLING) * (1 - held);
    most = Math.max(most, (weight / MOST_TELLING) * (1 - held));
  }
  return {
    covered: total === 0 ? 0 : covered / total,
    openWord: Math.min(1, most),
    openWords: Math.min(1, open / 5),
  };
}

/** A word of an amount the question states ("at least annually") is met by an amount of the same kind. */
function heldByValue(limb: Limb, word: Token, statement: Statement): number {
  const stated = limb.values.filter(value => !value.vague && value.amount !== null);
  const own = stated.find(value => value.from <= word.from && value.to >= word.to);
  const bound = own ?? (BOUND.test(word.word) ? stated[0] : undefined);
  return bound && statement.values.some(value => value.kind === bound.kind && !value.vague) ? ALIKE : 0;
}

const BOUND = /^(?:least|most|minimum|maximum|more|less|within)$/;

function heldBySpots(limb: Limb, at: number, statement: Statement): number[] {
  const spots = limb.spots.filter(spot => spot.from <= at && spot.to > at);
  return spots.map(spot => controlHeld(spot.id, statement));
}

/** Share of the names a question uses that the passage neither has nor covers with a shared control. */
export function namesMissing(limb: Limb, statement: Statement): number {
  if (limb.names.length === 0) return 0;
  const missing = limb.names.filter(i => {
    const word = limb.words[i];
    if (!word || wordHeld(word.root, statement) > 0) return false;
    return !limb.spots.some(spot => spot.from <= i && spot.to > i && controlHeld(spot.id, statement) >= 0.7);
  });
  return missing.length / limb.names.length;
}

/** Share of the question's examples the passage has. */
export function examplesShown(roots: ReadonlySet<string>, statement: Statement): number {
  const shown = [...roots].filter(root => statement.roots.has(root)).length;
  return Math.min(1, shown / 2);
}

function controlHeld(id: string, statement: Statement): number {
  const own = shareOf(id, statement);
  const around = Math.max(statement.contextControls.get(id) ?? 0, statement.headingControls.get(id) ?? 0);
  return Math.max(own, around * AROUND, kinship(id, statement) * 0.5);
}

/** Neighbouring content words of the question that are neighbours in the passage. */
export function sharedPairs(limb: Limb, statement: Statement): number {
  const pairs = (words: readonly { root: string }[]) => {
    const out = new Set<string>();
    for (let i = 1; i < words.length; i += 1) out.add(`${words[i - 1]?.root} ${words[i]?.root}`);
    return out;
  };
  const content = (words: Limb['words'], roots: ReadonlySet<string>) =>
    words.filter(word => roots.has(word.root));
  const mine = pairs(content(limb.words, limb.roots));
  if (mine.size === 0) return 0;
  const theirs = pairs(content(statement.words, statement.roots));
  let shared = 0;
  for (const pair of mine) if (theirs.has(pair)) shared += 1;
  return Math.min(1, shared / Math.min(3, mine.size));
}
