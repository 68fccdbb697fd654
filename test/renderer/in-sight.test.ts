import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inSight, lineTops } from '../../renderer/screens/review/in-sight.ts';

const heights = fc.array(fc.constantFrom(30, 52), { maxLength: 300 });

it('draws every line that can be seen, and not many more', () => {
  fc.assert(
    fc.property(heights, fc.nat(16_000), fc.nat(1_200), (list, from, seen) => {
      const tops = lineTops(list);
      const { first, end } = inSight(tops, from, from + seen);
      list.forEach((height, line) => {
        const top = tops[line] ?? 0;
        if (top < from + seen && top + height > from) expect(line >= first && line < end).toBe(true);
      });
      expect(end - first).toBeLessThanOrEqual(seen / 30 + 26);
    }),
  );
});

it('keeps its range while one moves a row or two', () => {
  const tops = lineTops(Array.from({ length: 2000 }, () => 52));
  const ranges = Array.from({ length: 40 }, (_, step) => inSight(tops, 5200 + step * 52, 5900 + step * 52));
  expect(new Set(ranges.map(range => `${range.first} ${range.end}`)).size).toBeLessThanOrEqual(12);
});

it('draws nothing of an empty list', () => {
  expect(inSight(lineTops([]), 0, 900)).toEqual({ first: 0, end: 0 });
});
