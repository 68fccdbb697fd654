// Running text cut where a person sees one demand end and the next begin: at soft line breaks, and between blanks
// that each have their own label. Form fields stay with the words they belong to.
import type { Field } from '../../contract/source-document.ts';
import { cleanText, wordCount } from './plain-words.ts';

export interface Segment {
  /** The words that ask, without blanks, boxes and the options beside them. */
  text: string;
  fields: Field[];
  /** Line of the container's text, from 0. */
  line: number;
  /** The container holds more than this segment. */
  shared: boolean;
  /** The blank stands inside a sentence: a variable of a template, not a place for an answer. */
  inProse: boolean;
}

const blanks = /[_＿]{2,}|\.{4,}|…{2,}/g;
const boxes = /[☐☑☒□■◻◼▢○◯●⚪]/gu;

/** Every line of a text, and every labelled blank of a line, in order. Lines without words or fields are left out. */
export function cutSegments(text: string, fields: readonly Field[]): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  const lines = text.split('\n');
  for (const [number, line] of lines.entries()) {
    const end = start + line.length;
    const last = number === lines.length - 1;
    const own = fields.filter(field => field.offset >= start && (field.offset <= end || last));
    for (const part of cutLine(line, start, own)) {
      if (part.text !== '' || part.fields.length > 0)
        segments.push({
          ...part,
          line: number,
          shared: false,
          inProse: inSentence(line, start, part) || inOption(own, part),
        });
    }
    start = end + 1;
  }
  for (const segment of segments) segment.shared = segments.length > 1;
  return segments;
}

interface Part {
  text: string;
  fields: Field[];
}

/** "Phone: ____ Fax: ____" is two demands; "Is it tested? ☐ Yes ☐ No" is one. */
function cutLine(line: string, start: number, fields: Field[]): Part[] {
  const typed = fields.filter(field => field.kind !== 'checkbox');
  if (typed.length < 2) return [{ text: askingWords(line, start, fields), fields }];
  const parts: Part[] = [];
  let from = 0;
  for (const [order, field] of fields.entries()) {
    const at = Math.max(from, field.offset - start);
    const words = askingWords(line.slice(from, at), start + from, []);
    const current = parts.at(-1);
    if (current && (words === '' || field.kind === 'checkbox' || !/\p{L}{2}/u.test(words)))
      current.fields.push(field);
    else parts.push({ text: words, fields: [field] });
    from = order < fields.length - 1 ? at + written(line.slice(at)) : at;
  }
  return parts;
}

/** Words go on after the last typed blank, and none of its labels ends before it. */
function inSentence(line: string, start: number, part: Part): boolean {
  const typed = part.fields.filter(field => field.kind === 'text' || field.kind === 'blank');
  const last = typed.at(-1);
  if (!last || typed.length < part.fields.length || /[:：?？]/.test(part.text)) return false;
  const at = Math.max(0, last.offset - start);
  const tail = line.slice(at).replace(last.value, ' ').replace(blanks, ' ');
  return wordCount(tail) >= 2 && wordCount(line.slice(0, at)) >= 2;
}

/** "☐ Inherited from <name>, <date>": its controls complete what the tick says and ask nothing of their own. */
function inOption(line: readonly Field[], { fields }: Part): boolean {
  return (
    fields.length > 0 &&
    fields.every(
      field =>
        field.kind === 'text' &&
        /\p{L}/u.test(field.value) &&
        line.some(
          ({ kind, option, offset }) =>
            kind === 'checkbox' && offset < field.offset && option?.includes(field.value),
        ),
    )
  );
}

/** Length of the blank that stands at the field. */
function written(rest: string): number {
  return /^[_＿.…\s]*/.exec(rest)?.[0].length ?? 0;
}

/** The line without its blanks, its boxes and the words beside the boxes. */
function askingWords(line: string, start: number, fields: Field[]): string {
  let words = line;
  for (const field of fields) {
    if (field.value !== '' && field.kind !== 'checkbox') words = words.replace(field.value, ' ');
  }
  const options = fields.flatMap(field => (field.kind === 'checkbox' && field.option ? [field.option] : []));
  const first = fields.find(field => field.kind === 'checkbox');
  if (first && options.length > 0) {
    const head = line.slice(0, Math.max(0, first.offset - start));
    const tail = line.slice(Math.max(0, first.offset - start));
    words = `${withoutOption(head, options)} ${options.reduce((rest, option) => rest.replace(option, ' '), tail)}`;
  }
  return cleanText(words.replace(blanks, ' ').replace(boxes, ' '));
}

/** "Is it tested? Yes" before the box of "Yes": the option stands in front of its box. */
function withoutOption(head: string, options: string[]): string {
  const trimmed = head.trimEnd();
  const option = options.find(one => trimmed.endsWith(one) && trimmed.length > one.length);
  return option ? trimmed.slice(0, -option.length) : head;
}
