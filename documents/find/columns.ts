// What a column of a table is made of, measured over the rows of its body. These figures, with the header's
// words, decide the roles; no single one does.

import type { GridView } from './grid-view.ts';
import { isOptionWord } from './header-lexicon.ts';
import { readingLength } from './plain-words.ts';
import { isPrompt, isTick } from './prompts.ts';
import { questionShape } from './question-shape.ts';

export interface ColumnFacts {
  column: number;
  /** Rows looked at. */
  rows: number;
  /** Rows with text at the position, merges followed. */
  filled: number;
  /** Rows whose own cell holds text (a vertical merge counts once). */
  own: number;
  /** Mean reading length of filled cells. */
  length: number;
  /** Different texts over own cells, 0 to 1. */
  distinct: number;
  /** Mean question shape of own cells. */
  shape: number;
  /** Shares of filled cells: codes ("AIS-01.2"), numbers, links, option words or ticks, prompts. */
  codes: number;
  numbers: number;
  links: number;
  optionLike: number;
  prompts: number;
  /** Shares of rows: cells with a formula, with a drop-down, locked by protection, holding form fields. */
  formulas: number;
  lists: number;
  locked: number;
  fields: number;
  hidden: boolean;
}

const code = /^[\p{L}]{0,12}[-_. ]{0,2}\d[\p{L}\d]*(?:[-_. ()]+[\p{L}\d]{1,8}){0,6}\)?\.?$/u;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const link = /^(?:https?:|www\.|mailto:)\S+$/i;
const number = /^[-+]?[\d.,]+ ?%?$/;

/** A reference as customers number things: has a digit, no sentence. */
export function isCode(text: string): boolean {
  return text.length <= 40 && (code.test(text) || uuid.test(text) || /^[A-Z]{1,6}$/.test(text));
}

export function measureColumn(view: GridView, column: number, rows: number[]): ColumnFacts {
  const facts = {
    filled: 0,
    own: 0,
    length: 0,
    shape: 0,
    codes: 0,
    numbers: 0,
    links: 0,
    optionLike: 0,
    prompts: 0,
  };
  const counts = { formulas: 0, lists: 0, locked: 0, fields: 0 };
  const texts = new Set<string>();
  for (const row of rows) {
    const cell = view.cell(row, column);
    if (cell?.formula) counts.formulas += 1;
    if (cell?.fields?.length) counts.fields += 1;
    if (view.list(row, column)) counts.lists += 1;
    if (view.locked(row, column)) counts.locked += 1;
    const shown = view.shown(row, column);
    if (shown === '') continue;
    facts.filled += 1;
    const owner = view.owner(row, column);
    if (owner.row !== row || owner.column !== column) continue;
    facts.own += 1;
    texts.add(shown);
    facts.length += readingLength(shown);
    facts.shape += questionShape(shown);
    if (link.test(shown)) facts.links += 1;
    else if (number.test(shown)) facts.numbers += 1;
    if (isCode(shown)) facts.codes += 1;
    if (isOptionWord(shown) || isTick(shown)) facts.optionLike += 1;
    else if (isPrompt(shown)) facts.prompts += 1;
  }
  const own = Math.max(1, facts.own);
  const all = Math.max(1, rows.length);
  return {
    column,
    rows: rows.length,
    filled: facts.filled,
    own: facts.own,
    length: facts.length / own,
    distinct: texts.size / own,
    shape: facts.shape / own,
    codes: facts.codes / own,
    numbers: facts.numbers / own,
    links: facts.links / own,
    optionLike: facts.optionLike / own,
    prompts: facts.prompts / own,
    formulas: counts.formulas / all,
    lists: counts.lists / all,
    locked: counts.locked / all,
    fields: counts.fields / all,
    hidden: view.hiddenColumn(column),
  };
}
