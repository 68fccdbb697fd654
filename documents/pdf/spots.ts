// Room for an answer on a page that has no form fields: the blank a line ends with, the box its option stands
// beside, the empty cell of a table row, the white space after or below the question.
import type { FillEntry } from '../../contract/fill.ts';
import type { PagePlace } from '../../contract/place.ts';
import type { LaidBlock } from './laid-block.ts';
import type { LatticeCell } from './lattice.ts';
import type { Line } from './lines.ts';
import type { PageContent, Word } from './page-content.ts';
import { Refused, same } from './refused.ts';

/** Where text may be drawn, in points from the top left; each line is a place of its own. */
export interface Spot {
  page: number;
  lines: { x: number; y: number; width: number }[];
  /** Largest size to draw at. */
  size: number;
  /** Height for free wrapping from the first line down; null when only the given lines may be used. */
  height: number | null;
}

/** Width of a text in some font; only proportions matter. */
export type Measure = (text: string) => number;

/** Spots to try in order of preference; throws Refused when the place does not exist. */
export function spotsFor(laid: readonly LaidBlock[], entry: FillEntry, measure: Measure): Spot[] {
  const at = entry.at as PagePlace;
  for (const [index, one] of laid.entries()) {
    if (one.page.page !== at.page) continue;
    if (one.block.kind === 'table') {
      const row = one.block.rowPlaces?.findIndex(place => 'line' in place && place.line === at.line) ?? -1;
      if (row >= 0) return rowSpots(one, row + 1, entry, measure);
    } else if (one.flow?.lines.some(line => line.number === at.line))
      return textSpots(laid, index, entry, measure);
  }
  throw new Refused('no-such-place', 'The PDF has no such line.');
}

function rowSpots({ piece, page }: LaidBlock, row: number, entry: FillEntry, measure: Measure): Spot[] {
  if (!piece) return [];
  const { lattice, contents } = piece;
  const { cell: column } = entry.at as PagePlace;
  const inRow = lattice.cells
    .map((cell, index) => ({ cell, lines: contents[index] ?? [] }))
    .filter(({ cell }) => cell.rect.top === row);
  if (column !== undefined) {
    const own = inRow.find(({ cell }) => cell.rect.left <= column + 1 && column + 1 <= cell.rect.right);
    if (!own) throw new Refused('no-such-place', 'The table has no such column in this row.');
    if (own.lines.length > 0 && entry.role === 'mark') return boxesOf(own.lines, page, entry, measure);
    return own.lines.length === 0 ? [spotIn(page, own.cell, entry)] : [];
  }
  const empty = inRow.filter(({ lines }) => lines.length === 0).map(({ cell }) => cell);
  const wanted = entry.role === 'mark' ? entry.option : undefined;
  const chosen =
    wanted === undefined
      ? empty.sort((a, b) => b.right - b.left - (a.right - a.left))
      : empty.filter(cell => headerOf(piece, cell).some(words => same(words, wanted)));
  return chosen.map(cell => spotIn(page, cell, entry));
}

/** Words over a cell, in its column. */
function headerOf({ lattice, contents }: NonNullable<LaidBlock['piece']>, cell: LatticeCell): string[] {
  return lattice.cells.flatMap((other, index) => {
    const above = other.rect.left === cell.rect.left && other.rect.top < cell.rect.top;
    return above ? [(contents[index] ?? []).map(line => line.text).join(' ')] : [];
  });
}

/** A tick stands in the middle of its cell, words begin at its top left. */
function spotIn(page: PageContent, cell: LatticeCell, entry: FillEntry): Spot {
  if (entry.role !== 'mark') return boxSpot(page, cell);
  const [width, height] = [cell.right - cell.left, cell.bottom - cell.top];
  const size = Math.max(1, Math.min(11, width - 2, height - 3));
  const x = cell.left + (width - size * 0.67) / 2;
  const y = cell.top + (height + size * 0.7) / 2;
  return { page: page.page, lines: [{ x, y, width: size }], size, height: null };
}

function boxSpot(page: PageContent, cell: LatticeCell): Spot {
  const size = Math.min(9, cell.bottom - cell.top - 3);
  return {
    page: page.page,
    lines: [{ x: cell.left + 3, y: cell.top + size + 1, width: cell.right - cell.left - 6 }],
    size,
    height: cell.bottom - cell.top - 3,
  };
}

function textSpots(laid: readonly LaidBlock[], index: number, entry: FillEntry, measure: Measure): Spot[] {
  const { flow, page, block } = laid[index] ?? {};
  const at = entry.at as PagePlace;
  const line = flow?.lines.find(one => one.number === at.line);
  if (!flow || !page || !line || !block || block.kind === 'table') return [];
  if (entry.role === 'mark') return boxesOf(flow.lines, page, entry, measure);
  const blank = blankIn(line, measure);
  if (blank)
    return [
      {
        page: page.page,
        lines: [blank, ...moreBlanks(laid, index, blank, measure)],
        size: line.size,
        height: null,
      },
    ];
  const last = flow.lines.at(-1) ?? line;
  const room = block.room ?? { right: 0, below: 0 };
  const first = flow.lines[0] ?? line;
  const size = Math.min(9.5, line.size);
  const right: Spot = {
    page: page.page,
    lines: [{ x: last.right + 6, y: last.y, width: room.right - 8 }],
    size,
    height: null,
  };
  const top = last.y + last.size * 0.3;
  const below: Spot = {
    page: page.page,
    lines: [{ x: first.x, y: top + size, width: Math.max(last.right, flow.limit) - first.x }],
    size,
    height: freeBelow(page, last, room.below) - last.size * 0.4 - 1,
  };
  return [right, below];
}

/** White space under a line down to the next text or ruled line. */
function freeBelow(page: PageContent, line: Line, room: number): number {
  const rules = page.rules.filter(rule => rule.y1 === rule.y2 && rule.x1 < line.right && rule.x2 > line.x);
  return Math.min(room, ...rules.map(rule => rule.y1 - line.y).filter(gap => gap > line.size * 0.3));
}

/** Where a run of underscores stands in a line. */
function blankIn(line: Line, measure: Measure): { x: number; y: number; width: number } | null {
  for (const word of line.segments.flatMap(segment => segment.words)) {
    const match = /_{3,}/.exec(word.text);
    if (!match) continue;
    const [x, right] = spanOf(word, match.index, match[0].length, measure);
    // Words of one blank may be cut into several; take them all up to the next letter.
    const reach = line.segments
      .flatMap(segment => segment.words)
      .filter(other => other.x > word.x && /^_+$/.test(other.text))
      .reduce((edge, other) => (other.x - edge < other.size ? other.right : edge), right);
    return { x: x + 2, y: line.y - 1.5, width: reach - x - 4 };
  }
  return null;
}

/** Lines that are nothing but underscores right below a blank carry on with it. */
function moreBlanks(
  laid: readonly LaidBlock[],
  index: number,
  from: { x: number; width: number },
  measure: Measure,
) {
  const more: { x: number; y: number; width: number }[] = [];
  for (const { flow, page } of laid.slice(index + 1)) {
    const line = flow?.lines[0];
    if (
      !flow ||
      !line ||
      page.page !== laid[index]?.page.page ||
      !flow.lines.every(one => /^[_\s]+$/.test(one.text))
    )
      break;
    if (line.x > from.x + from.width) break;
    for (const one of flow.lines) {
      const blank = blankIn(one, measure);
      if (blank) more.push(blank);
    }
  }
  return more;
}

/** The box whose words are the option: the tick is drawn over it. */
function boxesOf(lines: readonly Line[], page: PageContent, entry: FillEntry, measure: Measure): Spot[] {
  const box = /[☐□❏❑⬜◻▢]|\[\s{0,2}\]/u;
  for (const line of lines) {
    const words = line.segments.flatMap(segment => segment.words);
    for (const [index, word] of words.entries()) {
      const match = box.exec(word.text);
      if (!match) continue;
      const rest = word.text.slice(match.index + match[0].length);
      const after = [rest, ...words.slice(index + 1).map(other => other.text)].join(' ').split(box)[0] ?? '';
      const before =
        [...words.slice(0, index).map(other => other.text), word.text.slice(0, match.index)]
          .join(' ')
          .split(box)
          .at(-1) ?? '';
      const wanted = entry.option ?? entry.value;
      // A box alone in its cell means what the words over its column say.
      const alone = lines.length === 1 && words.length === 1 && rest.trim() === '' && match.index === 0;
      if (!alone && !same(after, wanted) && !before.trim().toLowerCase().endsWith(wanted.toLowerCase()))
        continue;
      const [x, right] = spanOf(word, match.index, match[0].length, measure);
      return [
        {
          page: page.page,
          lines: [{ x: x + (right - x) * 0.15, y: line.y, width: right - x }],
          size: word.size,
          height: null,
        },
      ];
    }
  }
  throw new Refused('not-an-option', `No box here stands for “${entry.option ?? entry.value}”.`);
}

/** Left and right edge of a piece of a word, by the proportions of a usual font. */
function spanOf(word: Word, start: number, length: number, measure: Measure): [number, number] {
  const all = measure(word.text) || 1;
  const left = measure(word.text.slice(0, start)) / all;
  const right = measure(word.text.slice(0, start + length)) / all;
  return [word.x + left * (word.right - word.x), word.x + right * (word.right - word.x)];
}
