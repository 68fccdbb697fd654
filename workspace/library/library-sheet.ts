// The library as a table, for a spreadsheet and back: one header everyone can read, one row an answer.
import type { LibraryAnswer } from '../../contract/curate.ts';
import type { SourceDocument } from '../../contract/source-document.ts';

export const libraryHeader = [
  'Question',
  'Choice',
  'Answer',
  'Scope',
  'Owner',
  'Tags',
  'Review by',
  'State',
  'Approved by',
  'Approved at',
  'Source',
  'Evidence',
] as const;

export function libraryRow(answer: LibraryAnswer): string[] {
  return [
    answer.question,
    answer.choice ?? '',
    answer.text,
    answer.scope ?? '',
    answer.owner,
    answer.tags.join('; '),
    answer.reviewBy ?? '',
    answer.state,
    answer.approvedBy,
    answer.approvedAt,
    answer.source,
    answer.evidence.map(item => `${item.document}: ${item.text}`).join('\n'),
  ];
}

export interface SheetAnswer {
  question: string;
  choice: string | null;
  text: string;
  scope: string | null;
  owner: string;
  tags: string[];
  reviewBy: string | null;
}

/** The rows of our own table when the document is one; null when it is something else. */
export function libraryRowsOf(document: SourceDocument): SheetAnswer[] | null {
  const [header, ...rows] = rowsOfFirstGrid(document) ?? [];
  if (!header || !libraryHeader.every((name, at) => header[at]?.trim() === name)) return null;
  return rows
    .filter(row => (row[0] ?? '').trim() !== '' && row[7] !== 'retired')
    .map(row => answerOf(row.map(unguarded)));
}

/** Rows of the first sheet in sight, as texts by column; null where its first row is blank or there is none. */
export function rowsOfFirstGrid(document: SourceDocument): string[][] | null {
  const grid = document.grids.find(one => one.state === 'visible');
  const rows = new Map<number, string[]>();
  for (const cell of grid?.cells ?? []) {
    const row = rows.get(cell.row) ?? [];
    row[cell.column - 1] = cell.text;
    rows.set(cell.row, row);
  }
  return rows.has(1) ? [...rows].sort(([a], [b]) => a - b).map(([, row]) => row) : null;
}

function answerOf(row: string[]): SheetAnswer {
  const at = (name: (typeof libraryHeader)[number]) => (row[libraryHeader.indexOf(name)] ?? '').trim();
  const orNull = (text: string) => (text === '' ? null : text);
  return {
    question: at('Question'),
    choice: orNull(at('Choice')),
    text: at('Answer'),
    scope: orNull(at('Scope')),
    owner: at('Owner'),
    tags: at('Tags')
      .split(';')
      .map(tag => tag.trim())
      .filter(tag => tag !== ''),
    reviewBy: /^\d{4}-\d{2}-\d{2}$/.test(at('Review by')) ? at('Review by') : null,
  };
}

/** RFC 4180 text with a byte order mark, which is what makes Excel read it as UTF-8. */
export function libraryCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const line = (row: readonly string[]) => row.map(value => quoted(guarded(value))).join(',');
  return new TextEncoder().encode(`\uFEFF${rows.map(line).join('\r\n')}\r\n`);
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** A value a spreadsheet would take for a formula gets the apostrophe that makes it text (and loses it again). */
function guarded(value: string): string {
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

function unguarded(value: string | undefined): string {
  return (value ?? '').replace(/^'(?=[=+\-@\t\r])/, '');
}
