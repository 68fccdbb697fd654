// What one line of a plain text file is on its own: bullet, numbered, capitals, rule. How lines stand together
// is decided in read-text.ts.

export interface Line {
  /** From 1. */
  number: number;
  indent: number;
  text: string;
  /** Bullet or number at the start, with the words after it. */
  mark: { kind: 'bullet' | 'number' | 'letter'; shown: string; rest: string } | null;
}

// Dashes and stars need a space after them; drawn bullets need none. "o" is Word's second-level bullet.
const bulletMark =
  /^(?:([-*+–—―‐·~>]|[o§ü](?=\t| {2}))\s+|([•‣◦▪▫■●○◆◇➢➤►▸✓✔✗✘❖](?=\s|\S)|\uf0b7|\uf0a7|\uf0d8)\s*)(?=\S)/u;
const numberMark =
  /^((?:section|article|clause|appendix|annex|chapter|part)\s+[\divxlc]+(?:\.\d+)*[.):]?|\(?\d{1,3}(?:\.\d{1,3})*[.):]?\)?|§\s*\d+(?:\.\d+)*)\s+(?=\S)/i;
const letterMark = /^(\(?(?:[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})[.)])\s+(?=\S)/;

/** Splits text into lines with their marks; tabs count as four columns of indent. */
export function splitLines(text: string): Line[] {
  return text.split('\n').map((raw, index) => {
    const body = raw.trim();
    const indent = raw.slice(0, raw.length - raw.trimStart().length).replace(/\t/g, '    ').length;
    return { number: index + 1, indent, text: body.replace(/[ \t\u00a0]+/g, ' '), mark: markOf(body) };
  });
}

/** The bullet, number or letter a line begins with, and the words after it. */
export function markOf(body: string): Line['mark'] {
  for (const [kind, pattern] of [
    ['bullet', bulletMark],
    ['number', numberMark],
    ['letter', letterMark],
  ] as const) {
    const found = pattern.exec(body);
    if (!found) continue;
    const shown = (found[1] ?? found[2] ?? found[0]).trim();
    // "2024 was a good year", "90 days after": a bare number without a delimiter marks nothing by itself.
    if (kind === 'number' && /^\d{1,3}$/.test(shown) && !/^[A-Z\p{Lo}]/u.test(body.slice(found[0].length)))
      continue;
    return { kind, shown, rest: body.slice(found[0].length).replace(/\s+/g, ' ') };
  }
  return null;
}

/** A line of one repeated rule character, three or more: an underline or a separator. */
export function isRule(line: Line | undefined): boolean {
  return line !== undefined && /^([=\-~^_*#–—])\1{2,}$/.test(line.text.replace(/\s/g, ''));
}

/** Letters without any lower case, at least two words or four letters: a heading set in capitals. */
export function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length >= 4 && /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** Ends like a sentence or a clause, so it is not a heading and the next line does not go on with it. */
export function endsSentence(text: string): boolean {
  return /[.!?;:,…。！？；：、]["'”’)\]]*$/u.test(text);
}
