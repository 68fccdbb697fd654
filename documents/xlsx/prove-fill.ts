// The receipt of a filled workbook, from the two packages alone: which parts kept their bytes, whether changed
// sheets differ in the edited cells only, whether a fresh read gives the answers back, and what is counted
// before and after.
import type { Receipt } from '../../contract/fill.ts';
import type { Grid } from '../../contract/source-document.ts';
import { type Limits, startBudget } from '../limits.ts';
import { comparePackages, sha256 } from '../receipt.ts';
import { countsOf } from './counts.ts';
import { openWorkbook, type Workbook } from './open-workbook.ts';
import type { FillPlan, SheetEdits } from './plan-fill.ts';
import { cellName } from './reference.ts';
import { withoutCells } from './spans.ts';

export function proveFill(original: Workbook, filled: Uint8Array, plan: FillPlan, limits: Limits): Receipt {
  const after = openWorkbook(filled, startBudget(limits), true);
  const parts = comparePackages(original.zip, after.zip);
  const partsChanged = parts.changed.map(name => {
    const edits = plan.edits.find(({ sheet }) => original.zip.find(sheet.part ?? '')?.name === name);
    return {
      name,
      cells: edits?.cells.length ?? 0,
      outsideUnchanged: edits !== undefined && sameOutside(original, after, edits),
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

function sameOutside(original: Workbook, filled: Workbook, { sheet, cells }: SheetEdits): boolean {
  const part = sheet.part ?? '';
  const before = sheet.read().spans;
  const after = filled.sheets[sheet.head.index]?.read().spans;
  const [textBefore, textAfter] = [original.textOf(part), filled.textOf(part)];
  if (!before || !after || textBefore === null || textAfter === null) return false;
  const known = new Set(before.rows.map(({ row }) => row));
  return withoutCells(textBefore, before, cells, null) === withoutCells(textAfter, after, cells, known);
}

function readsBack({ cells }: SheetEdits, grid: Grid | undefined): boolean {
  const keyOf = ({ row, column }: { row: number; column: number }) => row * 16_385 + column;
  const texts = new Map(cells.map(edit => [keyOf(edit), '']));
  for (const cell of grid?.cells ?? []) if (texts.has(keyOf(cell))) texts.set(keyOf(cell), cell.text);
  return cells.every(edit => texts.get(keyOf(edit)) === edit.value.toWellFormed());
}
