// Lines to headings, paragraphs and list items. A PDF says none of this; size, weight, indent, spacing and how
// far a line runs are what a reader's eye uses, so they are what is used here.
import { endsSentence, markOf } from '../text/lines.ts';
import { type Hyphens, joinLines, plainText } from './joining.ts';
import type { Line } from './lines.ts';

export interface Flow {
  kind: 'heading' | 'paragraph' | 'item';
  text: string;
  marker: string | null;
  level: number;
  lines: Line[];
  /** Right edge the text may run to. */
  limit: number;
  bold: boolean;
}

export interface Body {
  /** Size of most text of the document, in points. */
  size: number;
  /** Larger sizes used for headings, largest first. */
  larger: number[];
  /** Usual distance of wrapped lines, in sizes. */
  pitch: number;
  hyphens: Hyphens;
}

export interface LimitedLine {
  line: Line;
  limit: number;
}

/** What is usual in the document, from all its lines. */
export function bodyOf(lines: readonly Line[], hyphens: Hyphens): Body {
  const weights = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    weights.set(size, (weights.get(size) ?? 0) + line.text.length);
  }
  const size = [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
  const larger = [...weights.keys()].filter(one => one >= size * 1.12).sort((a, b) => b - a);
  return { size, larger, pitch: usualPitch(lines), hyphens };
}

/** The closest common distance of lines that follow each other: paragraphs stand further apart than lines. */
function usualPitch(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  let all = 0;
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (!before || Math.abs(before.size - line.size) > 0.3 || before.text.length < 30) continue;
    const ratio = Math.round(((line.y - before.y) / line.size) * 20) / 20;
    if (ratio < 0.9 || ratio > 2.6) continue;
    counts.set(ratio, (counts.get(ratio) ?? 0) + 1);
    all += 1;
  }
  const common = [...counts].filter(([, count]) => count >= Math.max(2, all * 0.12)).map(([ratio]) => ratio);
  return common.length > 0 ? Math.min(...common) : 1.25;
}

/** Consecutive lines of one column to pieces of text. */
export function flowOf(lines: readonly LimitedLine[], body: Body): Flow[] {
  const flows: Flow[] = [];
  const left = Math.min(...lines.map(({ line }) => line.x));
  for (const [at, { line, limit }] of lines.entries()) {
    const open = flows.at(-1);
    const mark = markOf(line.text);
    const heading = headingLevel(line, lines[at - 1]?.line, lines[at + 1]?.line, body);
    const wrapped =
      mark !== null && mark.kind !== 'bullet' && open !== undefined && brokeBeforeMark(open, line);
    if (open && (!mark || wrapped) && continues(open, line, heading, body)) {
      open.text = joinLines(open.text, plainText(line.text), body.hyphens);
      open.lines.push(line);
      open.limit = Math.max(open.limit, limit);
      continue;
    }
    const kind = heading !== null ? 'heading' : mark ? 'item' : 'paragraph';
    const level = heading ?? (mark ? depthOf(line.x, flows, left) : 0);
    const text = plainText(mark ? mark.rest : line.text);
    flows.push({ kind, text, marker: mark?.shown ?? null, level, lines: [line], limit, bold: line.bold });
  }
  return flows;
}

/** Whether a line without a mark goes on with the open piece. */
function continues(open: Flow, line: Line, heading: number | null, body: Body): boolean {
  const before = open.lines.at(-1);
  if (!before) return false;
  const pitch = line.y - before.y;
  const most = open.kind === 'heading' ? 1.75 : Math.max(1.3, body.pitch * 1.18);
  if (pitch < 0 || pitch > Math.max(line.size, before.size) * most) return false;
  if (Math.abs(line.size - before.size) > Math.max(0.6, line.size * 0.08)) return false;
  if (open.kind === 'heading')
    return heading !== null && line.bold === before.bold && ranOn(open, before, line);
  if (heading !== null) return false;
  if (/_{3,}/.test(before.text)) return false;
  const first = open.lines[0];
  if (open.kind === 'item' && first && line.x < first.x - 2) return false;
  // A paragraph's first line may be indented, its others are not: a new indent is a new paragraph.
  if (open.kind === 'paragraph' && open.lines.length > 1 && line.x > before.x + body.size * 1.5) return false;
  return ranOn(open, before, line);
}

/** "... under" / "Section 11.4 below": a full, unfinished line that happened to break before a number. */
function brokeBeforeMark(open: Flow, line: Line): boolean {
  const before = open.lines.at(-1);
  if (!before || open.kind === 'heading' || endsSentence(open.text) || /[;,]$/.test(open.text)) return false;
  const aligned = open.lines.length > 1 ? Math.abs(line.x - before.x) < 3 : line.x <= before.x + 3;
  return aligned && before.right > open.limit * 0.9 && ranOn(open, before, line);
}

/** The line before was full: the first word of this one would not have fitted. */
function ranOn(open: Flow, before: Line, line: Line): boolean {
  // Questions one below the other may all be as wide as each other; none goes on after its question mark.
  if (/[?？]["'”’)]*$/u.test(before.text) && !/^\p{Ll}/u.test(line.text)) return false;
  const first = line.text.split(/\s/)[0] ?? '';
  const width = ((line.right - line.x) / Math.max(1, line.text.length)) * (first.length + 1);
  const widest = Math.max(open.limit, ...open.lines.map(one => one.right));
  if (before.right + width > widest - line.size * 0.5) return true;
  return /^\p{Ll}/u.test(line.text) && !endsSentence(before.text) && before.right > widest * 0.45;
}

/** List depth from the indent, against the items before. */
function depthOf(x: number, flows: readonly Flow[], left: number): number {
  const previous = flows.at(-1);
  if (previous?.kind !== 'item') return 0;
  const from = previous.lines[0]?.x ?? left;
  if (x > from + 6) return previous.level + 1;
  if (x > from - 6) return previous.level;
  const ancestor = flows.findLast(flow => flow.kind !== 'item' || Math.abs((flow.lines[0]?.x ?? 0) - x) <= 6);
  return ancestor?.kind === 'item' ? ancestor.level : 0;
}

/** Heading level from 1, or null. */
function headingLevel(
  line: Line,
  before: Line | undefined,
  after: Line | undefined,
  body: Body,
): number | null {
  const text = plainText(line.text);
  if (text.length > 140 || !/\p{L}/u.test(text) || /_{3,}|[☐☑☒□]/u.test(text)) return null;
  const size = Math.round(line.size * 2) / 2;
  if (size >= body.size * 1.12) {
    const rank = body.larger.indexOf(size);
    // A question set large is still a question.
    return /[?？]$/.test(text) ? null : Math.min(6, rank < 0 ? 1 : rank + 1);
  }
  const weighty = line.bold || (isUpper(text) && line.segments.length === 1);
  if (!weighty || text.length > 90 || endsSentence(text) || size < body.size * 0.85) return null;
  // Bold within a bold passage is emphasis, not a heading; capitals need air around them.
  const apart =
    !before || line.y - before.y > line.size * 1.5 || before.bold !== line.bold || before.size !== line.size;
  const ends = !after || after.y - line.y > line.size * 1.5 || !after.bold || after.size !== line.size;
  return apart && ends ? Math.min(6, body.larger.length + 1) : null;
}

function isUpper(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length >= 4 && /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}
