// Columns that look like places for an answer and are not, seen only once all columns have their roles: the
// reviewer's verdict, the answers of an earlier year. A wrong place spoils the customer's file.
import type { ColumnRole } from '../../contract/questionnaire.ts';
import { readHeader, spelledOptions } from './header-lexicon.ts';
import type { Layout, SlotColumn } from './layout.ts';
import { plainWords } from './plain-words.ts';
import { short } from './short-words.ts';
import type { Table } from './tables.ts';

/** Takes a slot back; the column keeps its header and gets the reason. */
function withdraw(layout: Layout, slot: SlotColumn, role: ColumnRole, why: string): void {
  layout.slots = layout.slots.filter(one => one !== slot);
  const own = layout.roles.find(one => one.column === slot.column);
  if (own) Object.assign(own, { role, option: null, why });
}

/** "Answer | Assessor notes | Pass/Fail": a verdict to give, right of the reviewer's column, is the reviewer's. */
export function leaveToReviewer(table: Table, layout: Layout): void {
  const reviewer = layout.roles.find(one => one.role === 'reviewer')?.column;
  if (reviewer === undefined) return;
  const answered = layout.slots.some(slot => slot.column < reviewer && slot.kind === 'answer');
  for (const slot of answered ? layout.slots : []) {
    const header = table.headers.get(slot.column);
    const bare = header !== undefined && header.option === null && spelledOptions(header.leaf) !== null;
    const named = header !== undefined && readHeader(header.leaf.replaceAll('/', ' '))?.role === 'answer';
    if (slot.column > reviewer && bare && !named)
      withdraw(
        layout,
        slot,
        'reviewer',
        `Headed “${short(header.leaf)}”, beside what the reviewer fills in.`,
      );
  }
}

/** "Answer 2024", filled, beside "Answer 2025", empty: the filled one is what was said before. */
export function leaveFormerAnswers(table: Table, layout: Layout): void {
  const free = layout.slots.filter(slot => slot.kind === 'answer' && filledShare(layout, slot) < 0.1);
  const dated = (slot: SlotColumn) => {
    const leaf = table.headers.get(slot.column)?.leaf ?? '';
    return /\d/.test(leaf) ? plainWords(leaf).replace(/\d+/g, '') : null;
  };
  for (const slot of layout.slots) {
    const words = slot.kind === 'answer' && filledShare(layout, slot) >= 0.8 ? dated(slot) : null;
    if (words !== null && free.some(other => dated(other) === words))
      withdraw(
        layout,
        slot,
        'ignore',
        'Answers given before; the column of the same name beside it is empty.',
      );
  }
}

function filledShare(layout: Layout, { column }: SlotColumn): number {
  const fact = layout.facts.get(column);
  return fact ? fact.own / Math.max(1, fact.rows) : 0;
}
