// Markdown policies to blocks with line ranges. The CommonMark parser gives every node its position; this file
// says what each node is in the neutral model.
import type { List, ListItem, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { LinesPlace } from '../../contract/place.ts';
import type { Block, SourceDocument, TableBlock, TextBlock } from '../../contract/source-document.ts';
import { plainGrid } from '../table-grid.ts';
import { htmlParts } from './html-parts.ts';
import { htmlTable } from './html-table.ts';
import { allBold, inlineText } from './inline-text.ts';
import { type SetAside, setAside } from './set-aside.ts';

interface Around {
  /** Depth of the list the node stands in; -1 outside lists. */
  depth: number;
  note: boolean;
  lines: readonly string[];
}

/** Reads decoded Markdown; places are line ranges from 1. */
export function readMarkdown(text: string, name: string): SourceDocument {
  const aside = setAside(text);
  const tree = fromMarkdown(aside.source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const around: Around = { depth: -1, note: false, lines: aside.source.split('\n') };
  const blocks = [...tree.children.flatMap(node => blocksOf(node, around)), ...asideBlocks(aside)];
  blocks.sort((a, b) => lineOf(a) - lineOf(b));
  for (const block of blocks) if (insideNote(block, aside)) block.kind = 'note';
  numberTables(blocks);
  const heading = blocks.find(block => block.kind === 'heading' && block.level === 1) as
    | TextBlock
    | undefined;
  const title = aside.title ?? heading?.text ?? null;
  return { format: 'markdown', name, title, grids: [], blocks, messages: [] };
}

function blocksOf(node: RootContent, around: Around): Block[] {
  switch (node.type) {
    case 'heading':
      return textBlock('heading', inlineText(node.children), node.depth, node);
    case 'paragraph': {
      const kind = around.depth >= 0 ? 'item' : around.note ? 'note' : 'paragraph';
      // A further paragraph of a list item belongs under that item, so it stands one deeper, without a mark.
      const block = textBlock(kind, inlineText(node.children), around.depth + 1, node);
      if (block[0] && allBold(node)) block[0].look = { bold: true };
      return block;
    }
    case 'blockquote':
      return node.children.flatMap(child => blocksOf(child, { ...around, note: true }));
    case 'list':
      return node.children.flatMap((item, index) => itemBlocks(item, node, index, around));
    case 'code':
      return textBlock('code', node.value, 0, node);
    case 'table':
      return [tableBlock(node)];
    case 'html':
      return htmlParts(node.value).flatMap(part => {
        const line = (node.position?.start.line ?? 1) + part.line;
        const marker = part.kind === 'item' ? '•' : null;
        const at = { line, to: Math.max(line, node.position?.end.line ?? line) };
        return [{ kind: part.kind, text: part.text, level: part.level, marker, at, fields: [] }];
      });
    case 'footnoteDefinition':
      return node.children.flatMap(child => blocksOf(child, around));
    default:
      // Definitions, thematic breaks: nothing a person reads.
      return [];
  }
}

function itemBlocks(item: ListItem, list: List, index: number, around: Around): Block[] {
  const depth = around.depth + 1;
  const inside = { ...around, depth };
  const [first, ...rest] = item.children;
  const marker = list.ordered
    ? `${(list.start ?? 1) + index}${delimiter(item, around)}`
    : bullet(item, around);
  if (first?.type !== 'paragraph') return item.children.flatMap(child => blocksOf(child, inside));
  const head = textBlock('item', inlineText(first.children), depth, first).map(block => ({
    ...block,
    marker,
  }));
  return [...head, ...rest.flatMap(child => blocksOf(child, inside))];
}

function markOf(item: ListItem, around: Around): string {
  const start = item.position?.start;
  return (around.lines[(start?.line ?? 1) - 1] ?? '').slice((start?.column ?? 1) - 1);
}

function delimiter(item: ListItem, around: Around): string {
  return /^\d+([.)])/.exec(markOf(item, around))?.[1] ?? '.';
}

function bullet(item: ListItem, around: Around): string {
  return /^[-*+]/.exec(markOf(item, around))?.[0] ?? '-';
}

function textBlock(kind: TextBlock['kind'], text: string, level: number, node: RootContent): TextBlock[] {
  if (text === '') return [];
  return [{ kind, text, level: Math.max(0, level), marker: null, at: placeOf(node), fields: [] }];
}

function placeOf(node: RootContent | List['children'][number] | Table['children'][number]): LinesPlace {
  const line = node.position?.start.line ?? 1;
  return { line, to: Math.max(line, node.position?.end.line ?? line) };
}

function tableBlock(node: Table): TableBlock {
  const rows = node.children.map(row => row.children.map(cell => inlineText(cell.children)));
  return {
    kind: 'table',
    grid: plainGrid(0, rows, [1]),
    at: placeOf(node),
    rowPlaces: node.children.map(placeOf),
  };
}

function asideBlocks(aside: SetAside): Block[] {
  const titles = aside.notes.flatMap((note): TextBlock[] =>
    note.title === null
      ? []
      : [
          {
            kind: 'note',
            text: note.title,
            level: 0,
            marker: null,
            at: { line: note.from, to: note.from },
            fields: [],
          },
        ],
  );
  const tables = aside.tables.flatMap(({ line, html }): TableBlock[] => {
    const table = htmlTable(html);
    if (table.rows.length === 0) return [];
    const rowPlaces = table.lines.map(({ from, to }) => ({ line: line + from, to: line + to }));
    const at = { line, to: line + html.split('\n').length - 1 };
    return [{ kind: 'table', grid: plainGrid(0, table.rows, table.headers, table.merges), at, rowPlaces }];
  });
  return [...titles, ...tables];
}

function lineOf(block: Block): number {
  return 'line' in block.at ? block.at.line : 0;
}

function insideNote(block: Block, aside: SetAside): block is TextBlock {
  const line = lineOf(block);
  return block.kind === 'paragraph' && aside.notes.some(note => note.from < line && line < note.to);
}

function numberTables(blocks: readonly Block[]): void {
  const tables = blocks.filter(block => block.kind === 'table');
  for (const [index, block] of tables.entries()) {
    block.grid.index = index;
    block.grid.name = `Table ${index + 1}`;
  }
}
