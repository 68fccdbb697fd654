// Table rows are read in two ways: cell after cell, or each cell behind its column heading. A label
// names the row once; the gold written for scoring should accept either reading, so this makes the second.

import { linesOf, type Reference, readable } from './reference.ts';

const cellsOf = (lines: string[]): string[] => {
  const text = lines.join('\n');
  const cells = /<t[dh]/i.test(text) ? text.split(/<t[dh][^>]*>/i).slice(1) : text.split('|').slice(1, -1);
  return cells.map(cell => cell.split('\n').map(readable).filter(Boolean).join(' ')).filter(Boolean);
};

function headings(lines: string[], row: number): string[] {
  if (/^\s*\|/.test(lines[row] ?? '')) {
    let top = row;
    while (/^\s*\|/.test(lines[top - 1] ?? '')) top--;
    return cellsOf(lines.slice(top, top + 1));
  }
  let top = row;
  while (top > 0 && !/<table/i.test(lines[top] ?? '')) top--;
  const end = lines.findIndex((line, index) => index > top && /<\/tr>/i.test(line));
  return cellsOf(lines.slice(top, end));
}

/** "heading: cell" for every cell of the row a reference covers; undefined when it is no whole row. */
export function labelledRow(folder: string, at: Reference): string | undefined {
  if (at.from === undefined || at.to === undefined) return undefined;
  const lines = linesOf(folder, at.file);
  const own = lines.slice(at.from - 1, at.to);
  const isRow = /^\s*\|/.test(own[0] ?? '') || own.filter(line => /<td/i.test(line)).length > 1;
  if (!isRow) return undefined;
  const names = headings(lines, at.from - 1);
  return cellsOf(own)
    .map((cell, index) => (names[index] ? `${names[index]}: ${cell}` : cell))
    .join('; ');
}
