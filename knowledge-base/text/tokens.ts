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

/** A word without its place, by how it stands in the text: policies use few words, many times each. */
const memo = new Map<string, Pick<Token, 'word' | 'stem' | 'root'>>();

/** Splits a text into words, left to right. Web and mail addresses give no words: they are values, not topics. */
export function tokens(text: string): Token[] {
  const folded = fold(unify(text));
  const plain = /@|:\/\/|www\./.test(folded)
    ? folded.replace(ADDRESS, found => ' '.repeat(found.length))
    : folded;
  const out: Token[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(plain); match !== null; match = WORD.exec(plain)) {
    const [written] = match;
    let known = memo.get(written);
    if (!known) {
      known = read(written);
      if (memo.size < 50_000) memo.set(written, known);
    }
    if (known.word === 'eg' || known.word === 'ie') continue;
    const from = match.index;
    out.push({ word: known.word, stem: known.stem, root: known.root, from, to: from + written.length });
  }
  return out;
}

function read(written: string): Pick<Token, 'word' | 'stem' | 'root'> {
  const word = /^\p{L}(?:\.\p{L})+\.?$/u.test(written)
    ? written.replaceAll('.', '')
    : written
        .replace(/'(?:s|re|ve|ll|d)$/, '')
        .replaceAll("'", '')
        .replace(/(?<=\d),(?=\d{3})/g, '');
  return { word, stem: stem(word), root: root(word) };
}
