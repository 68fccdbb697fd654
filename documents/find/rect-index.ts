// Which of many rectangles cover a cell. Small ones are hashed by cell, tall or wide ones kept in short lists by
// row band, so that fifty thousand merges or a whole-sheet validation both answer at once.
import type { Rect, Span } from '../../contract/source-document.ts';

interface Entry<T> {
  rect: Rect;
  value: T;
  order: number;
}

export interface RectIndex<T> {
  first(row: number, column: number): T | null;
  all(row: number, column: number): T[];
}

/** Rectangles of at most this many cells are hashed cell by cell. */
const smallArea = 64;
/** Rows per band for the others. */
const bandRows = 256;
/** Rectangles over more bands than this are looked at for every cell; there are few of them. */
const tallBands = 64;

export function rectIndex<T>(items: { rects: Rect[]; value: T }[]): RectIndex<T> {
  const hashed = new Map<number, Entry<T>[]>();
  const banded = new Map<number, Entry<T>[]>();
  const tall: Entry<T>[] = [];
  let order = 0;
  for (const { rects, value } of items) {
    for (const rect of rects) {
      const entry = { rect, value, order };
      order += 1;
      const area = (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1);
      if (area <= smallArea) {
        for (let row = rect.top; row <= rect.bottom; row += 1) {
          for (let column = rect.left; column <= rect.right; column += 1)
            push(hashed, row * 16_384 + column, entry);
        }
        continue;
      }
      const from = Math.floor(rect.top / bandRows);
      const to = Math.floor(rect.bottom / bandRows);
      if (to - from > tallBands) tall.push(entry);
      else for (let band = from; band <= to; band += 1) push(banded, band, entry);
    }
  }
  if (order === 0) return { first: () => null, all: () => [] };
  const none: Entry<T>[] = [];
  const nothing: T[] = [];
  const hits = (row: number, column: number) => {
    const small = hashed.get(row * 16_384 + column);
    const band = banded.get(Math.floor(row / bandRows));
    // Asked for every cell of a sheet: most hit nothing, or small ones only, which stand in order.
    if (!band && tall.length === 0) return small ?? none;
    const found = small ? [...small] : [];
    for (const list of [band ?? none, tall]) {
      for (const entry of list) {
        const { top, bottom, left, right } = entry.rect;
        if (row >= top && row <= bottom && column >= left && column <= right) found.push(entry);
      }
    }
    return found.length > 1 ? found.sort((a, b) => a.order - b.order) : found;
  };
  return {
    first: (row, column) => hits(row, column)[0]?.value ?? null,
    all: (row, column) => {
      const found = hits(row, column);
      return found.length === 0 ? nothing : found.map(entry => entry.value);
    },
  };
}

/** True for numbers inside any of the spans. */
export function spanIndex(spans: Span[]): (at: number) => boolean {
  if (spans.length === 0) return () => false;
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.from <= last.to + 1) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return at => {
    let low = 0;
    let high = merged.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const span = merged[middle];
      if (!span) return false;
      if (at < span.from) high = middle - 1;
      else if (at > span.to) low = middle + 1;
      else return true;
    }
    return false;
  };
}

function push<K, V>(map: Map<K, V[]>, at: K, value: V): void {
  const list = map.get(at);
  if (list) list.push(value);
  else map.set(at, [value]);
}
