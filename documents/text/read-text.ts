// Plain text policies to blocks with line ranges: headings, list items with depth, paragraphs with their wrapped
// lines joined. Nothing marks these in the file, so the rules look at length, indent and neighbours only.
import type { SourceDocument, TextBlock } from '../../contract/source-document.ts';
import { headingLevel, isBlank } from './headings.ts';
import { endsSentence, isRule, type Line, splitLines } from './lines.ts';

/** Reads decoded plain text; places are line ranges from 1. */
export function readText(text: string, name: string): SourceDocument {
  const lines = splitLines(text);
  const width = wrapWidth(lines);
  const blocks: TextBlock[] = [];
  let indents: number[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line || isBlank(line) || isRule(line)) continue;
    const level = headingLevel(lines, at);
    if (level !== null) {
      blocks.push(block('heading', line, level));
      indents = [];
      continue;
    }
    let end = at;
    while (goesOn(lines, end, line, width)) end += 1;
    const piece = block(line.mark ? 'item' : 'paragraph', line, 0);
    for (const more of lines.slice(at + 1, end + 1)) piece.text = join(piece.text, more.text);
    piece.at = { line: line.number, to: lines[end]?.number ?? line.number };
    if (line.mark) {
      while (indents.length > 0 && (indents.at(-1) ?? 0) > line.indent) indents.pop();
      if ((indents.at(-1) ?? -1) < line.indent) indents.push(line.indent);
      piece.level = indents.length - 1;
    } else if (line.indent === 0) indents = [];
    blocks.push(piece);
    at = end;
  }
  const first = blocks[0];
  const title = first?.kind === 'heading' && first.marker === null ? first.text : null;
  return { format: 'text', name, title, grids: [], blocks, messages: [] };
}

function block(kind: TextBlock['kind'], line: Line, level: number): TextBlock {
  const marked = line.mark !== null && !(kind === 'heading' && line.mark.kind === 'letter');
  return {
    kind,
    text: marked && line.mark ? line.mark.rest : line.text,
    level,
    marker: marked && line.mark ? line.mark.shown : null,
    at: { line: line.number, to: line.number },
    fields: [],
  };
}

/** Whether the line after `lines[end]` continues the piece that began at `start`. */
function goesOn(lines: readonly Line[], end: number, start: Line, width: number | null): boolean {
  const line = lines[end];
  const next = lines[end + 1];
  if (!line || !next || isBlank(next) || isRule(next)) return false;
  const startsItem =
    next.mark !== null && !(next.mark.kind !== 'bullet' && continuesNumber(line, next, width));
  if (startsItem || headingLevel(lines, end + 1) !== null) return false;
  if (start.mark && next.indent > start.indent) return true;
  if (/^\p{Ll}/u.test(next.text)) return true;
  if (width === null) return false;
  const firstWord = next.text.split(' ')[0] ?? '';
  return line.indent + line.text.length + 1 + firstWord.length > width;
}

/** A wrapped sentence may break before "12. " or "a) " by chance: then the line before is full and unfinished. */
function continuesNumber(line: Line, next: Line, width: number | null): boolean {
  if (width === null || endsSentence(line.text)) return false;
  const firstWord = next.text.split(' ')[0] ?? '';
  return line.mark?.kind !== next.mark?.kind && line.text.length + 1 + firstWord.length > width;
}

/**
 * The column an author or tool wrapped at, or null where each line is a whole paragraph. Wrapped files have
 * many lines near one width; ragged right edges lose up to a long word, so the width is taken a little short.
 */
function wrapWidth(lines: readonly Line[]): number | null {
  const lengths = lines.map(line => line.indent + line.text.length).filter(length => length > 40);
  if (lengths.length < 2) return null;
  const longest = Math.max(...lengths);
  if (longest > 132) return null;
  const near = lengths.filter(length => length > longest * 0.8).length;
  return near >= 2 && near >= lengths.length * 0.25 ? Math.floor(longest * 0.97) : null;
}

function join(before: string, after: string): string {
  // A word broken at its own hyphen ("phishing-" / "resistant") keeps the hyphen and needs no space.
  return /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after) ? before + after : `${before} ${after}`;
}
