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

interface TextFacts {
  length: number;
  shape: number;
  /** 1 when it is one, else 0. */
  links: number;
  numbers: number;
  codes: number;
  optionLike: number;
  prompts: number;
}

/** Forms repeat their words down a column, and a corrected file is measured again. */
const measured = new Map<string, TextFacts>();

function measureText(text: string): TextFacts {
  const seen = measured.get(text);
  if (seen) return seen;
  const links = link.test(text);
  const optionLike = isOptionWord(text) || isTick(text);
  const facts = {
    length: readingLength(text),
    shape: questionShape(text),
    links: Number(links),
    numbers: Number(!links && number.test(text)),
    codes: Number(isCode(text)),
    optionLike: Number(optionLike),
    prompts: Number(!optionLike && isPrompt(text)),
  };
  if (measured.size > 20_000) measured.clear();
  measured.set(text, facts);
  return facts;
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
    const own = view.text(row, column);
    if (own !== '' || view.shown(row, column) !== '') facts.filled += 1;
    if (own === '') continue;
    facts.own += 1;
    texts.add(own);
    const one = measureText(own);
    facts.length += one.length;
    facts.shape += one.shape;
    facts.links += one.links;
    facts.numbers += one.numbers;
    facts.codes += one.codes;
    facts.optionLike += one.optionLike;
    facts.prompts += one.prompts;
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
