// Puts texts into cells of a worksheet part by splices: the edited `c` elements are replaced or inserted, the used
// range is widened, and every other character stays. Texts are written inline, so the shared strings and the
// calculation chain keep their bytes.
import { AppError } from '../../contract/outcome.ts';
import type { Rect } from '../../contract/source-document.ts';
import type { Budget } from '../limits.ts';
import { encodeXstring, escapeText } from '../xml/escape.ts';
import { type Splice, splice } from '../xml/splice.ts';
import { attributeOf, attributesOf, localName, nextTag, type Tag } from '../xml/tags.ts';
import type { CellEdit } from './plan-fill.ts';
import { cellName, parseCell, parseRange } from './reference.ts';

/** @param edits by row then column, each cell once */
export function patchSheet(text: string, part: string, edits: readonly CellEdit[], budget: Budget): string {
  const splices: Splice[] = [];
  const columnStyles: { from: number; to: number; style: string }[] = [];
  let pending = 0;
  let prefix = '';
  let tag = nextTag(text, 0);

  while (tag && localName(tag.name) !== 'sheetData') {
    const local = localName(tag.name);
    if (local === 'worksheet') prefix = tag.name.slice(0, -local.length);
    if (local === 'dimension') widen(tag);
    if (local === 'col') {
      const { min, max, style } = Object.fromEntries(attributesOf(text, tag));
      if (style !== undefined) columnStyles.push({ from: Number(min), to: Number(max), style });
    }
    tag = nextTag(text, tag.end);
  }
  if (!tag) throw unusable(part, 'it has no rows element');
  if (tag.kind === 'empty') splices.push(opened(tag, newRowsBefore(Number.POSITIVE_INFINITY)));
  else patchRows(tag.end);
  return splice(text, splices);

  function patchRows(from: number): void {
    let row = 0;
    let next = nextTag(text, from);
    while (next && !(next.kind === 'close' && localName(next.name) === 'sheetData')) {
      budget.tick();
      const at = next;
      if (at.kind !== 'close' && at.name === `${prefix}row`) {
        const stated = attributeOf(text, at, 'r');
        const number = stated === undefined ? row + 1 : Number(stated);
        if (!(number > row)) throw unusable(part, 'its rows are not in order');
        row = number;
        insert(at.start, newRowsBefore(row));
        if (edits[pending]?.row === row) next = patchRow(at, row, rowStyle(attributesOf(text, at)));
        else if (at.kind === 'open') next = endOf(at);
      }
      next = next && nextTag(text, next.end);
    }
    if (!next) throw unusable(part, 'it ends early');
    insert(next.start, newRowsBefore(Number.POSITIVE_INFINITY));
  }

  /** Edits the cells of one row; returns the tag that ends it. */
  function patchRow(row: Tag, number: number, style: string | undefined): Tag {
    if (row.kind === 'empty') {
      splices.push(opened(row, newCellsBefore(number, Number.POSITIVE_INFINITY, style)));
      return row;
    }
    let column = 0;
    let next = nextTag(text, row.end);
    while (next && !(next.kind === 'close' && next.name === row.name)) {
      budget.tick();
      if (next.kind !== 'close' && next.name === `${prefix}c`) {
        const reference = attributeOf(text, next, 'r');
        const at = reference === undefined ? column + 1 : (parseCell(reference)?.column ?? 0);
        if (!(at > column)) throw unusable(part, 'its cells are not in order');
        column = at;
        insert(next.start, newCellsBefore(number, column, style));
        const end: Tag = next.kind === 'empty' ? next : endOf(next);
        const edit = edits[pending];
        if (edit?.row === number && edit.column === column) {
          splices.push({ start: next.start, end: end.end, text: cell(keptAttributes(next), edit.value) });
          pending += 1;
        }
        next = end;
      }
      next = nextTag(text, next.end);
    }
    if (!next) throw unusable(part, 'it ends early');
    insert(next.start, newCellsBefore(number, Number.POSITIVE_INFINITY, style));
    return next;
  }

  /** The closing tag of a row or a cell; neither can hold another of its name. */
  function endOf(open: Tag): Tag {
    const closing = `</${open.name}`;
    let start = text.indexOf(closing, open.end);
    while (start >= 0 && !/[\s>]/.test(text.charAt(start + closing.length)))
      start = text.indexOf(closing, start + 1);
    const close = start < 0 ? null : nextTag(text, start);
    if (!close) throw unusable(part, 'it ends early');
    return close;
  }

  function newRowsBefore(row: number): string {
    let out = '';
    for (let edit = edits[pending]; edit && edit.row < row; edit = edits[pending]) {
      const cells = newCellsBefore(edit.row, Number.POSITIVE_INFINITY, undefined);
      out += `<${prefix}row r="${edit.row}">${cells}</${prefix}row>`;
    }
    return out;
  }

  /** Cells the file does not state take the format of their row, else of their column, as when typed in Excel. */
  function newCellsBefore(row: number, column: number, rowFormat: string | undefined): string {
    let out = '';
    for (let edit = edits[pending]; edit && edit.row === row && edit.column < column; edit = edits[pending]) {
      const at = edit.column;
      const style = rowFormat ?? columnStyles.find(({ from, to }) => at >= from && at <= to)?.style;
      out += cell(` r="${cellName(row, at)}"${style === undefined ? '' : ` s="${style}"`}`, edit.value);
      pending += 1;
    }
    return out;
  }

  function insert(start: number, addition: string): void {
    if (addition) splices.push({ start, end: start, text: addition });
  }

  /** The attributes as written, without the old value's type and what only makes sense with the old value. */
  function keptAttributes(tag: Tag): string {
    const raw = text.slice(tag.start + 1 + tag.name.length, tag.end - (tag.kind === 'empty' ? 2 : 1));
    return raw.replace(/\s+(?:t|cm|vm|ph)\s*=\s*(?:"[^"]*"|'[^']*')/g, '').trimEnd();
  }

  function cell(attributes: string, value: string): string {
    if (value === '') return `<${prefix}c${attributes}/>`;
    const content = escapeText(encodeXstring(value.toWellFormed()));
    return `<${prefix}c${attributes} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${content}</${prefix}t></${prefix}is></${prefix}c>`;
  }

  /** A self-closing tag with content put into it. */
  function opened(tag: Tag, content: string): Splice {
    return { start: tag.end - 2, end: tag.end, text: `>${content}</${tag.name}>` };
  }

  function widen(tag: Tag): void {
    const stated = attributesOf(text, tag).get('ref') ?? '';
    const used = parseRange(stated);
    if (!used) return;
    const wider = edits.reduce<Rect>(
      (rect, { row, column }) => ({
        top: Math.min(rect.top, row),
        left: Math.min(rect.left, column),
        bottom: Math.max(rect.bottom, row),
        right: Math.max(rect.right, column),
      }),
      used,
    );
    const ref = `${cellName(wider.top, wider.left)}:${cellName(wider.bottom, wider.right)}`;
    if (JSON.stringify(wider) === JSON.stringify(used)) return;
    const start = text.indexOf(stated, tag.start);
    splices.push({ start, end: start + stated.length, text: ref });
  }
}

/** The format of a whole row counts only when the row says so (`customFormat`, ECMA-376-1 §18.3.1.73). */
function rowStyle(attributes: Map<string, string>): string | undefined {
  const custom = attributes.get('customFormat');
  return custom === '1' || custom === 'true' ? attributes.get('s') : undefined;
}

function unusable(part: string, why: string): AppError {
  return new AppError(
    'fill-refused',
    `The sheet in “${part}” is not laid out as Excel lays it out (${why}), so nothing was written. Open the file in Excel or LibreOffice, save a new copy, and load that copy.`,
    { part, why },
  );
}
