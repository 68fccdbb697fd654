// Tables laid out as forms, as word processors make them: boxes and blanks inside cells, an empty cell beside or
// below the words that ask. No header names the columns; each row is read for itself.
import type { Question, Slot } from '../../contract/questionnaire.ts';
import type { Cell } from '../../contract/source-document.ts';
import {
  boxRow,
  cellAbove,
  emptyBelow,
  isAskingCell,
  isEmptyAnswer,
  isListCell,
  statedCells,
} from './form-cells.ts';
import { type FoundRegion, regionOfRows } from './found.ts';
import type { GridContext } from './grid-context.ts';
import type { GridView } from './grid-view.ts';
import { spelledOptions } from './header-lexicon.ts';
import { leadingNumber } from './leading-number.ts';
import { cellPlace, slotPlace } from './places.ts';
import { isLabel, questionShape } from './question-shape.ts';
import { isContact } from './row-kinds.ts';
import { fieldSlot } from './row-slots.ts';
import { cutSegments } from './segments.ts';

interface Found {
  row: number;
  column: number;
  text: string;
  slots: Slot[];
  /** Boxes, or words that plainly ask. */
  sure: boolean;
  contact: boolean;
}

export function regionOfForm(context: GridContext): FoundRegion | null {
  const { view } = context;
  const found = readForm(context);
  const sure = found.filter(one => one.sure).length;
  const contacts = found.filter(one => one.contact).length;
  if (found.length === 0 || (sure === 0 && found.length < 2)) return null;
  if (sure === 0 && contacts === 0 && !mostlyEmpty(view, found)) return null;
  const questions = found.map(one => questionOf(context, one));
  return regionOfRows(context, questions, {
    confidence: sure > 0 ? 0.9 : 0.7,
    why: `${found.length} places to fill in, each beside or below the words that ask.`,
    firstRow: found[0]?.row ?? 0,
    lastRow: found.at(-1)?.row ?? 0,
  });
}

/** More empty cells in a row are a matrix of data, not an answer and its comment. */
const mostEmpty = 2;

function readForm(context: GridContext): Found[] {
  const { view } = context;
  const found: Found[] = [];
  let heading = '';
  for (let row = 1; row <= view.grid.rows; row += 1) {
    const cells = statedCells(view, row);
    const texts = cells.filter(cell => view.text(row, cell.column) !== '');
    if (cells.length === 1 && texts.length === 1 && !texts[0]?.fields?.length) {
      const below = emptyBelow(view, row);
      const text = view.text(row, texts[0]?.column ?? 1);
      if (below && questionShape(text) >= 0.6) found.push(askOf(context, texts[0] as Cell, text, below));
      else heading = text;
      continue;
    }
    const boxes = boxRow(view, cells);
    if (boxes) {
      addBoxRow(context, found, heading, boxes, cells);
      continue;
    }
    const empty = cells.filter(cell => isEmptyAnswer(view, cell)).length;
    for (const [position, cell] of cells.entries()) {
      if (cell.fields?.length) found.push(...withFields(context, cells, position, heading));
      else if (empty <= mostEmpty && isEmptyAnswer(view, cell)) {
        const label = cells[position - 1];
        if (label && !label.fields?.length && isAskingCell(view, label)) {
          const words = view.text(row, label.column);
          found.push(askOf(context, label, joinHeading(heading, words), cell));
        }
      }
    }
  }
  return found;
}

/** Boxes one below the other are the options of what the heading asks. */
function addBoxRow(
  context: GridContext,
  found: Found[],
  heading: string,
  { box, words }: { box: Cell; words: Cell },
  cells: Cell[],
): void {
  const { view, rowPlaces } = context;
  const field = box.fields?.[0];
  if (!field || heading === '') return;
  const at = slotPlace(view.grid, box.row, box.column, rowPlaces, field);
  const slots: Slot[] = [{ ...fieldSlot(field, at), option: view.text(words.row, words.column) }];
  for (const cell of cells.slice(2)) {
    for (const other of cell.fields ?? []) {
      slots.push(fieldSlot(other, slotPlace(view.grid, cell.row, cell.column, rowPlaces, other)));
    }
  }
  const last = found.at(-1);
  if (last && last.text === heading && last.slots.every(slot => slot.role !== 'choice'))
    last.slots.push(...slots);
  else found.push({ row: box.row, column: box.column, text: heading, slots, sure: true, contact: false });
}

/** The cell's own words ask, else those at its left, else those above. */
function withFields(context: GridContext, cells: Cell[], position: number, heading: string): Found[] {
  const { rowPlaces } = context;
  const cell = cells[position] as Cell;
  const found: Found[] = [];
  for (const segment of cutSegments(cell.text, cell.fields ?? [])) {
    if (segment.inProse) continue;
    const slots = segment.fields
      .filter(field => !field.locked)
      .map(field => fieldSlot(field, slotPlace(context.view.grid, cell.row, cell.column, rowPlaces, field)));
    const last = found.at(-1);
    if (!/\p{L}{2}/u.test(segment.text)) {
      if (last) addSlots(last, slots);
      else if (slots.length > 0) found.push(besideLabel(context, cells, position, heading, slots));
      continue;
    }
    const shape = questionShape(segment.text);
    const boxed = slots.some(slot => slot.role !== 'text');
    found.push({
      row: cell.row,
      column: cell.column,
      text: segment.text,
      slots,
      sure: shape >= 0.9 || boxed,
      contact: !boxed && shape < 0.6 && (isContact(segment.text) || isLabel(segment.text)),
    });
  }
  return spreadBoxes(found).filter(one => one.slots.length > 0 && one.text !== '');
}

function addSlots(one: Found, slots: Slot[]): void {
  one.slots.push(...slots);
  if (slots.every(slot => slot.role === 'text')) return;
  one.sure = true;
  one.contact = false;
}

/** "Status (tick one):" on one line, its boxes on the lines below. */
function spreadBoxes(found: Found[]): Found[] {
  const first = found[0];
  if (!first || first.slots.length > 0) return found;
  const rest = found.slice(1);
  if (
    rest.length === 0 ||
    !rest.every(one => one.slots.length > 0 && one.slots.every(slot => slot.role === 'mark'))
  )
    return found;
  return [{ ...first, slots: rest.flatMap(one => one.slots), sure: true, contact: false }];
}

function besideLabel(
  context: GridContext,
  cells: Cell[],
  position: number,
  heading: string,
  slots: Slot[],
): Found {
  const { view } = context;
  const cell = cells[position] as Cell;
  const left = [...cells.slice(0, position)]
    .reverse()
    .find(one => !one.fields?.length && isAskingCell(view, one));
  const above = left ?? (isListCell(view, cell) ? null : cellAbove(view, cell));
  const text = above ? joinHeading(heading, view.text(above.row, above.column)) : heading;
  const boxed = slots.some(slot => slot.role !== 'text');
  const at = left ?? cell;
  return {
    row: at.row,
    column: at.column,
    text,
    slots,
    sure: boxed || questionShape(text) >= 0.9,
    contact: !boxed && isContact(text),
  };
}

function askOf(context: GridContext, label: Cell, text: string, answer: Cell): Found {
  const { view, rowPlaces } = context;
  const slot: Slot = {
    role: 'text',
    at: slotPlace(view.grid, answer.row, answer.column, rowPlaces),
    purpose: 'answer',
  };
  const options = spelledOptions(text);
  if (options) {
    slot.role = 'choice';
    slot.options = options;
  }
  const value = view.text(answer.row, answer.column);
  if (value !== '') slot.value = value;
  const words = view.text(label.row, label.column);
  const contact = isContact(words) && questionShape(words) < 0.6;
  return {
    row: label.row,
    column: label.column,
    text,
    slots: [slot],
    sure: questionShape(text) >= 0.6 && !contact,
    contact,
  };
}

/** A heading that asks gives its words to the short labels below it: "How is it done? Part a". */
function joinHeading(heading: string, words: string): string {
  return questionShape(heading) >= 0.9 && questionShape(words) < 0.6 && words.length <= 40
    ? `${heading} ${words}`
    : words;
}

/** A table of labels and empty cells, not a table of data with gaps. */
function mostlyEmpty(view: GridView, found: Found[]): boolean {
  const rows = new Set(found.map(one => one.row));
  const withWords = view.contentRows.filter(row => statedCells(view, row).length > 1);
  return rows.size >= 2 && rows.size >= withWords.length * 0.6;
}

function questionOf(context: GridContext, one: Found): Question {
  const at = cellPlace(context.view.grid, one.row, one.column, context.rowPlaces);
  const chosen = one.slots.some(slot => slot.role !== 'text');
  for (const slot of one.slots) {
    if (slot.role !== 'text') continue;
    slot.purpose ??= chosen ? 'comment' : 'answer';
    if (slot.purpose === 'comment') slot.optional = true;
  }
  return {
    id: context.makeId(at),
    ref: leadingNumber(one.text),
    text: one.text,
    section: null,
    guidance: null,
    at,
    optional: one.contact,
    slots: one.slots,
  };
}
