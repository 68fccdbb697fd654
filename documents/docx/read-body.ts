// The body of a document in reading order, with places. Direct children of the body are counted first, as the
// contract says; what stands inside content controls, text boxes and cells is counted after all of them, so that
// every paragraph and table has its own place and wrapping one in a control moves no other.
import type { Block, TableBlock, TextBlock } from '../../contract/source-document.ts';
import type { Budget } from '../limits.ts';
import type { XmlElement } from '../xml/tree.ts';
import { type Container, containerOf, type Part } from './container.ts';
import { type Control, sdtField, sdtKind } from './controls.ts';
import { child, chosen, toggle, valOf } from './element.ts';
import { type Reading, readInline } from './inline.ts';
import { type Numbering, readNumbering } from './numbering.ts';
import type { Docx } from './open-docx.ts';
import { outlineLevel, readStyles, type Style } from './styles.ts';
import { gridOf, type RawCell, rowsOf } from './tables.ts';

export interface Body {
  blocks: Block[];
  /** By `paragraph` number. */
  paragraphs: Container[];
  /** By table number, then `row,cell`. */
  tables: Map<string, Container>[];
}

interface Found {
  /** Null for what has a place but is not text: entries of a table of contents. */
  block: Block | null;
  direct: boolean;
  container: Container | null;
  cells: Map<string, Container> | null;
}

interface Walk {
  docx: Docx;
  budget: Budget;
  reading: Reading;
  numbering: Numbering;
  found: Found[];
}

export function readBody(docx: Docx, budget: Budget): Body {
  const styles = readStyles(docx.styles);
  const walk: Walk = {
    docx,
    budget,
    reading: { text: docx.main.text, styles, open: [], boxes: [] },
    numbering: readNumbering(docx.numbering, styles),
    found: [],
  };
  readBlocks(walk, docx.body, true, null);
  return number(walk.found);
}

function number(found: readonly Found[]): Body {
  const body: Body = { blocks: [], paragraphs: [], tables: [] };
  const order = [...found.filter(one => one.direct), ...found.filter(one => !one.direct)];
  for (const { block, container, cells } of order) {
    if (block?.kind === 'table' && cells) {
      const table = body.tables.push(cells) - 1;
      block.grid.index = table;
      block.grid.name = `Table ${table + 1}`;
      block.at = { table, row: 0, cell: 0 };
    } else if (container) {
      const paragraph = body.paragraphs.push(container) - 1;
      if (block) block.at = { paragraph };
    }
  }
  body.blocks = found.flatMap(one => one.block ?? []);
  return body;
}

/** Reads block-level content; `control` is a content control that holds exactly this content. */
function readBlocks(walk: Walk, parent: XmlElement, direct: boolean, control: XmlElement | null): void {
  for (const one of parent.children) {
    walk.budget.tick();
    if (one.local === 'p') readParagraph(walk, one, direct, control);
    else if (one.local === 'tbl') readTable(walk, one, direct);
    else if (one.local === 'sdt') {
      const content = child(one, 'sdtContent');
      if (content) readBlocks(walk, content, false, sdtKind(walk.reading.text, one) === null ? null : one);
    } else if (one.local === 'AlternateContent') {
      const choice = chosen(one);
      if (choice) readBlocks(walk, choice, false, control);
    } else if (one.local === 'customXml' || one.local === 'ins' || one.local === 'moveTo')
      readBlocks(walk, one, false, control);
  }
}

function readParagraph(walk: Walk, paragraph: XmlElement, direct: boolean, control: XmlElement | null): void {
  const style = styleOf(walk, paragraph);
  const inline = readInline(walk.reading, paragraph, style);
  const mark = markOf(walk, paragraph, style);
  const container = containerOf('paragraph', paragraph, [{ paragraph, inline, prefix: '' }], () =>
    control ? aroundControl(walk, control, inline.text, 0) : [],
  );
  trimPrompt(container);
  // A table of contents repeats the headings; its styles keep their English names in every language.
  if (/^(?:toc \d|table of figures)$/i.test(style?.name ?? '')) {
    walk.found.push({ block: null, direct, container, cells: null });
    return;
  }
  const heading = headingOf(walk, paragraph, style);
  const block: TextBlock = {
    kind: heading !== null ? 'heading' : mark ? 'item' : 'paragraph',
    text: container.text,
    level: heading ?? mark?.level ?? 0,
    marker: mark?.marker ?? null,
    at: { paragraph: 0 },
    fields: container.fields,
    look: container.look,
  };
  walk.found.push({ block, direct, container, cells: null });
  readBoxes(walk);
}

/** Text boxes are read after the paragraph that anchors them. */
function readBoxes(walk: Walk): void {
  const boxes = walk.reading.boxes.splice(0);
  for (const box of boxes) readBlocks(walk, box, false, null);
}

function readTable(walk: Walk, table: XmlElement, direct: boolean): void {
  const { text } = walk.reading;
  const rows = rowsOf(text, table, walk.budget);
  const cells = new Map<string, Container>();
  const position = walk.found.length;
  const nested: Found[] = [];
  const grid = gridOf(text, table, rows, (row, cell) => {
    const before = walk.found.length;
    const container = readCell(walk, cell);
    nested.push(...walk.found.splice(before));
    if (!cell.continues) cells.set(`${row},${cell.number}`, container);
    return { text: container.text, look: { ...container.look }, fields: container.fields };
  });
  const block: TableBlock = { kind: 'table', grid, at: { table: 0, row: 0, cell: 0 } };
  walk.found.splice(position, 0, { block, direct, container: null, cells });
  walk.found.push(...nested);
}

function readCell(walk: Walk, cell: RawCell): Container {
  const parts: Part[] = [];
  const controls: { sdt: XmlElement; paragraphs: XmlElement[] }[] = [];
  const collect = (parent: XmlElement) => {
    for (const one of parent.children) {
      if (one.local === 'p') parts.push(cellParagraph(walk, one));
      else if (one.local === 'tbl') readTable(walk, one, false);
      else if (one.local === 'sdt') {
        const content = child(one, 'sdtContent');
        if (!content) continue;
        const from = parts.length;
        collect(content);
        controls.push({ sdt: one, paragraphs: parts.slice(from).map(part => part.paragraph) });
      } else if (one.local === 'customXml' || one.local === 'ins') collect(one);
    }
  };
  collect(cell.element);
  if (cell.wrapper) controls.push({ sdt: cell.wrapper, paragraphs: parts.map(part => part.paragraph) });
  const joined = parts.map(part => part.inline.text).join('\n');
  const container = containerOf('cell', cell.element, parts, offsets =>
    controls.flatMap(({ sdt, paragraphs }) => {
      const first = paragraphs[0] && offsets.get(paragraphs[0]);
      const last = paragraphs.at(-1);
      const end = last ? (offsets.get(last)?.end ?? 0) : 0;
      const start = first?.start ?? 0;
      return aroundControl(walk, sdt, joined.length >= end ? joined.slice(start, end) : '', start);
    }),
  );
  trimPrompt(container);
  return container;
}

function cellParagraph(walk: Walk, paragraph: XmlElement): Part {
  const style = styleOf(walk, paragraph);
  const inline = readInline(walk.reading, paragraph, style);
  const mark = markOf(walk, paragraph, style);
  const anchored = walk.reading.boxes.splice(0);
  for (const box of anchored) readBlocks(walk, box, false, null);
  const numbered = mark && !mark.bullet ? mark.marker : '';
  return { paragraph, inline, prefix: numbered === '' ? '' : inline.text === '' ? numbered : `${numbered} ` };
}

/** The field of a content control that holds whole paragraphs. */
function aroundControl(walk: Walk, sdt: XmlElement, value: string, offset: number): Control[] {
  const kind = sdtKind(walk.reading.text, sdt);
  const made = kind === null ? null : sdtField(walk.reading.text, sdt, kind, value, offset);
  return made ? [made] : [];
}

/** A prompt of a control around paragraphs is not text of the document. */
function trimPrompt(container: Container): void {
  for (const field of container.fields) {
    if (field.via !== 'sdt' || !field.placeholder || field.value === '') continue;
    const at = container.text.indexOf(field.value, field.offset);
    if (at !== field.offset) continue;
    const end = at + field.value.length;
    container.text = container.text.slice(0, at) + container.text.slice(end);
    container.pieces = container.pieces
      .filter(piece => piece.at < at || piece.at >= end)
      .map(piece => (piece.at >= end ? { ...piece, at: piece.at - field.value.length } : piece));
    for (const other of container.fields) if (other.offset >= end) other.offset -= field.value.length;
    for (const handle of container.handles)
      if (handle.via === 'typed' && handle.offset >= end) handle.offset -= field.value.length;
  }
}

function styleOf(walk: Walk, paragraph: XmlElement): Style | null {
  const id = valOf(walk.reading.text, child(paragraph, 'pPr'), 'pStyle');
  return id === null
    ? walk.reading.styles.normal
    : (walk.reading.styles.of(id) ?? walk.reading.styles.normal);
}

function headingOf(walk: Walk, paragraph: XmlElement, style: Style | null): number | null {
  const own = valOf(walk.reading.text, child(paragraph, 'pPr'), 'outlineLvl');
  return own === '9' ? null : (outlineLevel(own) ?? style?.heading ?? null);
}

function markOf(
  walk: Walk,
  paragraph: XmlElement,
  style: Style | null,
): { marker: string; bullet: boolean; level: number } | null {
  const pPr = child(paragraph, 'pPr');
  const numPr = child(pPr, 'numPr');
  const numId = valOf(walk.reading.text, numPr, 'numId') ?? style?.numId ?? null;
  if (numId === null || numId === '0') return null;
  // A deleted paragraph mark joins its text to the next paragraph and shows no number of its own.
  if (toggle(walk.reading.text, child(pPr, 'rPr'), 'vanish')) return null;
  const level = Math.min(8, Number(valOf(walk.reading.text, numPr, 'ilvl') ?? style?.ilvl ?? 0) || 0);
  const shown = walk.numbering.next(numId, level);
  return shown ? { ...shown, level } : null;
}
