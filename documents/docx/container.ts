// A body paragraph or a table cell: the unit that has a place. Its paragraphs joined, its fields in order, and
// what a fill needs to find them again.
import type { Field, Look } from '../../contract/source-document.ts';
import { typedBlanks } from '../typed-blanks.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { Control, Handle } from './controls.ts';
import type { Inline, Piece } from './inline.ts';

export interface Container {
  kind: 'paragraph' | 'cell';
  /** The `w:p`, or the `w:tc`. */
  element: XmlElement;
  paragraphs: XmlElement[];
  text: string;
  pieces: Piece[];
  fields: Field[];
  /** By field index. */
  handles: Handle[];
  look: Look;
}

export interface Part {
  paragraph: XmlElement;
  inline: Inline;
  /** Automatic number shown before the text inside a cell. */
  prefix: string;
}

/** `outer` are controls around whole paragraphs or the whole cell, with offsets in the joined text. */
export function containerOf(
  kind: Container['kind'],
  element: XmlElement,
  parts: readonly Part[],
  outer: (offsets: ReadonlyMap<XmlElement, { start: number; end: number }>) => Control[],
): Container {
  let text = '';
  const pieces: Piece[] = [];
  const controls: Control[] = [];
  const offsets = new Map<XmlElement, { start: number; end: number }>();
  for (const [index, { paragraph, inline, prefix }] of parts.entries()) {
    if (index > 0) text += '\n';
    text += prefix;
    const start = text.length;
    for (const piece of inline.pieces) pieces.push({ ...piece, at: piece.at + start });
    for (const { field, handle } of inline.controls)
      controls.push({ field: { ...field, offset: field.offset + start }, handle });
    text += inline.text;
    offsets.set(paragraph, { start, end: text.length });
  }
  controls.push(...outer(offsets));
  const { fields, handles } = settle(kind, text, controls);
  return {
    kind,
    element,
    paragraphs: parts.map(part => part.paragraph),
    text,
    pieces,
    fields,
    handles,
    look: lookOf(parts),
  };
}

/** Controls and typed blanks in order. A box that is a control lends its words from the typed box it shows as. */
function settle(
  kind: Container['kind'],
  text: string,
  controls: readonly Control[],
): { fields: Field[]; handles: Handle[] } {
  const typed = typedBlanks(text);
  const found: Control[] = controls.map(({ field, handle }) => {
    if (field.kind !== 'checkbox') return { field, handle };
    const option = typed.find(one => one.offset === field.offset)?.option;
    return { field: option ? { ...field, option } : field, handle };
  });
  for (const { index: _, ...field } of typed) {
    const covered = controls.some(
      control =>
        control.field.offset === field.offset ||
        (field.offset >= control.field.offset &&
          field.offset < control.field.offset + control.field.value.length),
    );
    if (covered) continue;
    const run = /^(?:_{3,}|[.…]{8,})/.exec(text.slice(field.offset))?.[0];
    const length = field.kind === 'blank' ? (run?.length ?? 0) : field.value.length;
    found.push({ field, handle: { via: 'typed', offset: field.offset, length } });
  }
  if (kind === 'paragraph') found.push(...roomAfterLines(text, found));
  found.sort((a, b) => a.field.offset - b.field.offset);
  return {
    fields: found.map(({ field }, index) => ({ index, ...field })),
    handles: found.map(({ handle }) => handle),
  };
}

/**
 * Several demands in one paragraph, a line each ("Name:", "Is it tested?"): the end of each line is a place to
 * answer, which the paragraph as a whole could not tell apart.
 */
function roomAfterLines(text: string, found: readonly Control[]): Control[] {
  const ends: number[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const taken = found.some(({ field }) => field.offset >= start && field.offset <= end);
    if (!taken && /\p{L}.*(?:[:：?？]|\([^()]{1,30}[/|][^()]{1,30}\))\s*$/u.test(line))
      ends.push(start + line.trimEnd().length);
    start = end + 1;
  }
  if (ends.length < 2) return [];
  return ends.map(offset => ({
    field: {
      kind: 'blank',
      via: 'underline',
      name: null,
      value: '',
      placeholder: true,
      offset,
      locked: false,
    },
    handle: { via: 'typed', offset, length: 0 },
  }));
}

/** What all paragraphs with words have in common. */
function lookOf(parts: readonly Part[]): Look {
  const looks = parts.filter(part => part.inline.text.trim() !== '').map(part => part.inline.look);
  const first = looks[0];
  if (!first) return {};
  return {
    ...(looks.every(look => look.bold) ? { bold: true } : {}),
    ...(looks.every(look => look.italic) ? { italic: true } : {}),
    ...(first.size ? { size: first.size } : {}),
  };
}
