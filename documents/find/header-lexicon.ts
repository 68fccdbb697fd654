// Reads a header cell: which role its words stand for and how sure that is. The words are data in words/.
import { isSpaceless, phraseTest, plainWords } from './plain-words.ts';
import { explanationWords, type HeaderRole, headerWords } from './words/header-words.ts';
import { optionWords } from './words/option-words.ts';

export interface HeaderReading {
  role: HeaderRole;
  /** 1 weak, 2 likely, 3 and more settled by the word. */
  weight: number;
}

const tests = headerWords.map((entry, order) => ({ ...entry, order, test: phraseTest(entry.phrases) }));
const explains = phraseTest(explanationWords);
const known = new Map<string, HeaderReading | null>();

/** "Yes/No", "Ja / Nein / Entfällt": says how to answer, not what the column is called. */
const optionList = /[\p{L}]+(?: ?\/ ?[\p{L}]+)+/gu;

/** Header cells are labels; longer text is read by its first line only. */
const longestLabel = 90;

export function readHeader(text: string): HeaderReading | null {
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  const reading = read(text);
  if (known.size > 20_000) known.clear();
  known.set(text, reading);
  return reading;
}

function read(text: string): HeaderReading | null {
  const line = (text.split('\n').find(part => part.trim() !== '') ?? '').slice(0, longestLabel);
  const full = text.length > longestLabel ? line : text;
  const named = full.replace(optionList, list => (list.split('/').every(isOptionWord) ? ' ' : list));
  if (plainWords(named) === '' && plainWords(full) !== '') return { role: 'answer', weight: 3 };
  const plain = plainWords(named.replace(/\([^)]*\)/g, ' ')) || plainWords(named);
  if (plain === '' || (isLong(plain) && text.length > longestLabel)) return null;
  let best: (HeaderReading & { order: number }) | null = null;
  for (const { role, weight, order, test } of tests) {
    if (best && weight <= best.weight) continue;
    if (test(plain)) best = { role, weight, order };
  }
  if (!best) return null;
  const weight = best.weight - proseDiscount(plain, text);
  return weight > 0 ? { role: best.role, weight } : null;
}

/** A known word inside a long phrase or a sentence says less: headers are labels. */
function proseDiscount(plain: string, text: string): number {
  if (isSpaceless(plain)) return plain.length > 24 ? 2 : plain.length > 14 ? 1 : 0;
  const words = plain.split(' ').length;
  const sentence = /[.!]\s*$/.test(text) && words >= 4 ? 1 : 0;
  return sentence + (words > 9 ? 2 : words > 6 ? 1 : 0);
}

function isLong(plain: string): boolean {
  return isSpaceless(plain) ? plain.length > 40 : plain.split(' ').length > 14;
}

/** The word stands for the customer's help as well as for the vendor's own explanation: the cells decide. */
export function isExplanation(text: string): boolean {
  return text.length <= 40 && explains(plainWords(text));
}

/** "Yes", "N/A", "Teilweise": the whole text is one thing to tick or choose. */
export function isOptionWord(text: string): boolean {
  return text.length <= 60 && optionWords.has(plainWords(text));
}

/**
 * Options a label spells out itself: "Answer (Yes/No/N/A)" gives three. Null when it names none, or when one
 * of the parts is not a known option word.
 */
export function spelledOptions(text: string): string[] | null {
  const candidates = [...text.matchAll(/[([【（]([^)\]】）]{2,60})[)\]】）]/g)].map(match => match[1] ?? '');
  if (text.length <= 60) candidates.push(text, text.slice(text.lastIndexOf(':') + 1));
  for (const candidate of candidates) {
    const parts = candidate
      .replace(/\bN\s?\/\s?A\b/gi, 'N\u2044A')
      .split(/\s*(?:\/|\||,|;|、|・|／|\bor\b|\boder\b|\bou\b)\s*/)
      .map(part => part.replaceAll('\u2044', '/').trim())
      .filter(part => part !== '');
    if (parts.length >= 2 && parts.length <= 8 && parts.every(isOptionWord)) return parts;
  }
  return null;
}
