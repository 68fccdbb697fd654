// Ruled tables: crossing lines to a lattice of cells. Where a border between two cells is not drawn they are one
// merged cell, which is how a person sees it.
import type { Rect } from '../../contract/source-document.ts';
import type { Rule } from './rules.ts';

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface LatticeCell extends Box {
  /** 1-based rectangle of lattice rows and columns it covers. */
  rect: Rect;
}

export interface Lattice extends Box {
  rows: number;
  columns: number;
  cells: LatticeCell[];
}

const near = 3; // points within which two rules are one
const covers = 0.6; // share of a cell's side that must be drawn

/** Tables drawn with lines; single boxes and frames around a page are not tables. */
export function findLattices(rules: readonly Rule[], page: { width: number; height: number }): Lattice[] {
  return groups(rules)
    .map(group => latticeOf(group))
    .filter((one): one is Lattice => one !== null && one.cells.length > 1 && !isFrame(one, page));
}

/** Sets of rules that touch each other. */
function groups(rules: readonly Rule[]): Rule[][] {
  const parent = rules.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] ?? at;
    parent[index] = at;
    return at;
  };
  const order = rules.map((_, index) => index).sort((a, b) => (rules[a]?.y1 ?? 0) - (rules[b]?.y1 ?? 0));
  for (const [position, i] of order.entries()) {
    const a = rules[i];
    if (!a) continue;
    for (const j of order.slice(position + 1)) {
      const b = rules[j];
      if (!b || b.y1 > a.y2 + near) break;
      if (b.x1 <= a.x2 + near && a.x1 <= b.x2 + near) parent[root(j)] = root(i);
    }
  }
  const found = new Map<number, Rule[]>();
  for (const [index, rule] of rules.entries()) {
    const key = root(index);
    found.set(key, [...(found.get(key) ?? []), rule]);
  }
  return [...found.values()];
}

function latticeOf(group: readonly Rule[]): Lattice | null {
  const across = group.filter(rule => rule.x2 > rule.x1);
  const down = group.filter(rule => rule.y2 > rule.y1);
  const xs = cluster(down.map(rule => rule.x1));
  const ys = cluster(across.map(rule => rule.y1));
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows > 20_000) return null;
  const drawnBelow = (row: number, column: number) =>
    drawn(across, 'x', ys[row + 1] ?? 0, xs[column] ?? 0, xs[column + 1] ?? 0);
  const drawnRight = (row: number, column: number) =>
    drawn(down, 'y', xs[column + 1] ?? 0, ys[row] ?? 0, ys[row + 1] ?? 0);
  const cells: LatticeCell[] = [];
  const taken = new Set<number>();
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue;
      let right = column;
      while (right + 1 < columns && !drawnRight(row, right) && !taken.has(row * columns + right + 1))
        right += 1;
      let bottom = row;
      const open = (below: number) => {
        for (let c = column; c <= right; c++) if (drawnBelow(below, c)) return false;
        return true;
      };
      while (bottom + 1 < rows && open(bottom)) bottom += 1;
      for (let r = row; r <= bottom; r++) for (let c = column; c <= right; c++) taken.add(r * columns + c);
      cells.push({
        rect: { top: row + 1, left: column + 1, bottom: bottom + 1, right: right + 1 },
        left: xs[column] ?? 0,
        right: xs[right + 1] ?? 0,
        top: ys[row] ?? 0,
        bottom: ys[bottom + 1] ?? 0,
      });
    }
  }
  const edge = { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 };
  return { ...edge, rows, columns, cells };
}

function cluster(values: readonly number[]): number[] {
  const found: { sum: number; count: number; last: number }[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && value - last.last <= near) {
      last.sum += value;
      last.count += 1;
      last.last = value;
    } else found.push({ sum: value, count: 1, last: value });
  }
  return found.map(({ sum, count }) => sum / count);
}

/** Whether rules at `where` cover most of the span `from`-`to` along the given axis. */
function drawn(rules: readonly Rule[], along: 'x' | 'y', where: number, from: number, to: number): boolean {
  const pieces = rules
    .filter(rule => Math.abs((along === 'x' ? rule.y1 : rule.x1) - where) <= near)
    .map((rule): [number, number] => (along === 'x' ? [rule.x1, rule.x2] : [rule.y1, rule.y2]))
    .sort((a, b) => a[0] - b[0]);
  let covered = 0;
  let reach = from;
  for (const [start, end] of pieces) {
    const piece = Math.min(end, to) - Math.max(start, reach);
    if (piece > 0) covered += piece;
    reach = Math.max(reach, Math.min(end, to));
  }
  return covered >= (to - from) * covers;
}

function isFrame(box: Lattice, page: { width: number; height: number }): boolean {
  const wide = box.right - box.left > page.width * 0.85 && box.bottom - box.top > page.height * 0.85;
  return wide && box.cells.length < 4;
}
