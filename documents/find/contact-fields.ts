// The block of labels and empty cells many forms begin with: company, contact, date. Its fields are answered by
// the vendor too, but leaving one empty leaves no question open, so they are optional.
import type { Question, Region } from '../../contract/questionnaire.ts';
import type { FoundRegion } from './found.ts';
import type { GridContext } from './grid-context.ts';
import type { GridView } from './grid-view.ts';
import { cellPlace, slotPlace } from './places.ts';
import { isPrompt } from './prompts.ts';
import { isLabel, questionShape } from './question-shape.ts';
import { isContact } from './row-kinds.ts';
import { fieldSlot, type SlotContext, slotsOfRow } from './row-slots.ts';
import { isReportName } from './verdict.ts';

interface Pair {
  row: number;
  label: number;
  value: number;
}

/** Labels with an empty cell beside them, among the given rows; empty when the rows are something else. */
export function contactPairs(view: GridView, rows: number[]): Pair[] {
  const pairs: Pair[] = [];
  let labelled = 0;
  for (const row of rows) {
    for (const cell of view.rowCells(row)) {
      const text = view.text(row, cell.column);
      if (cell.fields?.length || text.length > 80 || !(isContact(text) || isLabel(text))) continue;
      labelled += 1;
      const right = (view.merge(row, cell.column)?.right ?? cell.column) + 1;
      if (waits(view, row, right)) pairs.push({ row, label: cell.column, value: right });
    }
  }
  const contacts = pairs.filter(pair => isContact(view.text(pair.row, pair.label))).length;
  return pairs.length >= 2 && pairs.length >= labelled * 0.6 && contacts >= pairs.length * 0.4 ? pairs : [];
}

function waits(view: GridView, row: number, column: number): boolean {
  const owner = view.owner(row, column);
  if (owner.row !== row || owner.column !== column) return false;
  const cell = view.cell(row, column);
  if (cell?.formula) return false;
  if (view.grid.kind === 'table' && !cell) return false;
  const text = view.text(row, column);
  return text === '' || isPrompt(text) || (cell?.fields?.length ?? 0) > 0;
}

export function regionOfContacts(context: GridContext, rows: number[]): FoundRegion | null {
  const { view, correction } = context;
  const pairs = contactPairs(view, rows);
  if (pairs.length === 0) return null;
  const questions: Question[] = [];
  for (const pair of pairs) {
    const question = questionOfPair(context, pair);
    if (question) questions.push(question);
  }
  if (questions.length < 2) return null;
  const columns = [...new Set(pairs.flatMap(pair => [pair.label, pair.value]))].sort((a, b) => a - b);
  const labels = new Set(pairs.map(pair => pair.label));
  const region: Region = {
    id: context.id,
    label: context.label,
    included: correction?.included ?? (view.grid.state === 'visible' && !isReportName(view.grid.name)),
    confidence: 0.75,
    why: `${questions.length} labels with an empty cell beside them: who fills in the form.`,
    headerRows: [],
    firstRow: rows[0] ?? 0,
    lastRow: rows.at(-1) ?? 0,
    columns: columns.map(column => ({
      column,
      role: labels.has(column) ? 'question' : 'text',
      header: null,
      option: null,
      why: labels.has(column) ? 'Short labels of a form.' : 'Empty cells beside the labels.',
    })),
    questions: questions.length,
  };
  const traits = {
    withSlots: questions.length,
    showsAnswers: false,
    onlyContacts: true,
    fixed: correction !== undefined,
    hidden: false,
  };
  return { region, questions, traits };
}

function questionOfPair(context: GridContext, pair: Pair): Question | null {
  const { view, rowPlaces } = context;
  const text = view.text(pair.row, pair.label);
  const at = cellPlace(view.grid, pair.row, pair.label, rowPlaces);
  const cell = view.cell(pair.row, pair.value);
  const slots = cell?.fields?.length
    ? cell.fields.map(field => fieldSlot(field, slotPlace(view.grid, pair.row, pair.value, rowPlaces, field)))
    : slotsOfRow(slotContext(context, pair), pair.row).slots;
  if (slots.length === 0) return null;
  return {
    id: context.makeId(at),
    ref: null,
    text,
    section: null,
    guidance: null,
    at,
    optional: questionShape(text) < 0.6,
    slots,
  };
}

function slotContext(context: GridContext, pair: Pair): SlotContext {
  return {
    view: context.view,
    layout: {
      question: pair.label,
      reference: null,
      section: null,
      guidance: [],
      slots: [{ column: pair.value, kind: 'answer', option: null, options: null, guessed: false }],
      roles: [],
      facts: new Map(),
      questionWeight: 0,
      formulaAnswers: 0,
      takenAnswers: 0,
    },
    allLocked: false,
    shared: new Set(),
    ...(context.rowPlaces ? { rowPlaces: context.rowPlaces } : {}),
  };
}
