// Reads running text as a sequence of asks: every segment judged by how it sounds, what stands in it and what
// follows it. Whether the whole is a questionnaire is decided later, over all of them.
import type { Place } from '../../contract/place.ts';
import type { Slot } from '../../contract/questionnaire.ts';
import type { Field, FormatId, TextBlock } from '../../contract/source-document.ts';
import { readHeader, spelledOptions } from './header-lexicon.ts';
import { leadingNumber, withoutLeadingNumber } from './leading-number.ts';
import { phraseTest, plainWords, readingLength } from './plain-words.ts';
import { asksOutright, isLabel, questionShape } from './question-shape.ts';
import { isContact } from './row-kinds.ts';
import { fieldSlot } from './row-slots.ts';
import { cutSegments, type Segment } from './segments.ts';
import { instructions } from './words/form-words.ts';

const instructs = phraseTest(instructions);

export interface Ask {
  text: string;
  ref: string | null;
  section: string | null;
  at: Place;
  /** 1 plainly asks or has a place to answer; 0.7 states a requirement; 0.4 a label; 0 prose. */
  strength: number;
  /** Fields, an empty line or an "Answer:" line wait for the answer. */
  waits: boolean;
  contact: boolean;
  /** A question mark, options or boxes: no statement or instruction looks so. */
  outright: boolean;
  /** Says how to use the form. */
  instructs: boolean;
  /** Stands in a list or carries a number. */
  listed: boolean;
  heading: boolean;
  level: number;
  slots: Slot[];
  /** Position of the block among all blocks. */
  order: number;
}

/** `order` of each block lets tables and text be put back in document order. */
export function readAsks(blocks: { block: TextBlock; order: number }[], format: FormatId): Ask[] {
  const asks: Ask[] = [];
  let section: string | null = null;
  for (const { block, order } of blocks) {
    if (block.kind === 'note' || block.kind === 'code') continue;
    const segments = cutSegments(block.text, block.fields);
    if (segments.length === 0) {
      takeEmptyLine(asks.at(-1), block, order, format);
      continue;
    }
    if (block.kind === 'heading' && !asksInHeading(segments)) {
      section = segments.map(segment => segment.text).join(' ') || section;
      asks.push(prose(section ?? '', block, order, true));
      continue;
    }
    for (const segment of segments) addSegment(asks, block, segment, section, order);
  }
  return asks;
}

function asksInHeading(segments: Segment[]): boolean {
  return segments.some(segment => segment.fields.length > 0 || questionShape(segment.text) >= 0.9);
}

function addSegment(
  asks: Ask[],
  block: TextBlock,
  segment: Segment,
  section: string | null,
  order: number,
): void {
  const words = segment.text.replace(/^\s*[•·●▪◦*–—-]\s+/, '');
  const last = asks.at(-1);
  const slots = (segment.inProse ? [] : segment.fields)
    .filter(field => !field.locked)
    .map(field => fieldSlot(field, fieldPlace(block.at, field)));
  if (!/\p{L}{2}/u.test(words)) {
    if (last && slots.length > 0 && !last.heading) giveSlots(last, slots);
    return;
  }
  const free = last && (last.order < order || (!last.waits && slots.length > 0));
  if (last && free && isAnswerLine(words) && last.strength > 0) {
    giveSlots(last, slots.length > 0 ? slots : [{ role: 'text', at: block.at, purpose: 'answer' }]);
    return;
  }
  const shape = questionShape(words);
  const options = spelledOptions(words);
  const contact = isContact(words) && shape < 0.6;
  const boxed =
    !segment.inProse && segment.fields.some(field => field.kind === 'checkbox' || field.kind === 'dropdown');
  const waits = slots.length > 0;
  const strength = strengthOf({
    shape,
    options: options !== null,
    boxed,
    waits,
    label: isLabel(words) || contact,
  });
  asks.push({
    text: block.marker ? words : withoutLeadingNumber(words),
    ref: markerReference(block.marker) ?? leadingNumber(words),
    section,
    at: block.at,
    strength,
    waits,
    contact: contact || strength === 0.4,
    outright: asksOutright(words) || options !== null || boxed,
    instructs: !waits && !asksOutright(words) && instructs(plainWords(words)),
    listed: block.kind === 'item' || block.marker !== null || segment.shared || leadingNumber(words) !== null,
    heading: block.kind === 'heading',
    level: block.kind === 'item' ? block.level + 1 : 0,
    slots: withOptions(slots, options),
    order,
  });
}

interface Signs {
  shape: number;
  options: boolean;
  boxed: boolean;
  waits: boolean;
  label: boolean;
}

function strengthOf({ shape, options, boxed, waits, label }: Signs): number {
  if (shape >= 0.9 || options || boxed) return 1;
  if (waits) return label ? 0.5 : shape > 0 ? 1 : 0.6;
  if (shape > 0) return 0.7;
  return label ? 0.4 : 0;
}

function prose(text: string, block: TextBlock, order: number, heading: boolean): Ask {
  return {
    text,
    ref: null,
    section: null,
    at: block.at,
    strength: 0,
    waits: false,
    contact: false,
    outright: false,
    instructs: false,
    listed: false,
    heading,
    level: 0,
    slots: [],
    order,
  };
}

/** One blank after "(Yes/No)" takes one of the options. */
function withOptions(slots: Slot[], options: string[] | null): Slot[] {
  const only = slots[0];
  if (options && slots.length === 1 && only?.role === 'text') return [{ ...only, role: 'choice', options }];
  return slots;
}

function giveSlots(ask: Ask, slots: Slot[]): void {
  const first = ask.slots[0];
  const replaces =
    first !== undefined &&
    ask.slots.length === 1 &&
    'paragraph' in first.at &&
    slots.some(slot => slot.role !== 'text');
  if (
    ask.waits &&
    !replaces &&
    slots.every(slot => slot.role === 'text') &&
    ask.slots.some(slot => slot.role === 'text')
  )
    return;
  ask.slots.push(...slots);
  ask.waits = true;
  if (ask.strength > 0 || slots.some(slot => slot.role !== 'text')) ask.strength = Math.max(ask.strength, 1);
  ask.contact = false;
}

/** The first empty paragraph after an ask is where a person would type (DOCX keeps it as a paragraph). */
function takeEmptyLine(last: Ask | undefined, block: TextBlock, order: number, format: FormatId): void {
  if (!last || last.strength < 0.7 || last.waits || order !== last.order + 1 || format !== 'docx') return;
  last.slots.push({ role: 'text', at: block.at, purpose: 'answer' });
  last.waits = true;
}

/** "Answer:", "Réponse :", "回答：": the line that takes the answer of the question above. */
function isAnswerLine(words: string): boolean {
  if (readingLength(words) > 40 || !/[:：]\s*$/.test(words)) return false;
  const role = readHeader(words)?.role;
  return (role === 'answer' || role === 'comment') && plainWords(words).split(' ').length <= 4;
}

function fieldPlace(at: Place, field: Field): Place {
  if ('paragraph' in at) return { ...at, field: field.index };
  if ('page' in at && field.via === 'acroform' && field.name) return { ...at, field: field.name };
  return at;
}

/** "1.2." gives "1.2"; a bullet gives nothing. */
export function markerReference(marker: string | null): string | null {
  const words = marker?.replace(/^[([]+|[)\].:]+$/g, '').trim() ?? '';
  return /[\p{L}\d]/u.test(words) ? words : null;
}
