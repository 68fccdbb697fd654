// A text as a vector over the controls of the field: each of its words pulls towards the controls whose wordings
// use it, rare words harder (explicit semantic analysis, with the vocabulary in place of an encyclopaedia). It
// finds the topic of a question told as a story, where no wording of the vocabulary stands as such.
import { isEmptyWord } from '../text/stop-words.ts';
import { type Token, tokens } from '../text/tokens.ts';
import { wordGroups } from '../text/word-groups.ts';
import { controls, controlTexts, tellingInField } from './controls.ts';

/** Control id to weight, of unit length. */
export type TopicVector = ReadonlyMap<string, number>;

/** Controls kept of a vector, the strongest. */
const KEPT = 14;
/** A word pulls through its word group at this share of its own pull. */
const BY_GROUP = 0.5;

const postings = new Map<string, [string, number][]>();
for (const [id, text] of controlTexts()) {
  const words = tokens(`${text} . ${controls.get(id)?.title ?? ''}`).filter(word => !isEmptyWord(word.stem));
  const counts = new Map<string, number>();
  const add = (key: string, times: number) => counts.set(key, (counts.get(key) ?? 0) + times);
  for (const word of words) {
    add(word.root, 1);
    for (const group of wordGroups(word.root)) add(group, BY_GROUP);
  }
  const length = Math.sqrt(words.length + 1);
  for (const [key, times] of counts) {
    const pull = (1 + Math.log(1 + times)) / length;
    postings.set(key, [...(postings.get(key) ?? []), [id, pull]]);
  }
}

/** The vector of a text's words; empty when none of them stands in the vocabulary. */
export function topicVector(words: readonly Token[]): TopicVector {
  const sums = new Map<string, number>();
  const pull = (key: string, strength: number) => {
    for (const [id, weight] of postings.get(key) ?? []) sums.set(id, (sums.get(id) ?? 0) + strength * weight);
  };
  for (const word of words) {
    if (isEmptyWord(word.stem)) continue;
    const telling = tellingInField(word.root);
    pull(word.root, telling);
    for (const group of wordGroups(word.root)) pull(group, telling * BY_GROUP);
  }
  const best = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, KEPT);
  const length = Math.sqrt(best.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return new Map(best.map(([id, weight]) => [id, weight / length]));
}

/** Cosine of two vectors, 0 to 1. */
export function sameTopic(a: TopicVector, b: TopicVector): number {
  let sum = 0;
  for (const [id, weight] of a) sum += weight * (b.get(id) ?? 0);
  return sum;
}

/** The few controls a vector is most about. */
export function strongest(vector: TopicVector): string[] {
  return [...vector.keys()].slice(0, 3);
}
