// A response document that write-response.ts made, read back: each question with its choice and words, without the
// lines that say where they come from. A person may have worded answers anew in Word; the frames are what counts.
import type { Block, Cell, SourceDocument, TableBlock, TextBlock } from '../../contract/source-document.ts';
import { GROUND, type ResponseItem, SOURCE } from './response.ts';

export type ReadItem = Omit<ResponseItem, 'sources'>;

/** Items with an answer, in order; null when the document is not one of ours. */
export function readResponse(document: SourceDocument): ReadItem[] | null {
  const blocks = document.blocks.filter(block => block.kind === 'table' || block.text.trim() !== '');
  const frames = blocks.filter(block => block.kind === 'table');
  if (document.format !== 'docx' || frames.length === 0 || !frames.every(isFrame)) return null;
  const items: ReadItem[] = [];
  let section: string | null = null;
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'heading') section = block.text;
    if (block.kind !== 'table') continue;
    const asked = blocks[at - 1];
    if (!asked || !isQuestion(asked)) return null;
    const item = itemOf(asked, block, section === document.title ? null : section);
    if (item) items.push(item);
  }
  return items;
}

function isFrame({ grid }: TableBlock): boolean {
  return grid.columns === 1 && grid.rows <= 3 && grid.cells.every(cell => cell.look.fill === GROUND);
}

function isQuestion(block: Block): block is TextBlock {
  return block.kind === 'paragraph' && block.look?.bold === true;
}

function itemOf(asked: TextBlock, { grid }: TableBlock, section: string | null): ReadItem | null {
  const [, number, words] = /^([^\t]*)\t([\s\S]*)$/.exec(asked.text) ?? [];
  const said = grid.cells.filter((cell, at) => !(at === grid.cells.length - 1 && isSources(cell)));
  if (said.length === 1 && said[0]?.look.italic) return null;
  const choice = said.find(cell => cell.look.bold)?.text ?? null;
  const answer = said.find(cell => !cell.look.bold)?.text ?? '';
  if (choice === null && answer === '') return null;
  return { ref: number ?? null, section, question: words ?? asked.text, choice, answer };
}

/** In small print, line by line; an answer that begins so is in the size of the others. */
function isSources({ text, look }: Cell): boolean {
  return text.startsWith(SOURCE) && look.size !== undefined;
}
