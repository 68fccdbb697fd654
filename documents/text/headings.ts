// Which lines of a plain text file are headings. There is no markup, so a heading is short, closes no sentence,
// and stands apart: numbered, in capitals, underlined, or alone above the text it names.
import { endsSentence, isCapitals, isRule, type Line } from './lines.ts';

const longest = 90;

/** Heading level from 1 when `lines[at]` is a heading, else null. */
export function headingLevel(lines: readonly Line[], at: number): number | null {
  const line = lines[at];
  if (!line || line.text === '' || line.text.length > longest || isRule(line)) return null;
  if (line.mark?.kind === 'bullet') return null;
  const next = lines[at + 1];
  const previous = lines[at - 1];
  const alone = isBlank(previous) || isRule(previous) || headingText(previous);
  if (next && isRule(next) && alone && ruleFits(line, next)) return next.text.startsWith('=') ? 1 : 2;
  const words = line.mark?.rest ?? line.text;
  if (endsSentence(words) || !startsLikeTitle(words)) return null;
  if (line.mark?.kind === 'number') return numberedLevel(lines, at);
  if (line.mark) return null;
  if (isCapitals(line.text)) return alone || isBlank(next) ? 1 : null;
  return alone && aboveText(lines, at) ? 2 : null;
}

/** "4. Title": level by its dots, unless its neighbours make it an entry of a list. */
function numberedLevel(lines: readonly Line[], at: number): number | null {
  const line = lines[at];
  const shown = line?.mark?.shown ?? '';
  if (!line || (line.indent > 3 && !/\.\d/.test(shown))) return null;
  const depth = shown
    .replace(/[^\d.]/g, '')
    .replace(/\.$/, '')
    .split('.').length;
  const before = neighbour(lines, at, -1);
  const after = neighbour(lines, at, 1);
  const listed = (other: Line | undefined) =>
    other?.mark?.kind === 'number' && sameShape(other.mark.shown, shown);
  // A heading has text of its own below it; a run of numbered lines is a list or a table of contents.
  if (listed(after) || (after === undefined && listed(before))) return null;
  if (!isBlank(lines[at - 1]) && listed(lines[at - 1])) return null;
  return Math.min(6, depth);
}

function sameShape(a: string, b: string): boolean {
  return a.replace(/\d+/g, '0') === b.replace(/\d+/g, '0');
}

/** The nearest line with words before or after. */
function neighbour(lines: readonly Line[], at: number, step: 1 | -1): Line | undefined {
  let index = at + step;
  while (lines[index] && (isBlank(lines[index]) || isRule(lines[index]))) index += step;
  return lines[index];
}

/** A short unnumbered line names what follows when that is a longer line or a list. */
function aboveText(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  const after = neighbour(lines, at, 1);
  if (!line || !after || line.text.length > 60 || line.text.split(' ').length > 8) return false;
  if (/: \S|[|@]|https?:/.test(line.text)) return false;
  const fits = after.mark !== null || after.text.length > line.text.length + 10 || endsSentence(after.text);
  return fits && after.number - line.number <= 3 && (isBlank(lines[at + 1]) || after.mark !== null);
}

function startsLikeTitle(words: string): boolean {
  return /^["'“‘(]?[\p{Lu}\p{Lo}\d]/u.test(words);
}

function ruleFits(line: Line, rule: Line): boolean {
  return rule.text.length >= Math.min(3, line.text.length) && rule.text.length <= line.text.length + 20;
}

function headingText(line: Line | undefined): boolean {
  return line !== undefined && isCapitals(line.text);
}

export function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.text === '';
}
