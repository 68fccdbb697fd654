// Workbooks that we author: the library export, the answer register. Customers' workbooks never pass through
// here; exceljs would rewrite parts it does not know. It is loaded when a workbook is written: half a second that
// no start should wait for.
import type { Workbook } from 'exceljs';
import { undate } from './undate.ts';

export interface AuthoredSheet {
  name: string;
  columns: readonly string[];
  /** One string per column; shorter rows are padded with empty cells. */
  rows: readonly (readonly string[])[];
}

const cellLimit = 32_767; // characters a cell holds, ECMA-376 18.3.1.40 and Excel's own limit
const widest = 80;

/**
 * An .xlsx file with one sheet per entry: bold frozen header, filter, widths that fit the words.
 * The same sheets make the same bytes. Every value is written as text, so a cell that begins with `=`, `+`, `-` or `@` is never a formula.
 */
export async function writeWorkbook(sheets: readonly AuthoredSheet[]): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  book.creator = 'Vouch';
  book.lastModifiedBy = 'Vouch';
  const names = new Set<string>();
  for (const sheet of sheets) addSheet(book, sheet, freshName(sheet.name, names));
  return undate(new Uint8Array(await book.xlsx.writeBuffer()));
}

function addSheet(book: Workbook, { columns, rows }: AuthoredSheet, name: string): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((header, index) => ({
    header,
    width: widthOf([header, ...rows.map(row => row[index] ?? '')]),
    style: { numFmt: '@', alignment: { vertical: 'top', wrapText: true } },
  }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow(columns.map((_, index) => cellText(row[index] ?? '')));
  if (columns.length > 0)
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
}

/** What XML can hold, within what a cell can hold; cut text ends with an ellipsis. */
function cellText(value: string): string {
  // XML 1.0 forbids control characters but tab and line ends, and the two non-characters.
  const clean = value.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').replace(/\r\n?/g, '\n');
  return clean.length > cellLimit ? `${clean.slice(0, cellLimit - 1)}…` : clean;
}

function widthOf(values: readonly string[]): number {
  const longest = values.reduce(
    (most, value) => Math.max(most, ...value.split('\n', 20).map(line => line.length)),
    8,
  );
  return Math.min(widest, longest + 2);
}

/** Excel's rules for a sheet name: at most 31 characters, none of `[]:*?/\`, unique without regard to case. */
function freshName(wanted: string, taken: Set<string>): string {
  const base =
    wanted
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31) || 'Sheet';
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base.slice(0, 27)} (${n})`;
  taken.add(name.toLowerCase());
  return name;
}
