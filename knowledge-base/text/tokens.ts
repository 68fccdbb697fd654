// Words of a text with their places. Questionnaires and policies write one thing in many ways ("SOC2", "SOC 2",
// "multi-factor", "TLS1.2+"), so letters and digits part, hyphens part, and versions stay whole.
import { fold, unify } from './normalise.ts';
import { root, stem } from './stem.ts';

export interface Token {
  /** As written, lower case, without accents. */
  word: string;
  /** Without inflection. */
  stem: string;
  /** Without derivation; for full-text search. */
  root: string;
  /** Character offsets in the text given. */
  from: number;
  to: number;
}

const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const WORD =
  /\p{L}(?:\.\p{L})+\.?(?![\p{L}\p{N}])|\p{N}+(?:[.,]\p{N}+)*(?:st|nd|rd|th|fa|d|x)?(?![\p{L}])\+?|\p{N}+|\p{L}+(?:'\p{L}+)?/gu;

/** Splits a text into words, left to right. Web and mail addresses give no words: they are values, not topics. */
export function tokens(text: string): Token[] {
  const plain = fold(unify(text)).replace(ADDRESS, found => ' '.repeat(found.length));
  const out: Token[] = [];
  for (const match of plain.matchAll(WORD)) {
    const from = match.index;
    let word = match[0];
    const to = from + word.length;
    if (/^\p{L}(?:\.\p{L})+\.?$/u.test(word)) word = word.replaceAll('.', '');
    else
      word = word
        .replace(/'(?:s|re|ve|ll|d)$/, '')
        .replaceAll("'", '')
        .replace(/(?<=\d),(?=\d{3})/g, '');
    if (word === 'eg' || word === 'ie') continue;
    out.push({ word, stem: stem(word), root: root(word), from, to });
  }
  return out;
}
