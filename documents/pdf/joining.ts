// Lines back to running text: a wrapped line ends with a space or with a broken word.

/** Whether a hyphen at a line end belongs to the word, decided by how the document writes it elsewhere. */
export interface Hyphens {
  keeps(head: string, tail: string): boolean;
}

/** Learns the words of a document; call with all its lines. */
export function learnHyphens(lines: readonly string[]): Hyphens {
  const vocabulary = new Set<string>();
  let broken = 0;
  for (const line of lines) {
    for (const word of line.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [])
      vocabulary.add(word);
    if (/\p{Ll}-$/u.test(line)) broken += 1;
  }
  // A typesetter that hyphenates does it on many lines; office programs by default on none.
  const hyphenates = broken > 8 && broken > lines.length * 0.03;
  return {
    keeps(head, tail) {
      const [a, b] = [head.toLowerCase(), tail.toLowerCase()];
      if (vocabulary.has(`${a}-${b}`)) return true;
      if (vocabulary.has(a + b)) return false;
      return !hyphenates;
    },
  };
}

/** Joins two wrapped lines. */
export function joinLines(before: string, after: string, hyphens: Hyphens): string {
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + after;
  const head = /([\p{L}\p{N}]+)[-\u2010]$/u.exec(before)?.[1];
  const tail = /^\p{Ll}[\p{L}\p{N}]*/u.exec(after)?.[0];
  if (head && tail) return (hyphens.keeps(head, tail) ? before : before.slice(0, -1)) + after;
  if (/[/\u2013\u2014-]$/u.test(before) && /\S[/\u2013\u2014-]$/u.test(before)) return before + after;
  // Chinese and Japanese set no spaces between lines.
  const wide = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]$/u;
  return wide.test(before) && /^[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]/u.test(after)
    ? before + after
    : `${before} ${after}`;
}

/** Tabs and doubled spaces of a line as single spaces, soft hyphens inside words removed. */
export function plainText(text: string): string {
  return text
    .replace(/\u00ad(?=\S)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
