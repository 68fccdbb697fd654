// An HTML table inside Markdown as rows of words, with colspan and rowspan as merges.
import type { Rect } from '../../contract/source-document.ts';
import { htmlParts } from './html-parts.ts';

export interface HtmlTable {
  rows: string[][];
  /** Line of each row within the given HTML, from 0, both ends included. */
  lines: { from: number; to: number }[];
  /** Rows (from 1) made of `th` cells or inside `thead`. */
  headers: number[];
  merges: Rect[];
}

const rowPattern = /<tr\b[^>]*>([\s\S]*?)(?=<\/tr\s*>|<tr\b|<\/table\s*>|$)/gi;
const cellPattern = /<(t[dh])\b([^>]*)>([\s\S]*?)(?=<\/t[dh]\s*>|<t[dh]\b|$)/gi;

/** Reads the first table of `html`; nested tables are read as words of their cell. */
export function htmlTable(html: string): HtmlTable {
  const source = html.replace(/<!--[\s\S]*?-->/g, all => all.replace(/[^\n]/g, ''));
  const table: HtmlTable = { rows: [], lines: [], headers: [], merges: [] };
  const taken = new Set<string>();
  for (const match of source.matchAll(rowPattern)) {
    const row = table.rows.length + 1;
    const words: string[] = [];
    let header = true;
    let column = 1;
    for (const [, tag = '', attributes = '', inner = ''] of (match[1] ?? '').matchAll(cellPattern)) {
      while (taken.has(`${row},${column}`)) column += 1;
      if (tag.toLowerCase() !== 'th') header = false;
      const down = spanOf(attributes, 'rowspan');
      const right = spanOf(attributes, 'colspan');
      for (let r = 0; r < down; r++) for (let c = 0; c < right; c++) taken.add(`${row + r},${column + c}`);
      if (down > 1 || right > 1)
        table.merges.push({ top: row, left: column, bottom: row + down - 1, right: column + right - 1 });
      words[column - 1] = htmlParts(inner)
        .map(part => part.text)
        .join('\n');
      column += right;
    }
    if (words.length === 0) continue;
    const from = lineAt(source, match.index);
    table.rows.push(Array.from(words, word => word ?? ''));
    table.lines.push({ from, to: lineAt(source, match.index + match[0].trimEnd().length) });
    if (header) table.headers.push(row);
  }
  return table;
}

function spanOf(attributes: string, name: string): number {
  const value = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,3})`, 'i').exec(attributes)?.[1];
  return Math.max(1, Number(value ?? 1));
}

function lineAt(source: string, offset: number): number {
  let line = 0;
  for (let at = source.indexOf('\n'); at >= 0 && at < offset; at = source.indexOf('\n', at + 1)) line += 1;
  return line;
}
