// The few best of many numbered things: kept in order as they come, for few of thousands are kept.

/** The numbers with the highest scores, highest first, of equal ones the lower number first. At most `count`, which is 1 or more. */
export function bestFew(numbers: readonly number[], scores: Float64Array, count: number): number[] {
  const best: number[] = [];
  const before = (a: number, b: number) => {
    const more = (scores[a] ?? 0) - (scores[b] ?? 0);
    return more > 0 || (more === 0 && a < b);
  };
  for (const at of numbers) {
    if (best.length === count && !before(at, best[count - 1] ?? -1)) continue;
    if (best.length < count) best.push(at);
    let place = best.length - 1;
    for (; place > 0 && before(at, best[place - 1] ?? -1); place -= 1) best[place] = best[place - 1] ?? -1;
    best[place] = at;
  }
  return best;
}
