// Names and abbreviations a question uses that no vocabulary may know: a product, a law, a standard. Found by how
// they are written, so that a question about an unknown thing is not answered by a passage that never names it.
import { isEmptyWord } from '../text/stop-words.ts';
import { type Token, tokens } from '../text/tokens.ts';

/** Abbreviations everyone uses for the ordinary things; they name nothing in particular. */
const ORDINARY = new Set(
  'it api apis saas paas iaas id ids ip os pc ui url faq hr pii phi sla slas nda qa cia csp isp us uk eu i a am pm vs iot ok ciso cto ceo cio dpo sso mfa vpn'.split(
    ' ',
  ),
);

/**
 * Positions in `words` of tokens written as names inside a sentence: capitals, inner capitals, letters with digits.
 * `isTerm`: the word belongs to a term of the field, which a capital does not turn into a name ("Privacy Policy").
 */
export function properNames(
  text: string,
  words: readonly Token[],
  isTerm: (at: number) => boolean = () => false,
): number[] {
  const shouted = text.replace(/[^\p{L}]/gu, '');
  if (shouted !== '' && shouted === shouted.toUpperCase()) return [];
  const titled = isTitleCase(text);
  return [...words.keys()].filter(i => {
    const word = words[i];
    if (!word || ORDINARY.has(word.word) || isEmptyWord(word.stem) || /^\d/.test(word.word)) return false;
    const written = text.slice(word.from, word.to);
    if (spellsOut(text, word.from, written)) return false;
    if (/^\p{Lu}{2,}s?$/u.test(written) || /\p{Ll}\p{Lu}/u.test(written)) return true;
    return !titled && !isTerm(i) && /^\p{Lu}\p{Ll}/u.test(written) && !opensSentence(text, word.from);
  });
}

/** "Business Impact Analysis (BIA)": the letters of the words before it name nothing more. */
function spellsOut(text: string, at: number, written: string): boolean {
  const letters = written.replace(/s$/, '');
  if (!/^\p{Lu}{2,6}$/u.test(letters) || text[at - 1] !== '(') return false;
  const before = text.slice(0, at - 1).match(/\p{L}+/gu) ?? [];
  const initials = before.slice(-letters.length).map(word => word[0] ?? '');
  return initials.join('').toUpperCase() === letters;
}

function opensSentence(text: string, at: number): boolean {
  return /(?:^|[.?!:;"(/\u2022-]\s*|\d\)?\s*)$/.test(text.slice(0, at));
}

/** Headings and fragments in Title Case Like This name nothing by their capitals. */
function isTitleCase(text: string): boolean {
  const long = tokens(text).filter(word => word.to - word.from > 3);
  const capital = long.filter(word => /^\p{Lu}/u.test(text.slice(word.from, word.to)));
  return long.length > 1 && capital.length / long.length > 0.6;
}
