// Tells the rows of a table apart: questions, section headings, withdrawn rows, totals, ends. A heading is known
// by what it lacks beside the other rows (number, drop-down, neighbours) and by how it looks, never by one sign.
import type { Rect } from '../../contract/source-document.ts';
import type { GridView } from './grid-view.ts';
import type { Layout } from './layout.ts';
import { leadingNumber } from './leading-number.ts';
import { phraseEquals, phraseOpens, phraseTest, plainWords, wordCount } from './plain-words.ts';
import { questionShape } from './question-shape.ts';
import type { Table } from './tables.ts';
import {
  contactWords,
  deadRows,
  deadRowsCjk,
  keepOutPrompts,
  pointingDown,
  totalRows,
} from './words/form-words.ts';

export type RowKind = 'question' | 'section' | 'dead' | 'nothing';

const deadOpening = phraseOpens(deadRows);
const deadAnywhere = phraseTest(deadRows);
const total = phraseEquals(totalRows);
const contact = phraseEquals(contactWords);
const keepOut = phraseTest(keepOutPrompts);
const pointsDown = phraseTest(pointingDown);

/** How most question rows of the table look; a heading differs. */
export interface Habits {
  references: number;
  /** Share of texts that carry their own number. */
  numbered: number;
  lists: number;
  /** Rows with a drop-down and words beside the question, where nearly all rows with one have the other; else 0. */
  pairs: number;
  bold: number;
  fill: string;
  fillShare: number;
  /** Share of rows with words beside the question. */
  company: number;
  /** Share of rows that plainly ask or order. */
  asking: number;
}

export function habitsOf(view: GridView, table: Table, layout: Layout): Habits {
  const column = layout.question ?? table.left;
  const rows = table.body.filter(row => view.text(row, column) !== '');
  const share = (test: (row: number) => boolean) => rows.filter(test).length / Math.max(1, rows.length);
  const fills = new Map<string, number>();
  for (const row of rows) {
    const fill = view.cell(row, column)?.look.fill ?? '';
    fills.set(fill, (fills.get(fill) ?? 0) + 1);
  }
  const usual = [...fills].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return {
    references: share(row => hasReference(view, layout, row)),
    numbered: share(row => leadingNumber(view.text(row, column)) !== null),
    lists: share(row => hasChoice(view, layout, row)),
    pairs: pairedRows(view, table, layout, rows),
    bold: share(row => view.cell(row, column)?.look.bold === true),
    fill: usual[0],
    fillShare: usual[1] / Math.max(1, rows.length),
    company: share(row => hasCompany(view, table, row, column)),
    asking: share(row => questionShape(view.text(row, column)) >= 0.6),
  };
}

/** Criteria listed below each question carry neither its drop-down nor anything beside them. */
function pairedRows(view: GridView, table: Table, layout: Layout, rows: number[]): number {
  const beside = (row: number) => hasCompany(view, table, row, layout.question ?? table.left);
  const listed = rows.filter(row => hasChoice(view, layout, row));
  const both = listed.filter(beside).length;
  return both >= listed.length * 0.9 && both >= rows.filter(beside).length * 0.9 ? both : 0;
}

export function rowKind(view: GridView, table: Table, layout: Layout, habits: Habits, row: number): RowKind {
  const column = layout.question;
  if (column === null) return 'nothing';
  const text = view.text(row, column);
  if (text === '') return headingBeside(view, table, row) === null ? 'nothing' : 'section';
  if (isDead(text)) return 'dead';
  const plain = plainWords(text);
  if (plain === '' || total(plain)) return 'nothing';
  const header = table.headers.get(column);
  if (header && plain === plainWords(header.leaf)) return 'nothing';
  if (habits.pairs >= 3 && !hasChoice(view, layout, row) && !hasCompany(view, table, row, column)) {
    return questionShape(text) >= 0.9 ? 'question' : wordCount(text) <= 8 ? 'section' : 'nothing';
  }
  if (coversSlots(view.merge(row, column), column, layout)) return text.length > 240 ? 'nothing' : 'section';
  if (headingSigns(view, table, layout, habits, row, column, text) < 2) return 'question';
  return isIntroduction(text) ? 'nothing' : 'section';
}

function headingSigns(
  view: GridView,
  table: Table,
  layout: Layout,
  habits: Habits,
  row: number,
  column: number,
  text: string,
): number {
  const shape = questionShape(text);
  const look = view.cell(row, column)?.look ?? {};
  let signs = 0;
  if (habits.references >= 0.6) signs += referenceSigns(view, table, layout, row);
  if (habits.numbered >= 0.6 && leadingNumber(text) === null) signs += 1;
  if (isIntroduction(text)) return signs + 1.5;
  if (habits.lists >= 0.6) signs += hasChoice(view, layout, row) ? -2 : 1;
  if (look.bold && habits.bold < 0.5) signs += 1;
  if (habits.fillShare >= 0.6 && (look.fill ?? '') !== habits.fill) signs += 1;
  if (habits.company >= 0.7 && !hasCompany(view, table, row, column)) signs += 0.5;
  if (shape >= 0.6) signs -= 1.5;
  else if (wordCount(text) <= 8) {
    // A bare label among questions heads them, unless it is one of the form's own fields.
    const bare =
      habits.asking >= 0.6 && shape < 0.3 && !isContact(text) && !answeredByForm(view, layout, row);
    signs += bare ? 1.25 : 0.75;
  }
  return signs;
}

/** The answer is a formula: the form copies it from elsewhere. */
function answeredByForm(view: GridView, layout: Layout, row: number): boolean {
  return layout.slots.some(slot => view.cell(row, slot.column)?.formula === true);
}

/** "1" above "1.1" may head the numbers below; a row without any number among numbered ones likely does. */
function referenceSigns(view: GridView, table: Table, layout: Layout, row: number): number {
  if (!hasReference(view, layout, row) || layout.reference === null) return 1;
  const here = bareNumber(view.shown(row, layout.reference));
  const next = table.body.find(other => other > row);
  const below = next === undefined ? '' : bareNumber(view.shown(next, layout.reference));
  return below.startsWith(`${here} `) ? 1 : -2;
}

/** "V1" and "1" head "1.1" alike. */
function bareNumber(reference: string): string {
  const plain = plainWords(reference);
  return plain.replace(/^\p{L}+ ?(?=\d)/u, '');
}

/** "Please answer the following questions:" opens a list and asks nothing itself. */
function isIntroduction(text: string): boolean {
  return /[:：]\s*$/.test(text) && pointsDown(plainWords(text));
}

/** The words of a row that has none in the question column, when they head the rows below. */
export function headingBeside(view: GridView, table: Table, row: number): string | null {
  const cells = view.rowCells(row).filter(cell => cell.column >= table.left && cell.column <= table.right);
  if (cells.length === 0 || cells.length > 3) return null;
  const texts = cells.map(cell => view.text(row, cell.column));
  const words = texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
  if (words.length > 160 || isDead(words) || !/\p{L}{2}/u.test(words)) return null;
  return words;
}

/** Withdrawn, reserved and closing rows, in brackets or plain. */
export function isDead(text: string): boolean {
  if (text.length > 200) return false;
  const plain = plainWords(text);
  if (/^[[(<*—–-]/.test(text.trim()) && deadAnywhere(plain)) return true;
  if (
    deadRowsCjk.some(
      word => plain === word || text.trim().startsWith(`[${word}`) || text.trim().startsWith(`【${word}`),
    )
  )
    return true;
  return deadOpening(plain) && plain.split(' ').length <= 6 && questionShape(text) === 0;
}

/** "Company name", "E-mail:", "Datum": filled in by the vendor, but no question about its security. */
export function isContact(text: string): boolean {
  const plain = plainWords(text);
  if (contact(plain)) return true;
  return plain.split(' ').length <= 6 && questionShape(text) < 0.6 && contactParts(plain);
}

const contactPart = phraseTest(
  'email|e mail|phone|telephone|contact name|contact title|contact person|company name|vendor name|supplier name|provider name|solution name|product name|job title|telefon|correo|telefono|courriel|signature|firma|unterschrift|date completed|address',
);
const contactParts = (plain: string) => contactPart(plain);

/** The file itself says, in an input message, that nobody should write here. */
export function saysKeepOut(prompt: string | null, error: string | null): boolean {
  return [prompt, error].some(text => text !== null && text !== '' && keepOut(plainWords(text)));
}

function coversSlots(merge: Rect | null, column: number, layout: Layout): boolean {
  if (!merge || merge.right === merge.left) return false;
  return layout.slots.some(
    slot => slot.column !== column && slot.column >= merge.left && slot.column <= merge.right,
  );
}

function hasReference(view: GridView, layout: Layout, row: number): boolean {
  return layout.reference !== null && view.shown(row, layout.reference) !== '';
}

function hasChoice(view: GridView, layout: Layout, row: number): boolean {
  return layout.slots.some(
    slot => view.list(row, slot.column) !== null || (view.cell(row, slot.column)?.fields?.length ?? 0) > 0,
  );
}

function hasCompany(view: GridView, table: Table, row: number, column: number): boolean {
  return view
    .rowCells(row)
    .some(cell => cell.column !== column && cell.column >= table.left && cell.column <= table.right);
}
