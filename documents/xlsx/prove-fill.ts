// The receipt of a filled workbook, from the two packages alone: which parts kept their bytes, whether changed
// sheets differ in the edited cells only, whether a fresh read gives the answers back, and what is counted
// before and after.
import type { Receipt } from '../../contract/fill.ts';
import { type Limits, startBudget } from '../limits.ts';
import { comparePackages, noCounts, sha256 } from '../receipt.ts';
import { decodeXml } from '../xml/encoding.ts';
import { decodeXstring } from '../xml/escape.ts';
import { readXml } from '../xml/sax.ts';
import { localName } from '../xml/tags.ts';
import { openZip, type Zip } from '../zip/open.ts';
import { addCounts, countSheet } from './counts.ts';
import type { Workbook } from './open-workbook.ts';
import type { FillPlan, SheetEdits } from './plan-fill.ts';
import { cellName } from './reference.ts';
import { walkFilled } from './walk-filled.ts';

export function proveFill(original: Workbook, filled: Uint8Array, plan: FillPlan, limits: Limits): Receipt {
  const after = openZip(filled, startBudget(limits));
  const parts = comparePackages(original.zip, after);
  const proofs = plan.edits.map(edits => proveSheet(original, after, edits, limits));
  const partsChanged = parts.changed.map(name => {
    const proof = proofs.find(({ part }) => original.zip.find(part)?.name === name);
    return { name, cells: proof?.cells ?? 0, outsideUnchanged: proof?.outsideUnchanged ?? false };
  });
  const counts = countBoth(original, after, parts.changed);
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
    ...counts,
    // Nothing but edited sheets changed, so what the workbook says of its sheets, texts and formats still holds.
    holds:
      parts.sameParts &&
      partsChanged.length === proofs.length &&
      partsChanged.every(({ outsideUnchanged }) => outsideUnchanged) &&
      proofs.every(({ readsBack }) => readsBack) &&
      JSON.stringify(counts.before) === JSON.stringify(counts.after),
  };
}

interface SheetProof {
  part: string;
  cells: number;
  outsideUnchanged: boolean;
  readsBack: boolean;
}

function proveSheet(
  original: Workbook,
  filled: Zip,
  { sheet, cells }: SheetEdits,
  limits: Limits,
): SheetProof {
  const part = sheet.part ?? '';
  const { spans } = sheet.layout();
  const found = spans && walkFilled(original.textOf(part) ?? '', spans, partText(filled, part), cells);
  return {
    part,
    cells: cells.length,
    outsideUnchanged: found !== null,
    readsBack: found !== null && readsBack(found, cells, limits),
  };
}

/** What stands in the cells, by a parser that took no part in writing them. */
function readsBack(found: readonly string[], cells: SheetEdits['cells'], limits: Limits): boolean {
  const texts: string[] = [];
  readXml(`<cells>${found.join('')}</cells>`, 'filled cells', startBudget(limits), {
    open(name) {
      if (localName(name) === 'c') texts.push('');
    },
    text(piece) {
      texts.push((texts.pop() ?? '') + piece);
    },
  });
  return (
    texts.length === cells.length &&
    cells.every(({ value }, index) => decodeXstring(texts[index] ?? '') === value.toWellFormed())
  );
}

/** Sheets whose bytes are equal are counted once. */
function countBoth(
  original: Workbook,
  filled: Zip,
  changed: readonly string[],
): Pick<Receipt, 'before' | 'after'> {
  const controls = (zip: Zip) =>
    zip.entries.filter(({ name }) => /\/(ctrlProps|activeX)\/[^/]+\.xml$/i.test(name)).length;
  let before = { ...noCounts, controls: controls(original.zip) };
  let after = { ...noCounts, controls: controls(filled) };
  for (const { part } of original.sheets) {
    if (part === null) continue;
    const counts = countSheet(original.textOf(part) ?? '');
    const same = !changed.includes(original.zip.find(part)?.name ?? '');
    before = addCounts(before, counts);
    after = addCounts(after, same ? counts : countSheet(partText(filled, part)));
  }
  return { before, after };
}

function partText(zip: Zip, part: string): string {
  const entry = zip.find(part);
  return entry ? decodeXml(zip.read(entry)).text : '';
}
