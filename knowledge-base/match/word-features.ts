// Shared words: the cheapest evidence and the easiest to be misled by. Words count by how telling they are, here
// and in the field at large; a word met through its group, its opposite, or the passage's surroundings counts less.

import type { ValueKind } from '../passages/values.ts';
import { opposites, wordGroups } from '../text/word-groups.ts';
import type { Collection } from './collection.ts';
import { kinship, shareOf } from './control-features.ts';
import type { LimbPlan } from './limb-plan.ts';
import type { Limb } from './question.ts';
import type { Statement } from './statement.ts';

const ALIKE = 0.75;
const AROUND = 0.6;

/** 1 when the passage holds the word, less when it holds one alike or its surroundings do, 0 for not at all. */
function wordHeld(root: string, statement: Statement): number {
  if (statement.roots.has(root)) return 1;
  const groups = wordGroups(root);
  for (const group of groups) if (statement.groups.has(group)) return ALIKE;
  for (const opposite of opposites(root)) if (statement.roots.has(opposite)) return ALIKE;
  if (statement.contextRoots.has(root) || statement.headingRoots.has(root)) return AROUND;
  for (const group of groups) if (statement.groupsAround.has(group)) return AROUND * ALIKE;
  return 0;
}

/** For each root of the plan how the passage holds it. */
export function rootsHeld(plan: LimbPlan, statement: Statement): number[] {
  return plan.roots.map(root => wordHeld(root, statement));
}

export interface Lexical {
  words: number;
  wordsAround: number;
  surprise: number;
}

/** Shared words by how telling they are here; `surprise` sets that against the size of the collection. */
export function wordOverlap(plan: LimbPlan, rootsHeld: readonly number[], collection: Collection): Lexical {
  let total = 0;
  let text = 0;
  let around = 0;
  for (const [i, root] of plan.roots.entries()) {
    const weight = collection.weightOfRoot(root);
    const held = rootsHeld[i] ?? 0;
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
  headOpen: number;
  headsOpen: number;
  verbOpen: number;
  modOpen: number;
  beyondOpen: number;
}

/** Telling weight at which one open word weighs in full. */
const MOST_TELLING = 6;

/**
 * What of the question the passage accounts for, word by word: by the word itself or by a shared control.
 * `covered` is the share, `openWord` how telling the most telling word left open is, `openWords` the telling words
 * left open, against five of them. The others are the open share of each part of the question's core, and
 * `headsOpen` of its most open head.
 */
export function coverage(plan: LimbPlan, rootsHeld: readonly number[], statement: Statement): Covered {
  let total = 0;
  let covered = 0;
  let open = 0;
  let most = 0;
  let mostOfHeads = 0;
  const core = { heads: new Mean(), verbs: new Mean(), modifiers: new Mean(), beyond: new Mean() };
  for (const word of plan.words) {
    const { weight, part } = word;
    let held = rootsHeld[word.root] ?? 0;
    if (held < ALIKE && word.amount !== null && givesAmount(word.amount, statement)) held = ALIKE;
    if (held < ALIKE && word.narrows !== null && statement.universal.has(word.narrows)) held = ALIKE;
    if (held < 1) for (const id of word.controls) held = Math.max(held, controlHeld(id, statement));
    total += weight;
    covered += weight * held;
    if (part) core[part].add(1 - held);
    if (part === 'heads') mostOfHeads = Math.max(mostOfHeads, 1 - held);
    if (!word.first) continue;
    open += (weight / MOST_TELLING) * (1 - held);
    most = Math.max(most, (weight / MOST_TELLING) * (1 - held));
  }
  return {
    covered: total === 0 ? 0 : covered / total,
    openWord: Math.min(1, most),
    openWords: Math.min(1, open / 5),
    headOpen: core.heads.value,
    headsOpen: mostOfHeads,
    verbOpen: core.verbs.value,
    modOpen: core.modifiers.value,
    beyondOpen: core.beyond.value,
  };
}

/** The mean of what was added, 0 of nothing. */
class Mean {
  private sum = 0;
  private count = 0;
  add(value: number): void {
    this.sum += value;
    this.count += 1;
  }
  get value(): number {
    return this.count === 0 ? 0 : this.sum / this.count;
  }
}

/** A stated amount ("at least annually") is met by an amount of the same kind. */
function givesAmount(kind: ValueKind, statement: Statement): boolean {
  return statement.values.some(value => value.kind === kind && !value.vague);
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
export function sharedPairs(plan: LimbPlan, statement: Statement): number {
  if (plan.pairs === 0) return 0;
  const shared = new Map<string, Set<string>>();
  let count = 0;
  for (let i = 1; i < statement.sequence.length; i += 1) {
    const before = statement.sequence[i - 1] ?? '';
    const after = statement.sequence[i] ?? '';
    if (!plan.followers.get(before)?.has(after)) continue;
    const seen = shared.get(before) ?? new Set();
    shared.set(before, seen.add(after));
  }
  for (const after of shared.values()) count += after.size;
  return Math.min(1, count / Math.min(3, plan.pairs));
}

const CONTACT = /\bcontacts?\b/i;
const CONTACT_WORD =
  /^(?:contacts?|e-?mails?|addresse?s?|(?:tele)?phones?|numbers?|names?|titles?|solutions?|providers?|vendors?|suppliers?|compan(?:y|ies)|organi[sz]ations?|representatives?|persons?|primary|main|details?|information|service|business|point|of|for|the|your|our|and)$/i;

/** Where to report a flaw is nobody's business contact. */
const PURPOSE = /\b(?:security|vulnerabilit\w*|privacy|abuse|report\w*|incidents?|breach\w*|support)\b/i;

/** "Accessibility contact e-mail": a contact for something else is none. 1 when what it is for is not in the passage. */
export function contactOpen(limb: Limb, statement: Statement): number {
  if (limb.words.length > 9 || !CONTACT.test(limb.text) || limb.form === 'yesno') return 0;
  if (PURPOSE.test(statement.passage.text) && !PURPOSE.test(limb.text)) return 1;
  const open = limb.words.some(
    word =>
      limb.roots.has(word.root) && !CONTACT_WORD.test(word.word) && wordHeld(word.root, statement) === 0,
  );
  return open ? 1 : 0;
}
