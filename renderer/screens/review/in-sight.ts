// Which lines of a long list to draw. Heights are known beforehand, so nothing is asked of the page; the range
// is kept to whole blocks, so that moving row by row changes it once in a block and not with every key.
const block = 8;

/** Where each line begins, in pixels, and where the last one ends. */
export function lineTops(heights: number[]): number[] {
  const tops = [0];
  for (const height of heights) tops.push((tops[tops.length - 1] ?? 0) + height);
  return tops;
}

/** Index of the line that stands at this height; the ends for what lies beyond them. */
function lineAt(tops: number[], height: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}

export interface Range {
  first: number;
  /** One after the last. */
  end: number;
}

/** Lines between two heights with about half a block to spare at both ends. */
export function inSight(tops: number[], from: number, to: number): Range {
  const lines = tops.length - 1;
  const first = Math.floor(Math.max(0, lineAt(tops, from) - block / 2) / block) * block;
  const end = Math.ceil((lineAt(tops, to) + 1 + block / 2) / block) * block;
  return { first: Math.min(first, lines), end: Math.min(end, lines) };
}
