// The receipt of a filled workbook, from the two packages alone: which parts kept their bytes, whether changed
// sheets differ in the edited cells only, whether a fresh read gives the answers back, and what is counted
// before and after.
import type { Receipt } from '../../contract/fill.ts';
import type { Grid } from '../../contract/source-document.ts';
import { type Limits, startBudget } from '../limits.ts';
import { comparePackages, sha256 } from '../receipt.ts';
import { decodeXml } from '../xml/encoding.ts';
import type { Zip } from '../zip/open.ts';
import { countsOf } from './counts.ts';
import { openWorkbook, type Workbook } from './open-workbook.ts';
import type { FillPlan, SheetEdits } from './plan-fill.ts';
import { cellName } from './reference.ts';
import { withoutCells } from './verify-sheet.ts';

export function proveFill(original: Workbook, filled: Uint8Array, plan: FillPlan, limits: Limits): Receipt {
  const budget = startBudget(limits);
  const after = openWorkbook(filled, budget);
  const parts = comparePackages(original.zip, after.zip);
  const partsChanged = parts.changed.map(name => {
    const edits = plan.edits.find(({ sheet }) => original.zip.find(sheet.part ?? '')?.name === name);
    return {
      name,
      cells: edits?.cells.length ?? 0,
      outsideUnchanged: edits !== undefined && sameOutside(original.zip, after.zip, name, edits, limits),
    };
  });
  const before = countsOf(original);
  const counted = countsOf(after);
  const holds =
    parts.sameParts &&
    partsChanged.every(({ outsideUnchanged }) => outsideUnchanged) &&
    partsChanged.length === plan.edits.length &&
    JSON.stringify(before) === JSON.stringify(counted) &&
    plan.edits.every(edits => readsBack(edits, after.sheets[edits.sheet.head.index]?.read().grid));
  return {
    format: 'xlsx',
    originalSha256: sha256(original.zip.bytes),
    filledSha256: sha256(filled),
    partsUnchanged: parts.unchanged,
    partsChanged,
    written: plan.edits.flatMap(({ sheet, cells }) =>
      cells.map(({ row, column, value }) => ({
        at: { sheet: sheet.head.name, cell: cellName(row, column) },
        value,
      })),
    ),
    refused: plan.refused,
    before,
    after: counted,
    holds,
  };
}

function sameOutside(
  original: Zip,
  filled: Zip,
  name: string,
  { cells }: SheetEdits,
  limits: Limits,
): boolean {
  const budget = startBudget(limits);
  const textOf = (zip: Zip) => {
    const entry = zip.find(name);
    return entry ? decodeXml(zip.read(entry)).text : '';
  };
  const before = withoutCells(textOf(original), name, cells, null, budget);
  const after = withoutCells(textOf(filled), name, cells, before.rows, budget);
  return before.text === after.text;
}

function readsBack({ cells }: SheetEdits, grid: Grid | undefined): boolean {
  const texts = new Map(grid?.cells.map(cell => [`${cell.row} ${cell.column}`, cell.text]));
  return cells.every(
    ({ row, column, value }) => (texts.get(`${row} ${column}`) ?? '') === value.toWellFormed(),
  );
}
