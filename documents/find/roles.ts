// Gives every column of a table its role, from the words over it and from what stands in it, and says why.
// The question column is chosen first; the places for answers follow from the header, from drop-downs, from
// columns to tick, and where the form names none, from the empty cells beside the questions.
import type { ColumnRole, RegionCorrection } from '../../contract/questionnaire.ts';
import { type ColumnFacts, measureColumn } from './columns.ts';
import { drawnAnswers, scoresAsAnswers, unknownHeaders } from './fallback-columns.ts';
import type { GridView } from './grid-view.ts';
import { isExplanation, spelledOptions } from './header-lexicon.ts';
import type { HeaderCell } from './header-rows.ts';
import type { Layout, RoleOf, SlotColumn } from './layout.ts';
import { pickQuestion, whyQuestion } from './question-column.ts';
import { short } from './short-words.ts';
import type { Table } from './tables.ts';
import { leaveFormerAnswers, leaveToReviewer } from './withdrawn-slots.ts';

/** Rows measured per table; more say nothing new. */
const sampleSize = 500;

export function sampleRows(rows: number[]): number[] {
  if (rows.length <= sampleSize) return rows;
  const step = rows.length / sampleSize;
  return Array.from({ length: sampleSize }, (_, at) => rows[Math.floor(at * step)] as number);
}

export function assignRoles(view: GridView, table: Table, correction?: RegionCorrection): Layout {
  const columns = columnsOf(view, table, correction);
  const rows = sampleRows(bodyRows(view, table));
  const facts = new Map(columns.map(column => [column, measureColumn(view, column, rows)]));
  const given = new Map((correction?.columns ?? []).map(one => [one.column, one]));
  const question =
    [...given.values()].find(one => one.role === 'question')?.column ??
    pickQuestion(table, facts, column => given.has(column));
  const layout: Layout = {
    question,
    reference: null,
    section: null,
    guidance: [],
    slots: [],
    roles: [],
    facts,
    questionWeight: 0,
    formulaAnswers: 0,
    takenAnswers: 0,
  };
  if (question !== null) {
    const reading = table.headers.get(question)?.reading;
    layout.questionWeight = reading?.role === 'question' ? reading.weight : 0;
  }
  for (const column of columns) {
    const fixed = given.get(column);
    const fact = facts.get(column);
    if (!fact) continue;
    const found = fixed
      ? {
          role: fixed.role,
          option: fixed.role === 'mark' ? (fixed.option ?? table.headers.get(column)?.leaf ?? null) : null,
          why: 'You set this role.',
        }
      : column === question
        ? { role: 'question' as const, option: null, why: whyQuestion(table.headers.get(column), fact) }
        : judge(view, table, layout, fact);
    layout.roles.push({ column, header: table.headers.get(column)?.text ?? null, ...found });
  }
  settle(view, table, layout, given.size > 0);
  return layout;
}

/** Columns with words in the table, and empty ones that have a drop-down or fields in its rows. */
function columnsOf(view: GridView, table: Table, correction?: RegionCorrection): number[] {
  const columns = new Set(
    view.contentColumns.filter(column => column >= table.left && column <= table.right),
  );
  const probe = [table.body[0], table.body[Math.floor(table.body.length / 2)], table.body.at(-1)];
  for (const row of probe) {
    if (row === undefined) continue;
    for (let column = table.left; column <= table.right + 4; column += 1) {
      if (view.list(row, column) || view.cell(row, column)?.fields?.length) columns.add(column);
    }
  }
  for (const column of table.headers.keys()) columns.add(column);
  for (const one of correction?.columns ?? []) columns.add(one.column);
  return [...columns].sort((a, b) => a - b);
}

/** Rows that say something about the columns: headings of one cell would blur the figures. */
function bodyRows(view: GridView, table: Table): number[] {
  const full = table.body.filter(row => {
    const cells = view.rowCells(row).filter(cell => cell.column >= table.left && cell.column <= table.right);
    if (cells.length !== 1 || !cells[0]) return true;
    const merge = view.merge(row, cells[0].column);
    return !merge || merge.right === merge.left;
  });
  return full.length > 0 ? full : table.body;
}

type Judgement = Pick<RoleOf, 'role' | 'option' | 'why'>;
const plain = (role: ColumnRole, why: string): Judgement => ({ role, option: null, why });

/** How an answer cell may look: empty, a list, a tick, a prompt; not data of the form itself. */
export function isFillable(fact: ColumnFacts): boolean {
  if (fact.formulas >= 0.8) return false;
  const fill = fact.filled / Math.max(1, fact.rows);
  return fill <= 0.5 || fact.lists >= 0.3 || fact.fields > 0 || fact.optionLike + fact.prompts >= 0.6;
}

function judge(view: GridView, table: Table, layout: Layout, fact: ColumnFacts): Judgement {
  const header = table.headers.get(fact.column);
  const reading = header?.reading ?? null;
  const words = header ? `Headed “${short(header.leaf)}”` : 'No header';
  const empty = fact.own === 0;
  if (fact.hidden) return plain('ignore', 'The column is hidden.');
  const option = markOption(table, fact);
  if (option !== null)
    return { role: 'mark', option, why: `${words}, beside other options, and empty: tick it.` };
  if (reading?.role === 'reviewer')
    return plain('reviewer', `${words}: filled in by the customer's reviewer.`);
  if (
    empty &&
    header &&
    isExplanation(header.leaf) &&
    layout.question !== null &&
    fact.column > layout.question
  )
    return plain('comment', `${words} and empty: to be explained by who answers.`);
  if (reading?.role === 'guidance' && !(empty && fact.lists > 0.5))
    return plain('guidance', `${words}: help for the answer.`);
  if (fact.formulas >= 0.8) {
    if (reading?.role === 'answer') layout.formulaAnswers += 1;
    return plain(reading?.role === 'score' ? 'score' : 'ignore', `${words}, but its cells are formulas.`);
  }
  if (reading?.role === 'score') return plain('score', `${words}: a score or weight, not an answer.`);
  if (reading?.role === 'reference' && !empty) {
    if (fact.codes > 0.5 || fact.numbers > 0.5 || reading.weight >= 3) return plain('reference', `${words}.`);
    return plain('ignore', `${words}: refers to other documents.`);
  }
  if (
    reading?.role === 'reference' &&
    reading.weight < 3 &&
    layout.question !== null &&
    fact.column > layout.question
  )
    return plain('comment', `${words} and empty: for the documents that support the answer.`);
  if (reading?.role === 'section' && !(empty && fact.lists > 0.5))
    return plain('section', `${words}: groups the questions.`);
  if (reading?.role === 'answer' || reading?.role === 'comment')
    return answerColumn(view, layout, fact, header, words);
  if (fact.lists >= (header ? 0.5 : 0.3) && isFillable(fact))
    return plain('choice', `${words}, with a drop-down in ${percent(fact.lists)} of the rows.`);
  if (fact.fields > 0.3)
    return plain('text', `${words}, with form fields in ${percent(fact.fields)} of the rows.`);
  if (looksLikeNumbers(table, layout, fact))
    return plain('reference', 'Short numbers or codes, each different.');
  if (reading?.role === 'question' && !empty)
    return plain('guidance', `${words}: more words about the question.`);
  return plain(
    'ignore',
    empty ? `${words} and empty, but not known as an answer.` : `${words}: neither question nor answer.`,
  );
}

/** Numbers or codes left of the questions, in a column whose header says nothing (or is a section's title). */
function looksLikeNumbers(table: Table, layout: Layout, fact: ColumnFacts): boolean {
  if (layout.question === null || fact.column > layout.question) return false;
  if ((table.headers.get(fact.column)?.reading?.weight ?? 0) >= 3) return false;
  return fact.own > 1 && fact.distinct > 0.9 && Math.max(fact.codes, fact.numbers) > 0.7;
}

function answerColumn(
  view: GridView,
  layout: Layout,
  fact: ColumnFacts,
  header: HeaderCell | undefined,
  words: string,
): Judgement {
  const comment = header?.reading?.role === 'comment';
  const listed = fact.lists >= 0.3;
  if (!isFillable(fact)) {
    const coded = fact.codes > 0.8 && fact.distinct < 0.5;
    if (coded || (view.grid.kind !== 'csv' && header?.reading && header.reading.weight < 3)) {
      layout.takenAnswers += 1;
      return plain('ignore', `${words}, but it already holds data of the form itself.`);
    }
    return plain(
      comment ? 'comment' : 'text',
      `${words}; already filled in ${percent(fact.own / Math.max(1, fact.rows))} of the rows.`,
    );
  }
  if (listed) return plain('choice', `${words}, with a drop-down in ${percent(fact.lists)} of the rows.`);
  if (comment) return plain('comment', `${words}, and free to write in.`);
  const spelled = header ? optionsIn(header) : null;
  if (spelled) return plain('choice', `${words}, which names the options ${spelled.join(', ')}.`);
  return plain('text', `${words}, and free to write in.`);
}

/** A header that is an option counts as a mark when a neighbour is one too and the cells wait for a tick. */
function markOption(table: Table, fact: ColumnFacts): string | null {
  const option = table.headers.get(fact.column)?.option ?? null;
  if (option === null || fact.formulas > 0.2) return null;
  const neighbour = [fact.column - 1, fact.column + 1].some(
    column => (table.headers.get(column)?.option ?? null) !== null,
  );
  const waits =
    fact.own / Math.max(1, fact.rows) <= 0.6 || fact.optionLike + fact.prompts > 0.8 || fact.fields > 0;
  return neighbour && waits && fact.lists < 0.5 ? option : null;
}

/** Choose the one reference and section column, turn roles into slots, and fall back where none was found. */
function settle(view: GridView, table: Table, layout: Layout, corrected: boolean): void {
  const { roles, facts, question } = layout;
  const of = (role: ColumnRole) => roles.filter(one => one.role === role);
  layout.guidance = of('guidance').map(one => one.column);
  layout.reference = best(of('reference'), one =>
    referenceScore(facts.get(one.column), one.column, question),
  );
  layout.section = best(of('section'), one => -(facts.get(one.column)?.distinct ?? 1));
  const slotOf = (one: RoleOf): SlotColumn => ({
    column: one.column,
    kind: one.role === 'mark' ? 'mark' : one.role === 'comment' ? 'comment' : 'answer',
    option: one.option,
    options: one.role === 'choice' ? optionsIn(table.headers.get(one.column)) : null,
    guessed: false,
  });
  layout.slots = roles.filter(one => ['choice', 'text', 'comment', 'mark'].includes(one.role)).map(slotOf);
  if (question === null || corrected) return;
  leaveToReviewer(table, layout);
  leaveFormerAnswers(table, layout);
  if (!layout.slots.some(slot => slot.kind !== 'comment')) scoresAsAnswers(layout);
  if (layout.slots.length === 0) unknownHeaders(table, layout);
  if (layout.slots.length === 0) drawnAnswers(view, table, layout);
}

/** Options named by the column's own words, or else by those above it. */
function optionsIn(header: HeaderCell | undefined): string[] | null {
  return header ? (spelledOptions(header.leaf) ?? spelledOptions(header.text)) : null;
}

function referenceScore(fact: ColumnFacts | undefined, column: number, question: number | null): number {
  if (!fact) return 0;
  const beside = question !== null && column < question ? 1 : 0;
  return fact.distinct * 2 + fact.filled / Math.max(1, fact.rows) + fact.codes + beside - fact.links;
}

function best<T extends { column: number }>(list: T[], score: (one: T) => number): number | null {
  let found: { column: number; score: number } | null = null;
  for (const one of list) {
    const value = score(one);
    if (found === null || value > found.score) found = { column: one.column, score: value };
  }
  return found?.column ?? null;
}

const percent = (share: number) => `${Math.round(share * 100)}%`;
