import { expect, it } from 'vitest';
import { daysUntil, sayAgo } from '../../renderer/parts/dates.ts';
import { cutByMarks } from '../../renderer/parts/marked-text.tsx';
import {
  cellsOf,
  columnLetters,
  compactWidths,
  gridCell,
  readableInk,
} from '../../renderer/parts/sheet-cells.ts';
import { diffWords } from '../../renderer/parts/word-diff.ts';
import { roleOf, setRole, setRow } from '../../renderer/screens/import/corrections.ts';
import { nextChoice } from '../../renderer/screens/review/choices.tsx';
import { whatIsAsked } from '../../renderer/screens/review/slots.ts';
import { swapIn } from '../../renderer/screens/review/swap.ts';
import { scopeForPolicies } from '../../renderer/shell/policy-scope.ts';
import { formatRoute, parseRoute } from '../../renderer/shell/route.ts';
import { nameKey } from '../../renderer/shell/shortcuts.ts';
import { documents, makeEvidence, makePicture, makeQuestion, makeRegions, makeRow } from './fixtures.ts';

it('says a difference word by word and loses no character', () => {
  const was = 'Keys are rotated every year.';
  const now = 'Keys are rotated every 90 days.';
  const pieces = diffWords(was, now);
  const join = (skip: string) =>
    pieces
      .filter(piece => piece.kind !== skip)
      .map(piece => piece.text)
      .join('');
  expect(join('added')).toBe(was);
  expect(join('removed')).toBe(now);
  expect(pieces.find(piece => piece.kind === 'removed')?.text).toBe('year');
});

it('says several changed words in a row as one change', () => {
  expect(diffWords('Logs: GitHub workflows kept.', 'Logs: change management kept.')).toEqual([
    { kind: 'same', text: 'Logs: ' },
    { kind: 'removed', text: 'GitHub workflows' },
    { kind: 'added', text: 'change management' },
    { kind: 'same', text: ' kept.' },
  ]);
});

it('puts policies where most documents are until a scope is chosen', () => {
  const held = ['acme', 'product', 'acme'].flatMap(scope =>
    documents.slice(0, 1).map(document => ({ ...document, scope })),
  );
  expect(scopeForPolicies(held, null)).toBe('acme');
  expect(scopeForPolicies(held, 'product')).toBe('product');
  expect(scopeForPolicies([], null)).toBe('company');
});

it('marks overlapping and overlong ranges without losing text', () => {
  const pieces = cutByMarks('abcdef', [
    { from: 1, to: 3 },
    { from: 2, to: 99 },
  ]);
  expect(pieces.map(piece => piece.text).join('')).toBe('abcdef');
  expect(
    pieces
      .filter(piece => piece.marked)
      .map(piece => piece.text)
      .join(''),
  ).toBe('bcdef');
});

it('lays out merged cells once', () => {
  const picture = makePicture([makeRow(0, 1)], 1, 4);
  const [title] = cellsOf(picture);
  expect(title?.cells).toHaveLength(1);
  expect(title?.cells[0]?.columnSpan).toBe(5);
});

it('gives each column of a small picture room for its longest word, within reason', () => {
  const picture = makePicture([makeRow(0, 1)], 3, 2);
  const [ref = 0, question = 0, response = 0, comment = 0, weight = 0] = compactWidths(picture);
  expect(response).toBeGreaterThan('Response'.length * 7);
  expect(weight).toBeGreaterThan('Weight'.length * 7);
  expect(ref).toBeLessThan(response);
  expect(question).toBe(190);
  expect(comment).toBe(160);
});

it('names columns as spreadsheets do, and finds a place in the grid', () => {
  expect([1, 26, 27, 702, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  expect(gridCell({ sheet: 'S', cell: 'AB12' })).toEqual({ row: 12, column: 28 });
});

it("keeps the customer's ink only where it can be read", () => {
  expect(readableInk('1F3864', 'FFFFFF')).toBe('#FFFFFF');
  expect(readableInk('D9E1F2', 'C0C0C0')).toBe('#111111');
});

it('brings an address back as it was, odd characters included', () => {
  const route = { screen: 'review', id: 'a/b#c', part: 'sheet:S 1' } as const;
  expect(parseRoute(formatRoute(route))).toEqual(route);
  expect(parseRoute('#/nowhere').screen).toBe('questionnaires');
});

it('names keys alike on all systems', () => {
  const key = (part: Partial<KeyboardEvent>) =>
    nameKey({ key: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...part });
  expect(key({ key: 'Z', metaKey: true, shiftKey: true })).toBe('mod+shift+z');
  expect(key({ key: 'C', shiftKey: true })).toBe('shift+c');
  expect(key({ key: '?', shiftKey: true })).toBe('?');
});

it('goes round the choices both ways', () => {
  expect(nextChoice(['Yes', 'No'], null)).toBe('Yes');
  expect(nextChoice(['Yes', 'No'], 'No')).toBe('Yes');
  expect(nextChoice(['Yes', 'No'], 'Yes', true)).toBe('No');
});

it('offers the ticks of a row as its choices and the shortest limit', () => {
  const question = makeQuestion(makeRow(0, 1));
  const at = question.at;
  const asked = whatIsAsked({
    ...question,
    slots: [
      { role: 'mark', at, option: 'Yes' },
      { role: 'mark', at, option: 'No' },
      { role: 'text', at, limit: 200 },
    ],
  });
  expect(asked).toMatchObject({ options: ['Yes', 'No'], text: true, limit: 200, several: [] });
});

it('swaps a passage in, or adds it once', () => {
  const passage = makeEvidence('p1', 'Keys are rotated.', 0.9);
  const now = { text: 'Data is encrypted', cited: ['p0'] };
  expect(swapIn(passage, now, false)).toEqual({ text: 'Keys are rotated.', citations: ['p1'] });
  const added = swapIn(passage, now, true);
  expect(added).toEqual({ text: 'Data is encrypted. Keys are rotated.', citations: ['p0', 'p1'] });
  expect(swapIn(passage, { text: added.text ?? '', cited: added.citations ?? [] }, true)).toEqual(added);
});

it('corrects one column and leaves the rest as found', () => {
  const [region] = makeRegions(5);
  if (!region) throw new Error('no region');
  const mapping = setRow(setRole({ corrections: [] }, region.id, 5, 'comment'), region.id, 9, false);
  expect(roleOf(region, mapping, 5)).toBe('comment');
  expect(roleOf(region, mapping, 2)).toBe('question');
  expect(mapping.corrections[0]?.dropRows).toEqual([9]);
});

it('counts days by the calendar, not by hours', () => {
  const late = new Date(2026, 10, 23, 23, 30);
  expect(daysUntil('2026-11-24', late)).toBe(1);
  expect(daysUntil('2026-11-22', late)).toBe(-1);
  expect(sayAgo(new Date(2026, 10, 22, 23, 0).toISOString(), late)).toBe('yesterday');
});
