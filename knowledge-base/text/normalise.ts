// One spelling for text before anything looks at it: quotes, dashes, spaces and width forms differ between
// producers and mean nothing. Offsets are kept: every replacement here is one character for one character.

const SAME_LENGTH: [RegExp, string][] = [
  [/[\u2018\u2019\u201A\u201B\u2032\u0060\u00B4]/g, "'"],
  [/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\u00A0\u2000-\u200A\u202F\u205F\u3000\t\r\n\f\v]/g, ' '],
  [/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, ' '],
];

/** Neither of other scripts nor one of the few characters of this one that have a better spelling. */
const PLAIN = /^[\x20-\x5f\x61-\x7e]*$/;

/** Unifies quotes, dashes and spaces; the result has the same length, so offsets still hold. */
export function unify(text: string): string {
  if (PLAIN.test(text)) return text;
  let out = text;
  for (const [from, to] of SAME_LENGTH) out = out.replace(from, to);
  return out;
}

/** Unified, single-spaced and trimmed; for display and for hashing. */
export function tidy(text: string): string {
  return unify(text).replace(/ {2,}/g, ' ').trim();
}

const folded = new Map<string, string>();

/** Letters without their accents, lower case; still one character for one character of the Latin script. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  let out = '';
  for (const char of text) {
    const known = folded.get(char) ?? foldOne(char);
    if (folded.size < 5_000) folded.set(char, known);
    out += known;
  }
  return out;
}

function foldOne(char: string): string {
  const base = char
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  if (base.length === char.length) return base;
  return char.toLowerCase().length === char.length ? char.toLowerCase() : char;
}

/** A key under which two texts are the same to a reader: no case, accents, punctuation or spacing. */
export function sameTextKey(text: string): string {
  return fold(unify(text))
    .replace(/[^\p{L}\p{N}+%]+/gu, ' ')
    .trim();
}
