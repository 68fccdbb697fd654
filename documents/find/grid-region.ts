// One table of a grid turned into a region: its questions with their slots, and the report of what was found.
import type { Question, Region } from '../../contract/questionnaire.ts';
import type { FoundRegion } from './found.ts';
import type { GridContext } from './grid-context.ts';
import type { GridView } from './grid-view.ts';
import { spelledOptions } from './header-lexicon.ts';
import type { Layout } from './layout.ts';
import { leadingNumber } from './leading-number.ts';
import { cellPlace } from './places.ts';
import { questionShape } from './question-shape.ts';
import { assignRoles } from './roles.ts';
import { habitsOf, headingBeside, isContact, rowKind } from './row-kinds.ts';
import { type SlotContext, slotsOfRow } from './row-slots.ts';
import type { Table } from './tables.ts';
import { awaitsQuestions, judgeTable } from './verdict.ts';

export function regionOfTable(context: GridContext, table: Table): FoundRegion {
  const { view, correction } = context;
  const layout = assignRoles(view, table, correction);
  borrowUpward(view, table, layout);
  const questions = walk(context, table, layout);
  const verdict = judgeTable(view, table, layout, questions);
  const included =
    correction?.included ?? (correction?.columns ? layout.question !== null : verdict.included);
  const region: Region = {
    id: context.id,
    label: context.label,
    included,
    confidence: correction ? 1 : verdict.confidence,
    why: correction ? 'You corrected this part of the file.' : verdict.why,
    headerRows: table.headerRows,
    firstRow: table.body[0] ?? 0,
    lastRow: table.body.at(-1) ?? 0,
    columns: layout.roles,
    questions: included ? questions.length : 0,
  };
  return {
    region,
    questions,
    headers: table.headers,
    traits: {
      withSlots: questions.filter(question => question.slots.length > 0).length,
      showsAnswers: layout.formulaAnswers > 0,
      onlyContacts: questions.length > 0 && questions.every(question => question.optional),
      fixed: correction !== undefined,
      hidden: view.grid.state !== 'visible',
      questionsToCome: correction === undefined && awaitsQuestions(table, layout),
    },
  };
}

/** Rows above the first header that are built like the body (a number, a text) belong to the table too. */
function borrowUpward(view: GridView, table: Table, layout: Layout): void {
  const { question, reference } = layout;
  if (question === null || reference === null || (layout.facts.get(reference)?.codes ?? 0) < 0.7) return;
  const rows = table.above.filter(
    row => view.text(row, question) !== '' && /\d/.test(view.text(row, reference)),
  );
  const top = rows[0];
  if (top !== undefined) table.body.unshift(...table.above.filter(row => row >= top));
}

function walk(context: GridContext, table: Table, layout: Layout): Question[] {
  const { view, correction } = context;
  const column = layout.question;
  if (column === null) return [];
  const habits = habitsOf(view, table, layout);
  const slots: SlotContext = {
    view,
    layout,
    allLocked: everySlotLocked(view, table, layout),
    shared: new Set(),
    ...(context.rowPlaces ? { rowPlaces: context.rowPlaces } : {}),
  };
  const added = new Set(correction?.addRows ?? []);
  const dropped = new Set(correction?.dropRows ?? []);
  const rows = [...new Set([...table.body, ...[...added].filter(row => !table.body.includes(row))])].sort(
    (a, b) => a - b,
  );
  const titles = [...table.titles].sort((a, b) => a[0] - b[0]);
  const questions: Question[] = [];
  let heading: string | null = null;
  for (const row of rows) {
    while (titles[0] && titles[0][0] < row) heading = titles.shift()?.[1] ?? heading;
    if (dropped.has(row)) continue;
    const kind = added.has(row) ? 'question' : rowKind(view, table, layout, habits, row);
    if (kind === 'section') heading = view.text(row, column) || headingBeside(view, table, row) || heading;
    if (kind !== 'question') continue;
    const text = view.text(row, column) || headingBeside(view, table, row);
    if (text) questions.push(questionOf(context, layout, slots, row, text, heading));
  }
  return questions;
}

function questionOf(
  context: GridContext,
  layout: Layout,
  slots: SlotContext,
  row: number,
  text: string,
  heading: string | null,
): Question {
  const { view, rowPlaces } = context;
  const column = layout.question ?? 1;
  const owner = view.owner(row, column);
  const at = cellPlace(view.grid, owner.row, owner.column, rowPlaces);
  const found = slotsOfRow(slots, row);
  const options = spelledOptions(text);
  const first = found.slots[0];
  if (options && first?.role === 'text' && first.purpose !== 'comment' && first.value === undefined) {
    first.role = 'choice';
    first.options = options;
  }
  const reference = layout.reference === null ? '' : view.shown(row, layout.reference);
  const section = layout.section === null ? '' : sectionAt(view, layout.section, row);
  const guidance = layout.guidance
    .map(one => view.shown(row, one))
    .filter(words => words !== '' && words !== text)
    .join('\n');
  return {
    id: context.makeId(at),
    ref: reference !== '' ? reference : leadingNumber(text),
    text,
    section: section || heading,
    guidance: guidance === '' ? null : guidance,
    at,
    optional:
      view.hiddenRow(row) || found.answeredByFormula || (isContact(text) && questionShape(text) < 0.6),
    slots: found.slots,
  };
}

/** A group named once holds for the rows below it. */
function sectionAt(view: GridView, column: number, row: number): string {
  const here = view.shown(row, column);
  if (here !== '') return here;
  for (let up = row - 1; up > 0 && up > row - 60; up -= 1) {
    const text = view.text(up, column);
    if (text !== '') return text;
  }
  return '';
}

function everySlotLocked(view: GridView, table: Table, layout: Layout): boolean {
  if (!view.grid.protected) return false;
  return layout.slots.every(slot =>
    table.body.every(row => {
      const owner = view.owner(row, slot.column);
      return view.locked(owner.row, owner.column) || view.text(row, layout.question ?? 1) === '';
    }),
  );
}
