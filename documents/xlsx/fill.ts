// Filling a workbook: decide, patch the edited sheets, write the package again, and prove it.
import type { FillEntry, Receipt } from '../../contract/fill.ts';
import { AppError, done, failed, type Message, type Outcome } from '../../contract/outcome.ts';
import type { Filled } from '../format.ts';
import { type Budget, type Limits, startBudget } from '../limits.ts';
import { decodeXml, encodeXml, roundTrips } from '../xml/encoding.ts';
import type { ZipEntry } from '../zip/entry.ts';
import { rewriteZip } from '../zip/rewrite.ts';
import { openWorkbook, type Workbook } from './open-workbook.ts';
import { patchSheet } from './patch-sheet.ts';
import { type FillPlan, planFill, type SheetEdits } from './plan-fill.ts';
import { proveFill } from './prove-fill.ts';

export function fillWorkbook(
  bytes: Uint8Array,
  entries: readonly FillEntry[],
  limits: Limits,
): Outcome<Filled> {
  const budget = startBudget(limits);
  const workbook = openWorkbook(bytes, budget);
  const plan = planFill(workbook, entries);
  const parts = new Map<ZipEntry, Uint8Array>();
  for (const edits of plan.edits) {
    const [entry, part] = patched(workbook, edits, budget);
    parts.set(entry, part);
  }
  const filled = parts.size === 0 ? bytes.slice() : rewriteZip(workbook.zip, parts);
  const receipt: Receipt = proveFill(workbook, filled, plan, limits);
  const messages = remarks(receipt, plan);
  if (!receipt.holds) {
    return failed(
      'fill-refused',
      'The filled copy differs from the original in more than the answers, so it was thrown away. The original is unchanged; please report this file.',
      {},
      messages,
    );
  }
  return done({ bytes: filled, receipt }, messages);
}

function patched({ zip }: Workbook, { sheet, cells }: SheetEdits, budget: Budget): [ZipEntry, Uint8Array] {
  const part = sheet.part ?? '';
  const entry = zip.find(part);
  if (!entry) throw new AppError('fill-refused', `The part “${part}” is not in the file.`, { part });
  const bytes = zip.read(entry);
  const decoded = decodeXml(bytes);
  if (!roundTrips(bytes, decoded)) {
    throw new AppError(
      'fill-refused',
      `The sheet “${sheet.head.name}” holds letters that are not coded as it says, so it cannot be changed safely. Open the file in Excel, save a new copy, and load that copy.`,
      { part },
    );
  }
  return [entry, encodeXml({ ...decoded, text: patchSheet(decoded.text, part, cells, budget) })];
}

function remarks(receipt: Receipt, plan: FillPlan): Message[] {
  const messages: Message[] = [];
  const say = (code: string, text: string) => messages.push({ severity: 'info', code, text, at: null });
  if (plan.edits.length > 0 && receipt.after.formulas > 0) {
    say(
      'stale-formulas',
      'The workbook has formulas. They keep the values saved by the sender until the file is recalculated: in Excel press Ctrl+Alt+F9, in LibreOffice Ctrl+Shift+F9.',
    );
  }
  for (const name of plan.lockedSheets) {
    say(
      'locked-sheet',
      `“${name}” is protected without a single open cell; the answers were written all the same, as there is nowhere else for them.`,
    );
  }
  return messages;
}
