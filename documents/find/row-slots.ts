// The answer places of one row: what each slot column offers there, in the file's own options, through merges.
// Formulas, locked cells and cells whose input message says to keep out are no places for an answer.
import type { Place } from '../../contract/place.ts';
import type { Slot } from '../../contract/questionnaire.ts';
import type { Cell, Field } from '../../contract/source-document.ts';
import { uniqueSlots } from './found.ts';
import type { GridView } from './grid-view.ts';
import type { Layout, SlotColumn } from './layout.ts';
import { slotPlace } from './places.ts';
import { isPrompt } from './prompts.ts';
import { saysKeepOut } from './row-kinds.ts';

export interface SlotContext {
  view: GridView;
  layout: Layout;
  rowPlaces?: Place[];
  /** Every answer cell of the table is locked: then the lock says nothing. */
  allLocked: boolean;
  /** Top-left cells of merges that already carry an answer for an earlier question. */
  shared: Set<string>;
}

export interface RowSlots {
  slots: Slot[];
  /** The answer column holds a formula here: the answer comes from elsewhere. */
  answeredByFormula: boolean;
}

export function slotsOfRow(context: SlotContext, row: number): RowSlots {
  const { view, layout } = context;
  const slots: Slot[] = [];
  let answeredByFormula = false;
  for (const column of layout.slots) {
    const owner = view.owner(row, column.column);
    const cell = view.cell(owner.row, owner.column);
    if (cell?.formula) {
      if (column.kind === 'answer' || column.kind === 'mark') answeredByFormula = true;
      continue;
    }
    if (owner.column === layout.question || isBarred(context, owner.row, owner.column)) continue;
    if (owner.column < column.column && !layout.slots.some(one => one.column === owner.column)) continue;
    slots.push(...slotsOfCell(context, column, cell, row, owner));
  }
  return { slots: answeredByFormula ? [] : withPurpose(uniqueSlots(slots)), answeredByFormula };
}

function isBarred(context: SlotContext, row: number, column: number): boolean {
  if (!context.allLocked && context.view.locked(row, column)) return true;
  const here = context.view.validations(row, column);
  if (here.some(one => one.kind === 'list')) return false;
  return here.some(one => saysKeepOut(`${one.promptTitle ?? ''} ${one.prompt ?? ''}`, one.error));
}

function slotsOfCell(
  context: SlotContext,
  column: SlotColumn,
  cell: Cell | undefined,
  row: number,
  owner: { row: number; column: number },
): Slot[] {
  const { view, rowPlaces } = context;
  const grid = view.grid;
  if (cell?.fields?.length) {
    return cell.fields
      .filter(field => !field.locked)
      .map(field => fieldSlot(field, slotPlace(grid, owner.row, owner.column, rowPlaces, field), column));
  }
  const at = slotPlace(grid, owner.row, owner.column, rowPlaces);
  const value = view.text(owner.row, owner.column);
  const list = view.list(owner.row, owner.column);
  const slot: Slot = { role: 'text', at };
  if (column.kind === 'mark') {
    slot.role = 'mark';
    if (column.option !== null) slot.option = column.option;
  } else if (list?.options && list.options.length > 0) {
    slot.role = 'choice';
    slot.options = list.options;
  } else if (list) slot.role = 'choice';
  else if (column.options && !layoutHasLists(context, column)) {
    slot.role = 'choice';
    slot.options = column.options;
  }
  if (value !== '') slot.value = value;
  if (column.kind === 'comment') slot.purpose = 'comment';
  const limit = view.validations(owner.row, owner.column).find(one => one.maxLength !== null)?.maxLength;
  if (limit && limit > 0) slot.limit = limit;
  if (isSettled(slot, value) || (column.kind === 'comment' && slot.role === 'text')) slot.optional = true;
  const merge = view.merge(owner.row, owner.column);
  if (merge && merge.bottom > merge.top) {
    const key = `${owner.row}:${owner.column}`;
    if (context.shared.has(key)) slot.optional = true;
    else if (row === owner.row) context.shared.add(key);
  }
  return [slot];
}

/** Free text that is already there was written by somebody; a list's default was not. */
function isSettled(slot: Slot, value: string): boolean {
  return slot.role === 'text' && value !== '' && !isPrompt(value);
}

function layoutHasLists(context: SlotContext, column: SlotColumn): boolean {
  return (context.layout.facts.get(column.column)?.lists ?? 0) >= 0.3;
}

/** A form control as a slot: a box is a mark for its own words, or for the header's when it has none. */
export function fieldSlot(field: Field, at: Place, column?: SlotColumn): Slot {
  const slot: Slot = { role: 'text', at };
  if (field.kind === 'checkbox') {
    slot.role = 'mark';
    const option = field.option || column?.option || field.name || '';
    if (option !== '') slot.option = option;
    if (field.checked) slot.value = 'x';
    return slot;
  }
  if (field.kind === 'dropdown') {
    slot.role = 'choice';
    if (field.options) slot.options = field.options;
  }
  if (field.value !== '') slot.value = field.value;
  if (field.maxLength && field.maxLength > 0) slot.limit = field.maxLength;
  if (column?.kind === 'comment') slot.purpose = 'comment';
  if (field.value !== '' && !field.placeholder && slot.role === 'text' && !isPrompt(field.value))
    slot.optional = true;
  return slot;
}

/** Beside a choice or marks, the first text is the comment unless the header says otherwise. */
function withPurpose(slots: Slot[]): Slot[] {
  const chosen = slots.some(slot => slot.role !== 'text');
  for (const slot of slots) {
    if (slot.role === 'text' && !slot.purpose) {
      slot.purpose = chosen ? 'comment' : 'answer';
      if (chosen) slot.optional = true;
    }
  }
  if (!chosen && slots.length > 0 && slots.every(slot => slot.purpose === 'comment')) {
    const first = slots[0];
    if (first) {
      first.purpose = 'answer';
      if (first.value === undefined) delete first.optional;
    }
  }
  return slots;
}
