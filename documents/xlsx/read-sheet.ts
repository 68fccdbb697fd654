// One worksheet part in one pass: cells, merges, protection, columns, validations. The root's prefix is the
// prefix of the main namespace, so files that write `<x:row>` read the same, and look-alikes from drawing
// namespaces (`<xdr:row>` in control anchors) do not.
import type { Grid, Rect, Span } from '../../contract/source-document.ts';
import { type Attributes, streamXml } from '../xml/stream.ts';
import { localName } from '../xml/tags.ts';
import { type CellContext, collectCells } from './read-cells.ts';
import { collectValidations, type ValidationRule } from './read-validations.ts';
import { lastColumn, parseRange } from './reference.ts';
import { recordSpans, type SheetSpans } from './spans.ts';
import { isFalse, isTrue } from './styles.ts';

export interface SheetRead {
  grid: Grid;
  rules: ValidationRule[];
  arrays: Rect[];
  lostStrings: number;
  spans: SheetSpans | null;
}

type SheetHead = Pick<Grid, 'name' | 'index' | 'state'>;

/** @param spans instead of cells keep where rows and cells stand, for a fill */
export function readSheet(
  text: string,
  part: string,
  head: SheetHead,
  context: CellContext,
  spans: boolean,
): SheetRead {
  const { budget, styles } = context;
  const merges: Rect[] = [];
  const hiddenColumns: Span[] = [];
  const unlockedColumns: Span[] = [];
  const columnWidths: Grid['columnWidths'] = [];
  let isProtected = false;
  let zerosShown = true;
  let rowsHidden = false;
  let columnsHidden = false;
  let lastStatedColumn = 0;
  let prefix = '';
  let inCells = false;
  let inValidations = false;
  let depth = 0;
  const record = spans ? recordSpans() : null;
  const cells = collectCells(
    context,
    () => rowsHidden,
    () => zerosShown,
    record,
  );
  const validations = collectValidations(budget);

  streamXml(text, part, budget, {
    open(written, attributes, start, end) {
      depth += 1;
      if (depth === 1) {
        prefix = written.slice(0, written.lastIndexOf(':') + 1);
        return;
      }
      const name = prefix ? bare(written) : written;
      if (depth === 2) {
        inCells = name === 'sheetData';
        inValidations = name === 'dataValidations' || name === 'extLst';
        if (inCells) record?.startRows(written, start, end);
        else if (name === 'dimension') record?.dimension(start, end);
      }
      if (inCells) cells.open(name, attributes, written, start, end);
      else if (inValidations) validations.open(localName(written), attributes);
      else readSetting(name, attributes);
    },
    close(written, start, end) {
      depth -= 1;
      if (inCells && depth > 1) cells.close(prefix ? bare(written) : written, start, end);
      else if (inCells && depth === 1) record?.endRows(start, end);
      else if (inValidations) validations.close(localName(written));
    },
    text(piece) {
      if (inCells) cells.text(piece);
      else if (inValidations) validations.text(piece);
    },
  });

  const { result } = cells;
  return {
    grid: {
      ...head,
      kind: 'sheet',
      protected: isProtected,
      ...usedSize(result.cells, merges),
      cells: inOrder(result.cells),
      merges,
      hiddenRows: result.hiddenRows,
      hiddenColumns,
      unlockedColumns,
      validations: validations.rules.map(rule => rule.validation),
      columnWidths,
      rowHeights: result.rowHeights,
    },
    rules: validations.rules,
    arrays: result.arrays,
    lostStrings: result.lostStrings,
    spans: record?.spans ?? null,
  };

  function bare(written: string): string {
    return written.startsWith(prefix) ? written.slice(prefix.length) : written;
  }

  function readSetting(name: string, attributes: Attributes): void {
    if (name === 'mergeCell') readMerge(attributes.get('ref') ?? '');
    else if (name === 'col') readColumn(attributes);
    else if (name === 'sheetProtection') isProtected = isTrue(attributes.get('sheet'));
    else if (name === 'sheetView') zerosShown = !isFalse(attributes.get('showZeros'));
    else if (name === 'sheetFormatPr') {
      rowsHidden = isTrue(attributes.get('zeroHeight'));
      columnsHidden = attributes.get('defaultColWidth') === '0';
    }
  }

  function readMerge(ref: string): void {
    budget.spend('merges');
    const rect = parseRange(ref);
    if (rect && (rect.bottom > rect.top || rect.right > rect.left)) merges.push(rect);
  }

  function readColumn(attributes: Attributes): void {
    const from = Number(attributes.get('min'));
    const to = Math.min(Number(attributes.get('max')), lastColumn);
    if (!(from >= 1 && to >= from)) return;
    if (columnsHidden && from > lastStatedColumn + 1)
      hiddenColumns.push({ from: lastStatedColumn + 1, to: from - 1 });
    lastStatedColumn = to;
    const width = attributes.get('width');
    if (isTrue(attributes.get('hidden')) || width === '0') hiddenColumns.push({ from, to });
    if (Number(width) > 0) columnWidths.push({ from, to, width: Number(width) });
    const style = attributes.get('style');
    if (style !== undefined && styles[Number(style)]?.locked === false) {
      unlockedColumns.push({ from, to });
    }
  }
}

/** Cells are stated by row then column; the few producers that do not are put right. */
function inOrder(cells: Grid['cells']): Grid['cells'] {
  const sorted = cells.every((cell, index) => {
    const before = cells[index - 1];
    return !before || before.row < cell.row || (before.row === cell.row && before.column < cell.column);
  });
  return sorted ? cells : cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

function usedSize(cells: Grid['cells'], merges: readonly Rect[]): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  for (const cell of cells) {
    if (cell.row > rows) rows = cell.row;
    if (cell.column > columns) columns = cell.column;
  }
  for (const merge of merges) {
    if (merge.bottom > rows) rows = merge.bottom;
    if (merge.right > columns) columns = merge.right;
  }
  return { rows, columns };
}
