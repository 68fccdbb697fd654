// Words with their parts of speech: the one doorway to the tagger (wink-nlp with its English model, about 0.3 ms a
// question). Reading it takes a quarter of a second: drafting does so while it gets ready, a lone question when it is
// asked, and opening a workspace never.
import { createRequire } from 'node:module';
import type model from 'wink-eng-lite-web-model';
import type winkNLP from 'wink-nlp';
import type { ItemToken, PartOfSpeech, WinkMethods } from 'wink-nlp';

export interface TaggedWord {
  word: string;
  /** Universal part of speech: NOUN, VERB, ADJ... */
  pos: PartOfSpeech;
  /** Range of the word in the text. */
  from: number;
  to: number;
}

let tagger: WinkMethods | null = null;

/** Reads the tagger now instead of with the first text. */
export function readTagger(): WinkMethods {
  tagger ??= openTagger();
  return tagger;
}

/** The words and punctuation of an English text in order; in another language the tags mean little. */
export function tagWords(text: string): TaggedWord[] {
  const nlp = readTagger();
  const out: TaggedWord[] = [];
  let at = 0;
  nlp
    .readDoc(text)
    .tokens()
    .each((token: ItemToken) => {
      const word = token.out();
      const from = Math.max(at, text.indexOf(word, at));
      at = from + word.length;
      out.push({ word, pos: token.out(nlp.its.pos) as PartOfSpeech, from, to: at });
    });
  return mended(out);
}

function openTagger(): WinkMethods {
  const load = createRequire(import.meta.url);
  const wink = load('wink-nlp') as typeof winkNLP;
  return wink(load('wink-eng-lite-web-model') as typeof model, ['pos']);
}

const BE = /^(?:is|are|was|were|be|been|being)$/i;
const DETERMINER = /^(?:the|a|an|your|our|their|its|any|all|each|this|these|no)$/i;
/** Endings of participles, which may be verbs anywhere. */
const PARTICIPLE = /(?:ed|ing|en|pt|ught|ld|wn|nt)$/i;

/** Straight after a noun "that" opens a clause and a verb follows: "a program that rewards researchers". */
const isRelative = (words: readonly TaggedWord[], at: number) =>
  /^that$/i.test(words[at]?.word ?? '') && words[at - 1]?.pos === 'NOUN';

/** "Are access rights reviewed", "the scans": a bare form after "are" or "the" is no verb, whatever the tagger says. */
function mended(words: TaggedWord[]): TaggedWord[] {
  return words.map((word, i) => {
    const before = words[i - 1]?.word ?? '';
    if (isRelative(words, i)) return { ...word, pos: 'PRON' };
    if (word.pos === 'NOUN' && isRelative(words, i - 1) && /[^s]s$/i.test(word.word))
      return { ...word, pos: 'VERB' };
    if (word.pos !== 'VERB' || !(BE.test(before) || DETERMINER.test(before))) return word;
    if (!PARTICIPLE.test(word.word)) return { ...word, pos: 'NOUN' };
    return DETERMINER.test(before) ? { ...word, pos: 'ADJ' } : word;
  });
}
