// The rows of one questionnaire in memory and where the person stands among them. Everything a key does to
// the list happens here first, synchronously, and is confirmed by the host afterwards; the list redraws only
// the rows that changed. Pure state: no React, no calls.
import type { AnswerRow, QuestionnaireSummary } from '../../../contract/review.ts';
import { createStore, type Store } from '../../parts/store.ts';
import { type Filter, type FilterContext, filterRows, needsPerson } from './filter.ts';

export interface Desk {
  summary: QuestionnaireSummary;
  rows: ReadonlyMap<string, AnswerRow>;
  /** Ids the list shows, in order. Rows stay while the person works on them, even when they stop matching. */
  visible: readonly string[];
  filter: Filter;
  context: FilterContext;
  current: string | null;
  selected: ReadonlySet<string>;
}

export type DeskStore = Store<Desk>;

export const everything: Filter = { tab: 'all', section: null, assignee: null, words: '' };

export function openDesk(
  summary: QuestionnaireSummary,
  rows: AnswerRow[],
  context: FilterContext,
): DeskStore {
  const ordered = [...rows].sort((a, b) => a.position - b.position);
  return createStore<Desk>({
    summary,
    rows: new Map(ordered.map(row => [row.questionId, row])),
    visible: ordered.map(row => row.questionId),
    filter: everything,
    context,
    current: ordered[0]?.questionId ?? null,
    selected: new Set(),
  });
}

const samePlace = (a: AnswerRow['at'], b: AnswerRow['at']) => JSON.stringify(a) === JSON.stringify(b);

/** Equal field by field; the place, a small object, by its words. */
function sameRow(a: AnswerRow, b: AnswerRow): boolean {
  for (const name of Object.keys(b) as (keyof AnswerRow)[]) {
    if (a[name] !== b[name] && !(name === 'at' && samePlace(a.at, b.at))) return false;
  }
  return true;
}

/**
 * Puts newer rows in place. What is the same keeps its identity, so that nothing redraws for it: each row, all
 * rows together, and the desk itself when nothing is new.
 */
export function mergeRows(desk: Desk, rows: AnswerRow[], summary?: QuestionnaireSummary): Desk {
  const newer = rows.filter(row => {
    const now = desk.rows.get(row.questionId);
    return !now || !sameRow(now, row);
  });
  if (newer.length === 0) return summary ? { ...desk, summary } : desk;
  const next = new Map(desk.rows);
  for (const row of newer) next.set(row.questionId, row);
  return { ...desk, rows: next, ...(summary ? { summary } : {}) };
}

export function applyFilter(desk: Desk, part: Partial<Filter>): Desk {
  const filter = { ...desk.filter, ...part };
  const visible = filterRows(desk.rows.values(), filter, desk.context);
  const current =
    desk.current !== null && visible.includes(desk.current) ? desk.current : (visible[0] ?? desk.current);
  return { ...desk, filter, visible, current };
}

export const stand = (desk: Desk, id: string): Desk => (desk.rows.has(id) ? { ...desk, current: id } : desk);

/** The row `steps` away in the list; stays at the ends. */
export function move(desk: Desk, steps: number): Desk {
  const at = desk.current === null ? -1 : desk.visible.indexOf(desk.current);
  const to = Math.min(Math.max(at + steps, 0), desk.visible.length - 1);
  return { ...desk, current: desk.visible[to] ?? desk.current };
}

/** The next row that waits for a person, wrapping round; the same desk when there is none. */
export function nextNeedingYou(desk: Desk): Desk {
  const at = desk.current === null ? -1 : desk.visible.indexOf(desk.current);
  const order = [...desk.visible.slice(at + 1), ...desk.visible.slice(0, at + 1)];
  const found = order.find(id => {
    const row = desk.rows.get(id);
    return row !== undefined && needsPerson(row);
  });
  return found === undefined ? desk : { ...desk, current: found };
}

export function toggleSelected(desk: Desk, id: string): Desk {
  const selected = new Set(desk.selected);
  if (!selected.delete(id)) selected.add(id);
  return { ...desk, selected };
}

export const selectOnly = (desk: Desk, ids: Iterable<string>): Desk => ({ ...desk, selected: new Set(ids) });

/** Selected rows that bulk approval may take: drafted or edited, and at or above the threshold. */
export function approvable(desk: Desk, threshold: number): string[] {
  return [...desk.selected].filter(id => {
    const row = desk.rows.get(id);
    if (!row) return false;
    return (row.state === 'drafted' && row.confidence >= threshold) || row.state === 'edited';
  });
}
