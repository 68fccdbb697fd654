// Laid-out pages to the blocks of the neutral model: text with its room, tables that run over pages as one grid.
import type { PagePlace } from '../../contract/place.ts';
import type { Block, Cell, Rect, TableBlock, TextBlock } from '../../contract/source-document.ts';
import { emptyGrid, plainCell } from '../table-grid.ts';
import { endsSentence } from '../text/lines.ts';
import { typedBlanks } from '../typed-blanks.ts';
import type { Analysis } from './analyse.ts';
import { type Body, flowOf, type LimitedLine } from './flow.ts';
import { type Hyphens, joinLines } from './joining.ts';
import type { LaidBlock } from './laid-block.ts';
import type { PageContent } from './page-content.ts';
import type { Piece, TablePiece } from './pieces.ts';
import { placeWidgets } from './widgets.ts';

export function blocksOf(analysis: Analysis): Block[] {
  return joinPages(layBlocks(analysis), analysis.body.hyphens);
}

/** The blocks of each page with their geometry, before pages are joined. */
export function layBlocks(analysis: Analysis): LaidBlock[] {
  const laid: LaidBlock[] = [];
  for (const { page, pieces } of analysis.pages) {
    const onPage = pageBlocks(page, pieces, analysis.body);
    placeWidgets(page, onPage);
    if (analysis.recognised.has(page.page)) for (const one of onPage) markRecognised(one.block);
    laid.push(...onPage);
  }
  return laid;
}

function markRecognised(block: Block): void {
  if (block.kind !== 'table') block.recognised = true;
}

function pageBlocks(page: PageContent, pieces: readonly Piece[], body: Body): LaidBlock[] {
  const laid: LaidBlock[] = [];
  let run: LimitedLine[] = [];
  const flush = (below: number) => {
    if (run.length > 0) laid.push(...runBlocks(run, page, body, below));
    run = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'line') {
      const last = run.at(-1)?.line;
      // Back up the page: a new column begins.
      if (last && piece.line.y < last.y - 2) flush(page.height * 0.95);
      run.push({ line: piece.line, limit: piece.limit });
    } else {
      flush(piece.top);
      laid.push({ block: tableBlock(piece, page, body), page, flow: null, piece });
    }
  }
  flush(page.height * 0.95);
  return laid;
}

function runBlocks(run: readonly LimitedLine[], page: PageContent, body: Body, end: number): LaidBlock[] {
  const flows = flowOf(run, body);
  return flows.map((flow, index) => {
    const next = flows[index + 1]?.lines[0];
    const first = flow.lines[0];
    const last = flow.lines.at(-1);
    const below = (next ? next.y - next.size : end) - (last?.y ?? 0);
    const margin = Math.min(...run.map(({ line }) => line.x));
    const edge = Math.max(flow.limit, Math.min(page.width - margin, page.width - 36));
    const block: TextBlock = {
      kind: flow.kind,
      text: flow.text,
      level: flow.level,
      marker: flow.marker,
      at: { page: page.page, line: first?.number ?? 1 },
      fields: typedBlanks(flow.text),
      room: {
        right: Math.max(0, Math.round(edge - (last?.right ?? edge))),
        below: Math.max(0, Math.round(below)),
      },
      ...(flow.bold ? { look: { bold: true } } : {}),
    };
    return { block, page, flow, piece: null };
  });
}

function tableBlock(piece: TablePiece, page: PageContent, body: Body): TableBlock {
  const { lattice, contents } = piece;
  const cells: Cell[] = lattice.cells.map((box, index) => {
    const flows = flowOf(
      (contents[index] ?? []).map(line => ({ line, limit: box.right - 4 })),
      body,
    );
    const text = flows.map(flow => (flow.marker ? `${flow.marker} ${flow.text}` : flow.text)).join('\n');
    const cell = plainCell(box.rect.top, box.rect.left, text);
    if (flows.length > 0 && flows.every(flow => flow.bold)) cell.look.bold = true;
    const fields = typedBlanks(text);
    if (fields.length > 0) cell.fields = fields;
    return cell;
  });
  const merges: Rect[] = lattice.cells
    .map(box => box.rect)
    .filter(rect => rect.bottom > rect.top || rect.right > rect.left);
  const rowPlaces = Array.from({ length: lattice.rows }, (_, row): PagePlace => {
    const lines = lattice.cells.flatMap((box, index) =>
      box.rect.top === row + 1 ? (contents[index] ?? []) : [],
    );
    return { page: page.page, line: Math.min(...lines.map(line => line.number), 1e6) };
  });
  settleEmptyRows(
    rowPlaces,
    contents.flat().map(line => line.number),
  );
  const grid = { ...emptyGrid(0), rows: lattice.rows, columns: lattice.columns, cells, merges };
  return { kind: 'table', grid, at: rowPlaces[0] ?? { page: page.page, line: 1 }, rowPlaces };
}

/** A row without any word takes the place of the row before it. */
function settleEmptyRows(places: PagePlace[], numbers: readonly number[]): void {
  const first = numbers.length > 0 ? Math.min(...numbers) : 1;
  for (const [row, place] of places.entries())
    if (place.line === 1e6) place.line = places[row - 1]?.line ?? first;
}

/** What a page break cut in two is one again: tables (without a repeated header row) and sentences. */
function joinPages(laid: readonly LaidBlock[], hyphens: Hyphens): Block[] {
  const whole: LaidBlock[] = [];
  for (const one of laid) {
    const last = whole.at(-1);
    const [open, next] = [last?.block, one.block];
    if (open?.kind === 'table' && next.kind === 'table' && last && goesOn(last, one)) {
      append(open, next);
      whole[whole.length - 1] = { ...one, block: open };
    } else if (last && open && open.kind !== 'table' && next.kind === 'paragraph' && cutSentence(last, one)) {
      open.text = joinLines(open.text, next.text, hyphens);
      if (next.room) open.room = next.room;
      whole[whole.length - 1] = { ...one, block: open };
    } else whole.push(one);
  }
  const tables = whole.flatMap(({ block }) => (block.kind === 'table' ? [block] : []));
  for (const [index, table] of tables.entries()) {
    table.grid.index = index;
    table.grid.name = `Table ${index + 1}`;
  }
  return whole.map(({ block }) => block);
}

/** The last piece of a page stops in mid-sentence at its right edge and the first of the next page goes on. */
function cutSentence(before: LaidBlock, next: LaidBlock): boolean {
  const [a, b] = [before.flow, next.flow];
  if (!a || !b || next.page.page !== before.page.page + 1 || a.kind === 'heading') return false;
  const last = a.lines.at(-1);
  const first = b.lines[0];
  if (!last || !first || endsSentence(a.text) || before.block.kind === 'table' || next.block.kind === 'table')
    return false;
  const plain = before.block.fields.length + next.block.fields.length === 0;
  const lower = /^\p{Ll}/u.test(b.text);
  return plain && Math.abs(last.size - first.size) < 0.6 && (lower || last.right > a.limit * 0.85);
}

function goesOn(before: LaidBlock, next: LaidBlock): boolean {
  const [a, b] = [before.piece?.lattice, next.piece?.lattice];
  if (!a || !b || next.page.page !== before.page.page + 1 || a.columns !== b.columns) return false;
  const edges = (one: typeof a) =>
    [...new Set(one.cells.map(cell => Math.round(cell.left)))].sort((x, y) => x - y);
  const [left, right] = [edges(a), edges(b)];
  return left.length === right.length && left.every((x, index) => Math.abs(x - (right[index] ?? 0)) <= 4);
}

function append(open: TableBlock, more: TableBlock): void {
  const rowText = (block: TableBlock, row: number) =>
    block.grid.cells
      .filter(cell => cell.row === row)
      .map(cell => cell.text)
      .join('|');
  const repeated = rowText(more, 1) === rowText(open, 1) ? 1 : 0;
  const shift = open.grid.rows - repeated;
  for (const cell of more.grid.cells)
    if (cell.row > repeated) open.grid.cells.push({ ...cell, row: cell.row + shift });
  for (const rect of more.grid.merges)
    if (rect.top > repeated)
      open.grid.merges.push({ ...rect, top: rect.top + shift, bottom: rect.bottom + shift });
  open.rowPlaces?.push(...(more.rowPlaces ?? []).slice(repeated));
  open.grid.rows += more.grid.rows - repeated;
}
