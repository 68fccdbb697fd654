// A text as a vector over the controls of the field: each of its words pulls towards the controls whose wordings
// use it, rare words harder (explicit semantic analysis, with the vocabulary in place of an encyclopaedia). It
// finds the topic of a question told as a story, where no wording of the vocabulary stands as such.
import { isEmptyWord } from '../text/stop-words.ts';
import { type Token, tokens } from '../text/tokens.ts';
import { wordGroups } from '../text/word-groups.ts';
import { bestFew } from './best-few.ts';
import { controls, controlTexts, tellingInField } from './controls.ts';
import { controlIds, controlNumbers } from './kin.ts';

/** A vector of unit length over the controls of kin.ts, only its strongest parts. */
export interface TopicVector {
  /** Numbers of controls, in ascending order, and the weight of each. */
  controls: readonly number[];
  weights: readonly number[];
  /** The few controls it is most about, the first of them most. */
  strongest: readonly string[];
}

/** Controls a text is filed and looked for under; with three, questions told as a story met no passage at all. */
const FOREMOST = 8;
/** Controls kept of a vector, the strongest. */
const KEPT = 14;
/** A word pulls through its word group at this share of its own pull. */
const BY_GROUP = 0.5;

/** What one key (a root or a word group) pulls towards: numbers of controls, and how hard. */
interface Pull {
  controls: number[];
  strengths: number[];
}

const postings = new Map<string, Pull>();
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
    const pull = postings.get(key) ?? { controls: [], strengths: [] };
    postings.set(key, pull);
    pull.controls.push(controlNumbers.get(id) ?? 0);
    pull.strengths.push((1 + Math.log(1 + times)) / length);
  }
}

/** Sums of the text in hand, by number of control; all zero between two texts. */
const sums = new Float64Array(controlIds.length);

/** The vector of a text's words; empty when none of them stands in the vocabulary. */
export function topicVector(words: readonly Token[]): TopicVector {
  const touched: number[] = [];
  const pull = (key: string, strength: number) => {
    const by = postings.get(key);
    if (!by) return;
    for (let i = 0; i < by.controls.length; i += 1) {
      const control = by.controls[i] as number;
      if (sums[control] === 0) touched.push(control);
      sums[control] = (sums[control] as number) + strength * (by.strengths[i] as number);
    }
  };
  for (const word of words) {
    if (isEmptyWord(word.stem)) continue;
    const telling = tellingInField(word.root);
    pull(word.root, telling);
    for (const group of wordGroups(word.root)) pull(group, telling * BY_GROUP);
  }
  const best = bestFew(touched, sums, KEPT);
  const length = Math.sqrt(best.reduce((sum, at) => sum + (sums[at] as number) * (sums[at] as number), 0));
  const strongest = best.slice(0, FOREMOST).map(at => controlIds[at] as string);
  const kept = best.sort((a, b) => a - b);
  const weights = kept.map(at => (sums[at] as number) / length);
  for (const at of touched) sums[at] = 0;
  return { controls: kept, weights, strongest };
}

/** Cosine of two vectors, 0 to 1. */
export function sameTopic(a: TopicVector, b: TopicVector): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.controls.length && j < b.controls.length) {
    const ahead = (a.controls[i] as number) - (b.controls[j] as number);
    if (ahead === 0) sum += (a.weights[i] as number) * (b.weights[j] as number);
    if (ahead <= 0) i += 1;
    if (ahead >= 0) j += 1;
  }
  return sum;
}
