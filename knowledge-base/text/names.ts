// Names of companies in a text. They carry no topic ("Zapro AI" says nothing about AI), so matching reads past
// them; legal endings go with the name, web and mail addresses are left alone.

const ENDING =
  '(?:\\s+(?:AI|Inc|Ltd|LLC|Labs|GmbH|Pvt|Corp|Corporation|Technologies|Software|Limited|Group)\\b\\.?,?)*';
const memo = new Map<string, RegExp | null>();

function patternOf(name: string): RegExp | null {
  let found = memo.get(name);
  if (found === undefined) {
    const words = name
      .trim()
      .split(/[\s_.-]+/)
      .filter(word => word.length > 1);
    const escaped = words.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s_.-]*');
    const source = `(?<![\\p{L}\\p{N}@./])${escaped}${ENDING}(?:['\u2019]s)?(?![\\p{L}\\p{N}@]|\\.\\p{L})`;
    found = words.join('').length < 3 ? null : new RegExp(source, 'giu');
    memo.set(name, found);
  }
  return found;
}

/** The text with every name replaced by `by`. */
export function replaceNames(text: string, names: readonly string[], by: string): string {
  let out = text;
  for (const name of names) {
    const pattern = patternOf(name);
    if (pattern) out = out.replace(pattern, by);
  }
  return out;
}

/** The text with every name replaced by blanks of the same length. */
export function blankNames(text: string, names: readonly string[]): string {
  let out = text;
  for (const name of names) {
    const pattern = patternOf(name);
    if (pattern) out = out.replace(pattern, found => ' '.repeat(found.length));
  }
  return out;
}
