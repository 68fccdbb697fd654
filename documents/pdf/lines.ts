// Words to lines: what shares a baseline, cut where a gap is wide enough to be a column.
import type { Word } from './page-content.ts';

export interface Segment {
  text: string;
  words: Word[];
  x: number;
  right: number;
}

export interface Line {
  segments: Segment[];
  /** Segments joined; a wide gap between them is a tab. */
  text: string;
  x: number;
  right: number;
  /** Baseline. */
  y: number;
  /** Size and look of most of its characters. */
  size: number;
  bold: boolean;
  italic: boolean;
  /** From 1 on its page, in reading order. */
  number: number;
}

const columnGap = 1.3; // in ems: wider white space separates columns
const wordGap = 0.14; // in ems: narrower white space is kerning

/** Groups words by baseline, from the top; sub- and superscripts join the line they hang on. */
export function linesOf(words: readonly Word[]): Line[] {
  const rows: Word[][] = [];
  for (const word of [...words].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.findLast(one => fitsRow(one, word));
    if (row) row.push(word);
    else rows.push([word]);
  }
  return rows.map(lineOf).sort((a, b) => a.y - b.y);
}

function fitsRow(row: readonly Word[], word: Word): boolean {
  const first = row[0];
  if (!first) return false;
  const size = Math.max(first.size, word.size);
  const apart = Math.abs(first.y - word.y);
  // A raised or lowered mark is smaller than the text it belongs to.
  const script = Math.min(first.size, word.size) < size * 0.8;
  return apart <= size * (script ? 0.45 : 0.25);
}

export function lineOf(words: readonly Word[]): Line {
  const segments: Segment[] = [];
  for (const word of [...words].sort((a, b) => a.x - b.x)) {
    const last = segments.at(-1);
    const before = last?.words.at(-1);
    const gap = before ? word.x - before.right : Number.POSITIVE_INFINITY;
    const em = Math.max(word.size, before?.size ?? 0);
    if (!last || gap > em * columnGap)
      segments.push({ text: word.text, words: [word], x: word.x, right: word.right });
    else {
      last.text += (gap > em * wordGap ? ' ' : '') + word.text;
      last.words.push(word);
      last.right = Math.max(last.right, word.right);
    }
  }
  return lineOfSegments(segments);
}

export function lineOfSegments(segments: Segment[]): Line {
  const words = segments.flatMap(segment => segment.words);
  const total = words.reduce((sum, word) => sum + word.text.length, 0);
  const share = (test: (word: Word) => boolean) =>
    words.filter(test).reduce((sum, word) => sum + word.text.length, 0) > total * 0.6;
  const main = words.reduce(
    (best, word) => (word.text.length > best.text.length ? word : best),
    words[0] as Word,
  );
  for (const segment of segments) segment.text = segment.text.replace(/ {2,}/g, ' ');
  return {
    segments,
    text: segments.map(segment => segment.text).join('\t'),
    x: Math.min(...segments.map(segment => segment.x)),
    right: Math.max(...segments.map(segment => segment.right)),
    y: main.y,
    size: main.size,
    bold: share(word => word.bold),
    italic: share(word => word.italic),
    number: 0,
  };
}
