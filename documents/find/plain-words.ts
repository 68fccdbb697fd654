// One way to compare words from customers' files: case, accents, widths, invisible characters and punctuation
// dropped, so that the word lists stay short and serve every language alike.

/** Zero-width characters, soft hyphens, byte-order marks and bidirectional controls (Unicode category Cf). */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** Combining marks of the Latin and Greek ranges only: Japanese voicing marks change the word and stay. */
const accents = /[\u0300-\u036f]/g;
const notWord = /[^\p{L}\p{N}#№]+/gu;

/** Text as a person reads it: invisible characters gone, runs of blanks joined, line breaks kept. */
export function cleanText(text: string): string {
  if (tidy.test(text)) return text;
  return text
    .replace(invisible, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

const known = new Map<string, string>();
/** Words parted by single blanks or line breaks: most cells are so already. */
const tidy = /^[!-~]+(?:(?: |\n+)[!-~]+)*$/;
const ascii = /^[\t-~]*$/;
const notAsciiWord = /[^a-z0-9#]+/g;

/** Lower-case words joined by single blanks: "E-Mail (Sí)" becomes "e mail si". */
export function plainWords(text: string): string {
  const short = text.length <= 400;
  const seen = short ? known.get(text) : undefined;
  if (seen !== undefined) return seen;
  const plain = ascii.test(text) ? text.toLowerCase().replace(notAsciiWord, ' ').trim() : foldWords(text);
  if (short) {
    if (known.size > 20_000) known.clear();
    known.set(text, plain);
  }
  return plain;
}

function foldWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(accents, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss')
    .replace(notWord, ' ')
    .trim();
}

const spaceless = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** True when the text is mostly in a script written without spaces between words. */
export function isSpaceless(text: string): boolean {
  return spaceless.test(text);
}

/** Length in letters a reader feels: a CJK character says about as much as two and a half Latin ones. */
export function readingLength(text: string): number {
  if (!spaceless.test(text)) return text.length;
  let length = 0;
  for (const character of text) length += spaceless.test(character) ? 2.5 : 1;
  return length;
}

export function wordCount(text: string): number {
  const words = plainWords(text);
  if (words === '') return 0;
  if (!spaceless.test(words)) return words.split(' ').length;
  return Math.max(1, Math.round(readingLength(words) / 5));
}

const escaped = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

/**
 * A test over plain words, from phrases parted by `|`. Whole words unless a `*` opens an end; a leading `=` asks
 * for the whole text, a trailing `$` for its end; phrases in scripts without spaces match anywhere.
 */
export function phraseTest(phrases: string | readonly string[]): (plain: string) => boolean {
  const list = typeof phrases === 'string' ? phrases.split('|') : phrases;
  const alternatives: string[] = [];
  for (const raw of list) {
    const phrase = raw.trim().replace(/\s+/g, ' ');
    if (phrase === '') continue;
    if (isSpaceless(phrase)) {
      alternatives.push(escaped(phrase.replaceAll('*', '')));
      continue;
    }
    const whole = phrase.startsWith('=');
    const open = whole ? '^' : phrase.startsWith('*') ? '' : '(?:^| )';
    const close = whole || phrase.endsWith('$') ? '$' : phrase.endsWith('*') ? '' : '(?:$| )';
    alternatives.push(open + escaped(plainPattern(phrase)) + close);
  }
  const pattern = new RegExp(alternatives.join('|'), 'u');
  return plain => pattern.test(plain);
}

/** The same, but the phrase must be the whole text. */
export function phraseEquals(phrases: string): (plain: string) => boolean {
  const set = new Set(phrases.split('|').map(phrase => plainPattern(phrase.trim().replace(/\s+/g, ' '))));
  return plain => set.has(plain);
}

/** The same, but the phrase must open the text. */
export function phraseOpens(phrases: string): (plain: string) => boolean {
  const set = new Set(phrases.split('|').map(phrase => plainPattern(phrase.trim().replace(/\s+/g, ' '))));
  const longest = Math.max(...[...set].map(phrase => phrase.split(' ').length));
  return plain => {
    const words = plain.split(' ', longest);
    for (let count = words.length; count > 0; count -= 1) {
      if (set.has(words.slice(0, count).join(' '))) return true;
    }
    return false;
  };
}

function plainPattern(phrase: string): string {
  return phrase.replace(/^=|\$$/g, '').replaceAll('*', '');
}
