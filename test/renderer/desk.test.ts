import { expect, it } from 'vitest';
import {
  applyFilter,
  approvable,
  mergeRows,
  move,
  nextNeedingYou,
  openDesk,
  selectOnly,
} from '../../renderer/screens/review/desk.ts';
import { countTabs } from '../../renderer/screens/review/filter.ts';
import { makeRow, makeSummary } from './fixtures.ts';

const context = { bulkThreshold: 0.85, reviewer: 'Robin Vale' };
const rows = Array.from({ length: 40 }, (_, index) => makeRow(index, 40));
const open = () => openDesk(makeSummary({ questions: 40 }), rows, context).get();

it('stands on the first question and stops at both ends', () => {
  const desk = open();
  expect(desk.current).toBe('q0');
  expect(move(desk, -1).current).toBe('q0');
  expect(move(desk, Number.POSITIVE_INFINITY).current).toBe('q39');
});

it('finds the next question that needs a person, wrapping round', () => {
  const first = nextNeedingYou(open());
  expect(first.rows.get(first.current ?? '')?.state).toBe('rejected');
  const last = nextNeedingYou({ ...open(), current: 'q39' });
  expect(last.current).toBe(first.current);
});

it('keeps a row in the list while one works on it, and drops it with the next filter', () => {
  const narrowed = applyFilter(open(), { tab: 'needs-you' });
  const id = narrowed.current ?? '';
  const row = narrowed.rows.get(id);
  if (!row) throw new Error('no row');
  const approved = mergeRows(narrowed, [{ ...row, state: 'approved' }]);
  expect(approved.visible).toContain(id);
  expect(applyFilter(approved, {}).visible).not.toContain(id);
});

it('keeps the identity of rows that did not change', () => {
  const desk = open();
  const next = mergeRows(desk, structuredClone(rows));
  expect(next.rows.get('q3')).toBe(desk.rows.get('q3'));
});

it('is the same desk when nothing in it is new, and another when one field of one row is', () => {
  const desk = open();
  expect(mergeRows(desk, structuredClone(rows))).toBe(desk);
  for (const part of [{ version: 9 }, { answer: 'Other words.' }, { at: { sheet: 'Other', cell: 'D7' } }]) {
    const next = mergeRows(desk, [{ ...makeRow(3, 40), ...part }]);
    expect(next.rows).not.toBe(desk.rows);
    expect(next.rows.get('q3')).toMatchObject(part);
    expect(next.rows.get('q4')).toBe(desk.rows.get('q4'));
  }
});

it('filters by words over number, question and answer together', () => {
  const found = applyFilter(open(), { words: 'da-01 aes-256' });
  expect(found.visible).toEqual(['q0']);
});

it('never offers low drafts or open questions to bulk approval', () => {
  const desk = selectOnly(open(), open().visible);
  const taken = approvable(desk, 0.85).map(id => desk.rows.get(id));
  expect(taken.length).toBeGreaterThan(0);
  for (const row of taken) {
    expect(row?.state === 'edited' || (row?.state === 'drafted' && row.confidence >= 0.85)).toBe(true);
  }
});

it('counts each tab as the filter would show it', () => {
  const counts = countTabs(rows, context);
  expect(counts.all).toBe(40);
  expect(counts['needs-you']).toBe(applyFilter(open(), { tab: 'needs-you' }).visible.length);
  expect(counts.mine).toBe(applyFilter(open(), { tab: 'mine' }).visible.length);
});
