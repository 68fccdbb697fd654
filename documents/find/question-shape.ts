// How much a text looks like a demand for information, from 0 to 1, in any of the languages of the word lists.
// Only one kind of evidence among several: a table's own columns weigh more.
import { isSpaceless, phraseOpens, phraseTest, plainWords } from './plain-words.ts';
import {
  askingOpenings,
  cjkAsking,
  cjkRequiring,
  nounSigns,
  orderingOpenings,
  requiringOpenings,
  requiringWords,
} from './words/question-words.ts';

const asks = phraseOpens(askingOpenings);
const orders = phraseOpens(orderingOpenings);
const demands = phraseOpens(requiringOpenings);
const requires = phraseTest(requiringWords);
const nouns = new Set(nounSigns.split('|'));

/** Question marks of Latin, Greek (after a word), Arabic and East Asian scripts. */
const questionMark = /[?？؟⁇]|;\s*$(?<=\p{Script=Greek}\s*;\s*)/u;
const listMarker = /^\s*(?:[-–—•·●▪◦*]+|\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.):]|\d+(?:\.\d+)+)\s+/i;
const scopeNote = /^\s*[([][^)\]]{1,40}[)\]]\s*/;

/** The text without a leading bullet, number or scope note in brackets. */
export function withoutMarker(text: string): string {
  return text.replace(listMarker, '').replace(scopeNote, '');
}

/** A question mark, or a CJK ending that asks: no statement looks so. */
export function asksOutright(text: string): boolean {
  return questionMark.test(text) || (isSpaceless(text) && cjkAsking.some(word => text.includes(word)));
}

const known = new Map<string, number>();

export function questionShape(text: string): number {
  if (text.length < 4) return 0;
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  if (known.size > 20_000) known.clear();
  const shape = shapeOf(text);
  known.set(text, shape);
  return shape;
}

function shapeOf(text: string): number {
  const body = withoutMarker(text);
  if (questionMark.test(body.slice(0, 1200))) return /^\S*:\/\/\S*$/.test(body.trim()) ? 0 : 1;
  if (isSpaceless(body)) {
    if (cjkAsking.some(word => body.includes(word))) return 0.9;
    return cjkRequiring.some(word => body.includes(word)) ? 0.6 : 0;
  }
  const plain = plainWords(body.slice(0, 300));
  const words = plain.split(' ').length;
  if (words >= 3 && orders(plain) && !nouns.has(plain.split(' ', 2)[1] ?? '')) return 0.9;
  if (words >= 4 && (requires(plain) || (demands(plain) && !nouns.has(plain.split(' ', 2)[1] ?? ''))))
    return 0.7;
  if (words >= 4 && asks(plain)) return 0.6;
  return 0;
}

/** Text after which a value is expected: a label that ends in a colon. */
export function isLabel(text: string): boolean {
  return text.length <= 80 && /[:：]\s*$/.test(text);
}
