// Walks a filled sheet beside its original: both must read the same, character for character, except where the
// edits say a cell was replaced or put in. What stands there is handed back, to be read by another parser.
import type { CellEdit } from './plan-fill.ts';
import { cellName } from './reference.ts';
import { cellIndex, cellStride, type RowSpan, type SheetSpans } from './spans.ts';

/** The cells found at the places of the edits, in their order, or null when anything else differs. */
export function walkFilled(
  before: string,
  { rows, rowsElement, dimension }: SheetSpans,
  after: string,
  edits: readonly CellEdit[],
): string[] | null {
  if (!rowsElement) return null;
  const prefix = rowsElement.name.slice(0, rowsElement.name.lastIndexOf(':') + 1);
  const content = `><${prefix}is><${prefix}t xml:space="preserve">[^<]*</${prefix}t></${prefix}is></${prefix}c>`;
  const anyCell = new RegExp(`<${prefix}c((?:\\s[^<>]*?)?)(?:/>|\\s+t="inlineStr"${content})`, 'y');
  const anyDimension = /<[\w.:]*dimension\s[^<>]*>/y;
  const known = new Map(rows.map(row => [row.row, row]));
  const found: string[] = [];
  let a = 0;
  let b = 0;
  let same = true;

  if (dimension) {
    sameUntil(dimension.start);
    take(anyDimension);
    a = dimension.end;
  }
  const selfClosing = rowsElement.openEnd === rowsElement.end;
  if (selfClosing && edits.length > 0) opened(rowsElement);
  let next = 0;
  for (let at = 0; at < edits.length && same; ) {
    const number = edits[at]?.row ?? 0;
    const row = known.get(number);
    while ((rows[next]?.row ?? Number.POSITIVE_INFINITY) < number) next += 1;
    let end = at;
    while (edits[end]?.row === number) end += 1;
    const cells = edits.slice(at, end);
    if (row) walkRow(row, cells);
    else {
      if (!selfClosing) sameUntil(rows[next]?.start ?? rowsElement.closeStart);
      expect(`<${prefix}row r="${number}">`);
      for (const cell of cells) takeCell(cell, null);
      expect(`</${prefix}row>`);
    }
    at = end;
  }
  if (selfClosing && edits.length > 0) expect(`</${rowsElement.name}>`);
  sameUntil(before.length);
  return same && b === after.length ? found : null;

  function walkRow(row: RowSpan, cells: readonly CellEdit[]): void {
    const closed = row.openEnd === row.end;
    if (closed) opened(row);
    for (const cell of cells) {
      const old = cellIn(row, cell.column);
      if (!closed) sameUntil(old?.start ?? pointFor(row, cell.column));
      takeCell(cell, old ? before.slice(old.start, old.end) : null);
      if (old) a = old.end;
    }
    if (closed) expect(`</${row.name}>`);
  }

  function pointFor(row: RowSpan, column: number): number {
    for (let at = 0; at < row.cells.length; at += cellStride) {
      if ((row.cells[at] ?? 0) > column) return row.cells[at + 1] ?? row.closeStart;
    }
    return row.closeStart;
  }

  /** A tag that closed itself now opens: the same attributes, without the slash. */
  function opened(element: { start: number; end: number }): void {
    sameUntil(element.end - 2);
    expect('>');
    a = element.end;
  }

  /** The cell must say where it stands and keep its format; an old one may have left its place implied. */
  function takeCell({ row, column }: CellEdit, old: string | null): void {
    const attributes = take(anyCell) ?? '';
    const place = attribute(attributes, 'r');
    const stated = old === null ? cellName(row, column) : attribute(old, 'r');
    if (place !== stated || (old !== null && attribute(attributes, 's') !== attribute(old, 's')))
      same = false;
  }

  function sameUntil(end: number): void {
    const piece = before.slice(a, end);
    if (!after.startsWith(piece, b)) same = false;
    a = end;
    b += piece.length;
  }

  function expect(piece: string): void {
    if (!after.startsWith(piece, b)) same = false;
    b += piece.length;
  }

  function take(pattern: RegExp): string | null {
    pattern.lastIndex = b;
    const match = pattern.exec(after);
    if (!match) {
      same = false;
      return null;
    }
    b = pattern.lastIndex;
    if (pattern === anyCell) found.push(match[0]);
    return match[1] ?? null;
  }
}

function cellIn(row: RowSpan, column: number): { start: number; end: number } | null {
  const at = cellIndex(row, column);
  return at < 0 ? null : { start: row.cells[at + 1] ?? 0, end: row.cells[at + 2] ?? 0 };
}

const attributePatterns = {
  r: /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/,
  s: /\ss\s*=\s*(?:"([^"]*)"|'([^']*)')/,
};

/** An attribute of the first tag in a piece of XML, as written. */
function attribute(piece: string, name: 'r' | 's'): string | undefined {
  const end = piece.indexOf('>');
  const match = attributePatterns[name].exec(end < 0 ? piece : piece.slice(0, end));
  return match?.[1] ?? match?.[2];
}
