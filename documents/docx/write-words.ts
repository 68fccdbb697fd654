// Writing into running text and plain cells: typed boxes and blanks change in place, an empty place takes a run,
// a prompt or former answer gives way, and beside a label or a question the answer is added.
import type { FillEntry } from '../../contract/fill.ts';
import type { Field } from '../../contract/source-document.ts';
import type { Splice } from '../xml/splice.ts';
import type { Container } from './container.ts';
import { type RangeEdit, Refused, replaceText } from './edits.ts';
import { child } from './element.ts';
import type { Piece } from './inline.ts';
import { copiedProperties, paragraphRunProperties, prefixOf, run, textElements } from './run-xml.ts';
import { tickedSymbol } from './symbols.ts';
import { insertRun, same } from './write-control.ts';

const prompts =
  /^(?:[<[{(«].*[>\]})»]|(?:please\s+)?(?:click|tap|enter|type|insert|select|choose)\b.*|tbd|tbc|n\/a|not verified|\.{3,}|-+)$/is;

/** The range a typed blank or box gives way in; null when the typed sign is a symbol that is replaced whole. */
export function typedEdit(container: Container, field: Field, length: number, value: string): RangeEdit {
  if (field.kind === 'blank')
    return { offset: field.offset, length, text: spaced(container, field.offset, length, value) };
  const ticked = value === '' ? untick(field.value) : tick(field.value);
  return { offset: field.offset, length, text: ticked };
}

/** Words after a label keep a space before them. */
function spaced(container: Container, offset: number, length: number, value: string): string {
  const before = container.text.charAt(offset - 1);
  // A place after a question takes its answer on a line of its own, unless that is only a word or two.
  if (length === 0) return `${/[:：]/.test(before) || value.length < 24 ? ' ' : '\n'}${value}`;
  const after = container.text.charAt(offset + length);
  return `${/[\p{L}\p{N}:?.)]/u.test(before) ? ' ' : ''}${value}${/[\p{L}\p{N}]/u.test(after) ? ' ' : ''}`;
}

function tick(sign: string): string {
  if (sign.startsWith('[')) return '[x]';
  return sign.startsWith('(') ? '(x)' : '☒';
}

function untick(sign: string): string {
  if (sign.startsWith('[')) return '[ ]';
  return sign.startsWith('(') ? '( )' : '☐';
}

/** A box drawn by `w:sym` of a symbol font is replaced by that font's ticked box. */
export function symbolEdit(text: string, pieces: readonly Piece[], field: Field): Splice[] | null {
  const piece = pieces.find(one => one.at === field.offset && one.element.local === 'sym');
  if (!piece) return null;
  const tag = text.slice(piece.element.start, piece.element.end);
  const font = /\bfont\s*=\s*["']([^"']*)/.exec(tag)?.[1] ?? '';
  const code = tickedSymbol(font);
  if (code === null) return null;
  return [
    {
      start: piece.element.start,
      end: piece.element.end,
      text: tag.replace(/(\bchar\s*=\s*["'])[^"']*/, `$1${code}`),
    },
  ];
}

/** Splices that put an answer into a paragraph or cell without using a field. */
export function writeWords(text: string, container: Container, entry: FillEntry, value: string): Splice[] {
  const first = container.paragraphs[0];
  if (!first) throw new Refused('no-paragraph', 'There is no paragraph to write into at this place.');
  const present = container.text.trim();
  if (present === '') return [fresh(text, container, value)];
  const replaced = entry.replaces !== undefined ? same(entry.replaces, present) : prompts.test(present);
  if (replaced || (entry.role === 'choice' && offers(present, value)))
    return replaceAll(text, container, value);
  return [append(text, container, value)];
}

/** "Yes / No" as the whole of a cell offers its choices; the chosen one replaces it. */
function offers(present: string, value: string): boolean {
  const parts = present.replace(/^[([]|[)\]]$/g, '').split(/\s*[/|]\s*|\s+or\s+/i);
  return parts.length > 1 && parts.length < 8 && parts.some(part => same(part, value));
}

function fresh(text: string, container: Container, value: string): Splice {
  // A cell may hold empty paragraphs around the one meant; the first is where a person would click.
  const paragraph = container.paragraphs[0];
  if (!paragraph) throw new Refused('no-paragraph', 'There is no paragraph to write into at this place.');
  return insertRun(text, paragraph, run(prefixOf(paragraph), paragraphRunProperties(text, paragraph), value));
}

function replaceAll(text: string, container: Container, value: string): Splice[] {
  const elements = [...new Map(container.pieces.map(piece => [piece.element, piece])).values()].map(
    ({ element, run }) => ({ element, run }),
  );
  const rPr = child(elements[0]?.run, 'rPr');
  const prompted = rPr && child(rPr, 'rStyle') !== undefined;
  return replaceText(elements, value, prompted ? copiedProperties(text, rPr, ['rStyle']) : undefined);
}

/** After a question on a new line, after a label on the same one; a bold label's answer is not bold. */
function append(text: string, container: Container, value: string): Splice {
  const last = container.pieces.findLast(piece => piece.text.trim() !== '') ?? container.pieces.at(-1);
  const paragraph =
    container.paragraphs.findLast(one => last && one.start <= last.run.start && last.run.end <= one.end) ??
    container.paragraphs.at(-1);
  if (!paragraph) throw new Refused('no-paragraph', 'There is no paragraph to write into at this place.');
  const prefix = prefixOf(paragraph);
  const rPr = copiedProperties(text, child(last?.run, 'rPr'), ['b', 'bCs', 'rStyle', 'u']);
  const label = /[:：]\s*$/.test(container.text) || container.text.trim().length < 40;
  const lead = label ? textElements(prefix, ' ') : `<${prefix}br/>`;
  return insertRun(text, paragraph, `<${prefix}r>${rPr}${lead}${textElements(prefix, value)}</${prefix}r>`);
}
