// A faithful small picture of the customer's sheet around a row: words, merges, fills, widths, and the role each
// cell plays, so that a person recognises the place and can correct the roles on it.

import { sayPlace } from '../contract/place.ts';
import type { Questionnaire } from '../contract/questionnaire.ts';
import type { Picture } from '../contract/review.ts';
import type { Grid, SourceDocument } from '../contract/source-document.ts';
import { regionName } from './find/grid-regions.ts';
import { type GridView, viewGrid } from './find/grid-view.ts';
import { cellPlace } from './find/places.ts';

/** More columns than this do not fit a picture; those with a role come first. */
const mostColumns = 40;
/** Words of one cell; a picture is not a reader. */
const mostCharacters = 400;

/**
 * @param regionId id of a region of the questionnaire
 * @param fromRow first row shown, from 1
 * @param rows how many rows are shown
 * @returns null when the region is not a grid (running text) or unknown
 */
export function pictureOf(
  document: SourceDocument,
  questionnaire: Questionnaire,
  regionId: string,
  fromRow: number,
  rows: number,
): Picture | null {
  const region = questionnaire.regions.find(one => one.id === regionId);
  const grid = region && gridOf(document, regionId);
  if (!region || !grid) return null;
  const view = viewGrid(grid, true);
  const firstRow = Math.max(1, Math.min(fromRow, Math.max(1, grid.rows)));
  const lastRow = Math.min(Math.max(grid.rows, firstRow), firstRow + Math.max(1, rows) - 1);
  const roles = new Map(region.columns.map(column => [column.column, column.role as string]));
  const columns = columnsShown(view, [...roles.keys()]);
  const slotRoles = rolesOfSlots(questionnaire, grid);
  const asks = rowsThatAsk(questionnaire, grid, columns);
  const cells: Picture['cells'] = [];
  for (let row = firstRow; row <= lastRow; row += 1) {
    const roleOf = (column: number) => {
      const role = roles.get(column) ?? null;
      return role === 'question' && !asks(view.owner(row, column).row) ? null : role;
    };
    for (const column of columns) {
      const cell = pictureCell(
        view,
        row,
        column,
        firstRow,
        lastRow,
        columns,
        roleOf,
        slotRoles,
        region.headerRows,
      );
      if (cell) cells.push(cell);
    }
  }
  return {
    label: region.label,
    firstRow,
    firstColumn: columns[0] ?? 1,
    rows: Array.from({ length: lastRow - firstRow + 1 }, (_, step) => firstRow + step).map(row => ({
      row,
      hidden: view.hiddenRow(row),
      height: grid.rowHeights.find(one => one.row === row)?.height ?? null,
      ...(grid.cellStarts?.[row] ? { starts: grid.cellStarts[row] } : {}),
    })),
    columns: columns.map(column => ({
      column,
      hidden: view.hiddenColumn(column),
      width: grid.columnWidths.find(one => column >= one.from && column <= one.to)?.width ?? null,
    })),
    cells,
  };
}

function gridOf(document: SourceDocument, regionId: string): Grid | null {
  const grids = [
    ...document.grids,
    ...document.blocks.flatMap(block => (block.kind === 'table' ? [block.grid] : [])),
  ];
  return grids.find(grid => regionId.startsWith(`${regionName(grid)}#`)) ?? null;
}

function columnsShown(view: GridView, withRole: number[]): number[] {
  const all = [...new Set([...view.contentColumns, ...withRole])].sort((a, b) => a - b);
  const first = all[0] ?? 1;
  const last = Math.max(all.at(-1) ?? 1, first);
  if (last - first < mostColumns) return Array.from({ length: last - first + 1 }, (_, step) => first + step);
  return all.slice(0, mostColumns);
}

/** Answer cells by place, each with the role of its slot. */
function rolesOfSlots(
  questionnaire: Questionnaire,
  grid: Grid,
): (row: number, column: number) => string | null {
  const bySlot = new Map<string, string>();
  for (const question of questionnaire.questions) {
    for (const slot of question.slots)
      bySlot.set(sayPlace(slot.at), slot.purpose === 'comment' ? 'comment' : slot.role);
  }
  return (row, column) => bySlot.get(sayPlace(cellPlace(grid, row, column))) ?? null;
}

/** Whether a row asks something: a column of questions holds titles and blanks too. */
function rowsThatAsk(
  questionnaire: Questionnaire,
  grid: Grid,
  columns: readonly number[],
): (row: number) => boolean {
  const places = questionnaire.questions.map(({ at }) => at);
  // Questions of a PDF's tables stand on lines of pages, which tell nothing about cells.
  if (!places.some(at => 'sheet' in at || 'column' in at || 'table' in at)) return () => true;
  const asked = new Set(places.map(sayPlace));
  return row => columns.some(column => asked.has(sayPlace(cellPlace(grid, row, column))));
}

function pictureCell(
  view: GridView,
  row: number,
  column: number,
  firstRow: number,
  lastRow: number,
  columns: number[],
  roleOf: (column: number) => string | null,
  slotRole: (row: number, column: number) => string | null,
  headerRows: number[],
): Picture['cells'][number] | null {
  const merge = view.merge(row, column);
  // A merge that starts above or left of the picture is drawn from the first cell in sight.
  const top = merge ? Math.max(merge.top, firstRow) : row;
  const left = merge ? Math.max(merge.left, columns[0] ?? merge.left) : column;
  if (merge && (top !== row || left !== column)) return null;
  const owner = view.owner(row, column);
  const stated = view.cell(owner.row, owner.column);
  const list = view.list(owner.row, owner.column) !== null;
  const text = view.shown(row, column);
  const slot = slotRole(owner.row, owner.column);
  const header = headerRows.includes(row);
  if (!stated && !merge && !list && slot === null) return null;
  return {
    row,
    column,
    text: text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text,
    rowSpan: merge ? Math.min(merge.bottom, lastRow) - row + 1 : 1,
    columnSpan: merge ? columns.filter(one => one >= column && one <= merge.right).length : 1,
    bold: stated?.look.bold ?? false,
    fill: stated?.look.fill ?? null,
    color: stated?.look.color ?? null,
    role: slot ?? (header ? null : roleOf(column)),
    list,
  };
}
