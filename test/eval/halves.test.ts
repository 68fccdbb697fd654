import { expect, test } from 'vitest';
import { halfOf, halvesInPairs } from './halves.ts';

const ids = Array.from({ length: 60 }, (_, at) => `Q-${at}`);

test('one of every two neighbours is held', () => {
  const halves = halvesInPairs(ids);
  for (let at = 0; at < ids.length; at += 2)
    expect([halves[at], halves[at + 1]].sort()).toEqual(['held', 'open']);
});

test('which one is held changes from pair to pair', () => {
  const first = halvesInPairs(ids).filter((_, at) => at % 2 === 0);
  expect(new Set(first)).toEqual(new Set(['open', 'held']));
});

test('a half does not depend on questions that come later', () => {
  expect(halvesInPairs(ids.slice(0, 7))).toEqual(halvesInPairs(ids).slice(0, 7));
  expect(halvesInPairs(['Q-1'])).toEqual([halfOf('Q-1')]);
});
