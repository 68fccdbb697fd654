// A `w:tbl` as a grid: columns are grid columns, so a cell over two of them is a merge and the next cell keeps
// its place under its header (ECMA-376-1 §17.4). Rows and cells wrapped in content controls count like others.
import type { Cell, Grid, Rect } from '../../contract/source-document.ts';
import type { Budget } from '../limits.ts';
import { emptyGrid } from '../table-grid.ts';
import type { XmlElement } from '../xml/tree.ts';
import { attribute, child, path, toggle, valOf } from './element.ts';

export interface RawCell {
  element: XmlElement;
  /** The content control around the cell, when there is one. */
  wrapper: XmlElement | null;
  /** Counts the cells of its row, from 0. */
  number: number;
  /** From 0, in grid columns. */
  column: number;
  span: number;
  continues: boolean;
  restarts: boolean;
}

export interface RawRow {
  element: XmlElement;
  deleted: boolean;
  header: boolean;
  cells: RawCell[];
}

const widest = 2_000; // grid columns; Word allows 63

export function rowsOf(text: string, table: XmlElement, budget: Budget): RawRow[] {
  return unwrapped(table, 'tr').map(({ element }) => {
    const properties = child(element, 'trPr');
    let column = Number(valOf(text, properties, 'gridBefore') ?? 0);
    const cells = unwrapped(element, 'tc').map(({ element: tc, wrapper }, number): RawCell => {
      budget.spend('cells');
      const tcPr = child(tc, 'tcPr');
      const span = Math.min(widest, Math.max(1, Number(valOf(text, tcPr, 'gridSpan') ?? 1) || 1));
      const merge = child(tcPr, 'vMerge');
      const restarts = merge !== undefined && attribute(text, merge, 'val') === 'restart';
      const cell = {
        element: tc,
        wrapper,
        number,
        column,
        span,
        continues: merge !== undefined && !restarts,
        restarts,
      };
      column = Math.min(widest, column + span);
      return cell;
    });
    return {
      element,
      deleted: child(properties, 'del') !== undefined,
      header: toggle(text, properties, 'tblHeader') ?? false,
      cells,
    };
  });
}

/** Children with the local name, through content controls and custom XML, with the control around each. */
function unwrapped(
  parent: XmlElement,
  local: string,
  wrapper: XmlElement | null = null,
): { element: XmlElement; wrapper: XmlElement | null }[] {
  return parent.children.flatMap(one => {
    if (one.local === local) return [{ element: one, wrapper }];
    if (one.local === 'sdt') {
      const content = child(one, 'sdtContent');
      return content ? unwrapped(content, local, one) : [];
    }
    return one.local === 'customXml' || one.local === 'ins' ? unwrapped(one, local, wrapper) : [];
  });
}

export interface ReadCell {
  text: string;
  look: Cell['look'];
  fields: Cell['fields'];
}

/** The grid of a table; `read` gives a cell's words and is called for every cell that is not a continuation. */
export function gridOf(
  text: string,
  table: XmlElement,
  rows: readonly RawRow[],
  read: (row: number, cell: RawCell) => ReadCell,
): Grid {
  const grid = emptyGrid(0);
  const open = new Map<number, Rect>();
  for (const [index, row] of rows.entries()) {
    if (row.cells.some(({ number, column }) => number !== column)) {
      grid.cellStarts ??= {};
      grid.cellStarts[index + 1] = row.cells.map(({ column }) => column + 1);
    }
    for (const cell of row.cells) {
      const last = cell.column + cell.span;
      grid.columns = Math.max(grid.columns, last);
      const above = open.get(cell.column);
      if (cell.continues && above && above.right === last) {
        above.bottom = index + 1;
        read(index, cell);
        continue;
      }
      const words = read(index, cell);
      const rect = { top: index + 1, left: cell.column + 1, bottom: index + 1, right: last };
      for (let column = cell.column; column < last; column++) open.delete(column);
      if (cell.restarts) open.set(cell.column, rect);
      if (cell.restarts || cell.span > 1) grid.merges.push(rect);
      if (row.deleted) continue;
      const fill = attribute(text, path(cell.element, 'tcPr', 'shd'), 'fill');
      if (fill && /^[0-9a-f]{6}$/i.test(fill)) words.look.fill = fill.toUpperCase();
      grid.cells.push({
        row: index + 1,
        column: cell.column + 1,
        text: words.text,
        kind: words.text === '' ? 'blank' : 'text',
        formula: false,
        locked: false,
        look: words.look,
        ...(words.fields && words.fields.length > 0 ? { fields: words.fields } : {}),
      });
    }
  }
  grid.rows = rows.length;
  grid.merges = grid.merges.filter(rect => rect.bottom > rect.top || rect.right > rect.left);
  grid.columnWidths = (child(table, 'tblGrid')?.children ?? []).flatMap((column, index) => {
    const twips = Number(attribute(text, column, 'w') ?? 0);
    // A character of an 11 point font is about 110 twentieths of a point wide.
    return twips > 0 ? [{ from: index + 1, to: index + 1, width: Math.round(twips / 110) }] : [];
  });
  return grid;
}
