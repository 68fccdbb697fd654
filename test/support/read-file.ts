// Reading and filling in tests: the success path also asserts that there was nothing to complain about.
import type { FillEntry, Receipt } from '../../contract/fill.ts';
import type { Outcome } from '../../contract/outcome.ts';
import type { Grid, SourceDocument } from '../../contract/source-document.ts';
import { fillDocument, readDocument } from '../../documents/registry.ts';

export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.text}`);
  return outcome.value;
}

/** The document of a file that must read without any message. */
export async function readQuietly(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  const outcome = await readDocument(bytes, name);
  const document = must(outcome);
  if (outcome.messages.length > 0)
    throw new Error(`Unexpected messages: ${JSON.stringify(outcome.messages)}`);
  return document;
}

export async function firstGrid(bytes: Uint8Array, name = 'file.xlsx'): Promise<Grid> {
  const grid = (await readQuietly(bytes, name)).grids[0];
  if (!grid) throw new Error('The document has no grid');
  return grid;
}

export async function fill(
  bytes: Uint8Array,
  entries: readonly FillEntry[],
  name = 'file.xlsx',
): Promise<{ bytes: Uint8Array; receipt: Receipt }> {
  return must(await fillDocument(bytes, name, entries));
}

/** A text entry for a cell of "Sheet" or of the sheet named. */
export function text(cell: string, value: string, sheet = 'Sheet'): FillEntry {
  return { at: { sheet, cell }, role: 'text', value };
}

/** Texts of the non-blank cells by A1 name. */
export function texts(grid: Grid): Record<string, string> {
  const letters = (column: number): string =>
    (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') +
    String.fromCharCode(65 + ((column - 1) % 26));
  const filled = grid.cells.filter(({ kind }) => kind !== 'blank');
  return Object.fromEntries(filled.map(({ row, column, text }) => [letters(column) + row, text]));
}
