// Reading order of a page: ruled tables first claim their words; what is left is read in rows, and where rows
// share a gutter the zone is either columns of prose (read one after another) or an aligned table.
import { alignedTable } from './aligned-table.ts';
import { cutBlanks } from './cut-blanks.ts';
import { findLattices, type Lattice } from './lattice.ts';
import { type Line, lineOfSegments, linesOf, type Segment } from './lines.ts';
import type { PageContent, Word } from './page-content.ts';
import type { Piece, TablePiece } from './pieces.ts';

/** Pieces in reading order; `limit` is the right edge a line may run to. Lines are numbered from 1. */
export function layoutPage(page: PageContent): Piece[] {
  const lattices = findLattices(page.rules, page).filter(lattice =>
    page.words.some(word => inside(word, lattice)),
  );
  const free: Word[] = [];
  const claimed = new Map<Lattice, Word[]>(lattices.map(lattice => [lattice, []]));
  for (const word of page.words) {
    const lattice = lattices.find(one => inside(word, one));
    if (lattice) claimed.get(lattice)?.push(word);
    else free.push(word);
  }
  const tables = lattices.map(lattice => tableOf(lattice, claimed.get(lattice) ?? []));
  const pieces: Piece[] = [];
  let rest = linesOf(free);
  for (const table of tables.sort((a, b) => a.top - b.top)) {
    const above = rest.filter(line => line.y <= table.top + 1);
    rest = rest.filter(line => line.y > table.top + 1);
    pieces.push(...readRows(above, page), table);
  }
  pieces.push(...readRows(rest, page));
  number(pieces);
  return pieces;
}

function inside(word: Word, box: { left: number; right: number; top: number; bottom: number }): boolean {
  const x = (word.x + word.right) / 2;
  const y = word.y - word.size * 0.3;
  return x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 1 && y <= box.bottom + 1;
}

function tableOf(lattice: Lattice, words: readonly Word[]): TablePiece {
  const contents = lattice.cells.map(cell => linesOf(words.filter(word => inCell(word, cell))));
  return { kind: 'table', top: lattice.top, bottom: lattice.bottom, lattice, contents };
}

function inCell(word: Word, cell: { left: number; right: number; top: number; bottom: number }): boolean {
  // A word that runs over a border belongs where it begins.
  const x = Math.min((word.x + word.right) / 2, word.x + word.size);
  const y = word.y - word.size * 0.3;
  return x > cell.left - 0.5 && x <= cell.right + 0.5 && y > cell.top - 0.5 && y <= cell.bottom + 0.5;
}

/** Rows in order, with zones that share a gutter read as columns or as a table. */
function readRows(rows: readonly Line[], page: PageContent): Piece[] {
  const limit = Math.max(0, ...rows.map(row => row.right));
  const pieces: Piece[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    if (!row) continue;
    const zone = gutterZone(rows, at);
    if (zone) {
      const members = rows.slice(at, at + zone.count);
      const table = zone.prose ? null : alignedTable(members, page);
      if (table) pieces.push(table);
      else if (zone.prose)
        pieces.push(
          ...readRows(side(members, zone.x, 'left'), page),
          ...readRows(side(members, zone.x, 'right'), page),
        );
      else for (const member of members) pieces.push(...plain(member, limit));
      at += zone.count - 1;
    } else pieces.push(...plain(row, limit));
  }
  return pieces;
}

const bulleted = /^[•‣◦▪■●❖\uf0b7\uf0a7]/u;

function plain(row: Line, limit: number): Piece[] {
  // Two labelled blanks on one row ("Name: ____   Date: ____") are two places to answer.
  const segments = row.segments.flatMap(cutBlanks);
  const blanks = segments.filter(segment => /_{3,}|[☐□]/u.test(segment.text)).length;
  const bullets = segments.filter(segment => bulleted.test(segment.text)).length;
  const parts = blanks > 1 || bullets > 1 ? splitForm(segments).map(lineOfSegments) : [row];
  return parts.map((line, index) => ({
    kind: 'line',
    line,
    limit: parts[index + 1] ? (parts[index + 1]?.x ?? limit) - 4 : limit,
  }));
}

/** Cuts a form row before each segment that brings its own label. */
function splitForm(segments: readonly Segment[]): Segment[][] {
  const parts: Segment[][] = [];
  for (const segment of segments) {
    const label = /^[^_☐□]*\p{L}{2,}/u.test(segment.text) && /_{3,}|:\s*$/.test(segment.text);
    const labelled = label || bulleted.test(segment.text);
    const last = parts.at(-1);
    if (last && !labelled) last.push(segment);
    else parts.push([segment]);
  }
  return parts;
}

function side(rows: readonly Line[], x: number, which: 'left' | 'right'): Line[] {
  return rows.flatMap(row => {
    const segments = row.segments.filter(segment => (which === 'left' ? segment.right <= x : segment.x >= x));
    return segments.length > 0 ? [lineOfSegments(segments)] : [];
  });
}

/** From `rows[at]` on, the rows that leave one common gap free, when at least three have text on both sides. */
function gutterZone(rows: readonly Line[], at: number): { count: number; x: number; prose: boolean } | null {
  const first = rows[at];
  if (!first || first.segments.length < 2) return null;
  let best: { count: number; x: number; prose: boolean } | null = null;
  for (let s = 1; s < first.segments.length; s++) {
    let left = first.segments[s - 1]?.right ?? 0;
    let right = first.segments[s]?.x ?? 0;
    let count = 0;
    let both = 0;
    for (const row of rows.slice(at)) {
      const before = row.segments.filter(segment => segment.x < (left + right) / 2).at(-1)?.right ?? left;
      const after = row.segments.find(segment => segment.x >= (left + right) / 2)?.x ?? right;
      const [nextLeft, nextRight] = [Math.max(left, before), Math.min(right, after)];
      if (nextRight - nextLeft < row.size * 0.8) break;
      const previous = rows[at + count - 1];
      // White space across the page ends a zone; paragraphs inside columns do not align.
      if (count > 0 && previous && row.y - previous.y > Math.max(40, row.size * 4)) break;
      [left, right] = [nextLeft, nextRight];
      count += 1;
      if (row.segments.some(one => one.right <= left + 1) && row.segments.some(one => one.x >= right - 1))
        both += 1;
    }
    const members = rows.slice(at, at + count);
    const x = (left + right) / 2;
    if (both >= 3 && (best === null || count > best.count)) best = { count, x, prose: isProse(members, x) };
  }
  return best;
}

/** Prose fills its column from edge to edge, line after line; table cells and form labels do not. */
function isProse(rows: readonly Line[], x: number): boolean {
  return (['left', 'right'] as const).every(which => {
    const lines = side(rows, x, which).filter(line => line.segments.length === 1);
    if (lines.length < 4) return false;
    const right = Math.max(...lines.map(line => line.right));
    const left = Math.min(...lines.map(line => line.x));
    const full = lines.filter(line => line.right > right - (right - left) * 0.2).length;
    const length = lines.reduce((sum, line) => sum + line.text.length, 0) / lines.length;
    return full >= lines.length * 0.45 && length >= 22;
  });
}

/** Numbers lines in reading order; lines of one table row that share a baseline share a number. */
function number(pieces: readonly Piece[]): void {
  let next = 1;
  for (const piece of pieces) {
    if (piece.kind === 'line') {
      piece.line.number = next++;
      continue;
    }
    let y = Number.NEGATIVE_INFINITY;
    for (const line of piece.contents.flat().sort((a, b) => a.y - b.y)) {
      if (line.y - y > line.size * 0.4) {
        next += 1;
        y = line.y;
      }
      line.number = next - 1;
    }
  }
}
