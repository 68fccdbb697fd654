// The rows and cells of a sheet (`sheetData`, ECMA-376-1 §18.3.1.80) as they stream by: values as a person sees
// them, hidden rows, heights. Rows and cells without a reference stand after the one before them (§18.3.1.4).
import type { Cell, Rect, Span } from '../../contract/source-document.ts';
import type { Budget } from '../limits.ts';
import { decodeXstring } from '../xml/escape.ts';
import type { Attributes } from '../xml/stream.ts';
import { formatNumber } from './number-format.ts';
import { lastColumn, lastRow, parseCell, parseRange } from './reference.ts';
import type { SpanRecorder } from './spans.ts';
import { type CellStyle, isTrue, plainStyle } from './styles.ts';

export interface CellContext {
  strings: readonly string[];
  styles: readonly CellStyle[];
  date1904: boolean;
  budget: Budget;
}

export interface CellsRead {
  cells: Cell[];
  hiddenRows: Span[];
  rowHeights: { row: number; height: number }[];
  /** Ranges owned by an array formula or a data table; none of their cells can be set alone. */
  arrays: Rect[];
  /** Shared strings that are referred to but do not exist. */
  lostStrings: number;
}

export interface CellCollector {
  result: CellsRead;
  /** `name` without the prefix of the main namespace, `written` with it; `start` and `end` of the tag. */
  open(name: string, attributes: Attributes, written: string, start: number, end: number): void;
  close(name: string, start: number, end: number): void;
  text(piece: string): void;
}

/**
 * @param rowsHidden rows the sheet does not state are hidden (`zeroHeight`)
 * @param record takes the cells instead of the result: where they stand, not what they say
 */
export function collectCells(
  context: CellContext,
  rowsHidden: () => boolean,
  zerosShown: () => boolean,
  record: SpanRecorder | null,
): CellCollector {
  const { budget, strings, styles, date1904 } = context;
  const result: CellsRead = {
    cells: [],
    hiddenRows: [],
    rowHeights: [],
    arrays: [],

    lostStrings: 0,
  };
  let row = 0;
  let column = 0;
  let inCell = false;
  let style: CellStyle = plainStyle;
  let type: string | undefined;
  let formula = false;
  let value = '';
  let inline = '';
  let collecting: 'value' | 'inline' | null = null;
  let phonetic = 0;

  return {
    result,
    open(name, attributes, written, start, end) {
      if (name === 'c') {
        startCell(attributes);
        record?.startCell(column, start);
      } else if (!inCell) {
        if (name !== 'row') return;
        startRow(attributes);
        record?.startRow(row, written, start, end);
      } else if (name === 'v') collecting = 'value';
      else if (name === 'f') startFormula(attributes);
      else if (name === 't') collecting = phonetic === 0 ? 'inline' : null;
      else if (name === 'rPh') phonetic += 1;
    },
    close(name, start, end) {
      if (name === 'v' || name === 't') collecting = null;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'c' && inCell) {
        endCell(end);
      } else if (name === 'row') record?.endRow(start, end);
    },
    text(piece) {
      if (collecting === 'value') value += piece;
      else if (collecting === 'inline') inline += piece;
    },
  };

  function startRow(attributes: Attributes): void {
    const before = row;
    const stated = attributes.get('r');
    const height = attributes.get('ht');
    row = stated === undefined ? row + 1 : Number(stated);
    column = 0;
    if (!(row >= 1 && row <= lastRow)) row = lastRow;
    if (rowsHidden() && row > before + 1) hide(before + 1, row - 1);
    if (isTrue(attributes.get('hidden')) || height === '0') hide(row, row);
    if (Number(height) > 0) result.rowHeights.push({ row, height: Number(height) });
  }

  function hide(from: number, to: number): void {
    const last = result.hiddenRows.at(-1);
    if (last && last.to === from - 1) last.to = to;
    else result.hiddenRows.push({ from, to });
  }

  function startCell(attributes: Attributes): void {
    budget.spend('cells');
    const stated = attributes.get('r');
    const at = stated === undefined ? null : parseCell(stated);
    if (at) {
      row = at.row;
      column = at.column;
    } else column = Math.min(column + 1, lastColumn);
    // A fill asks where cells stand, and about formats only when the sheet is protected.
    if (styles.length > 0) {
      const index = attributes.get('s');
      style = (index === undefined ? styles[0] : styles[Number(index)]) ?? plainStyle;
    }
    if (!record) type = attributes.get('t');
    formula = false;
    value = '';
    inline = '';
    inCell = true;
  }

  function startFormula(attributes: Attributes): void {
    formula = true;
    const kind = attributes.get('t');
    if (kind !== 'array' && kind !== 'dataTable') return;
    const rect = parseRange(attributes.get('ref') ?? '');
    if (rect) result.arrays.push(rect);
  }

  function endCell(end: number): void {
    inCell = false;
    if (record) {
      record.endCell(end, formula, style.locked);
      return;
    }
    const { text, kind } = read();
    result.cells.push({ row, column, text, kind, formula, locked: style.locked, look: style.look });
  }

  function read(): { text: string; kind: Cell['kind'] } {
    if (type === 's') {
      if (value === '') return blank;
      const text = strings[Number(value)];
      if (text === undefined) result.lostStrings += 1;
      return text ? { text, kind: 'text' } : blank;
    }
    if (type === 'inlineStr' || type === 'str') {
      const text = decodeXstring(type === 'str' ? value : inline || value);
      budget.spend('textLength', text.length);
      return text || formula ? { text, kind: 'text' } : blank;
    }
    if (value === '') return blank;
    if (type === 'b') return { text: isTrue(value.trim()) ? 'TRUE' : 'FALSE', kind: 'boolean' };
    if (type === 'e') return { text: value, kind: 'error' };
    if (type === 'd') return { text: value.replace(/T00:00:00(\.0+)?Z?$/, ''), kind: 'number' };
    const number = Number(value);
    if (!Number.isFinite(number)) return { text: value, kind: 'text' };
    return {
      text: number === 0 && !zerosShown() ? '' : formatNumber(number, style.format, date1904),
      kind: 'number',
    };
  }
}

const blank = { text: '', kind: 'blank' } as const;
