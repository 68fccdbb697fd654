// One paragraph as a person sees it: its text with every piece's place in the XML, and its form controls.
// Deleted text, field codes, hidden runs, comments and notes are not text; inserted text and field results are.
import type { Look } from '../../contract/source-document.ts';
import { unescapeText } from '../xml/escape.ts';
import type { XmlElement } from '../xml/tree.ts';
import { type Control, type FieldMark, type LegacyType, legacyField, sdtField, sdtKind } from './controls.ts';
import { attribute, child, chosen, toggle, valOf } from './element.ts';
import { halfPoints, type Style, type Styles } from './styles.ts';
import { symbolText } from './symbols.ts';

export interface Piece {
  text: string;
  /** Offset in the container's text. */
  at: number;
  /** The `w:t`, `w:tab`, `w:sym`... it came from, and its run. */
  element: XmlElement;
  run: XmlElement;
}

export interface Inline {
  text: string;
  pieces: Piece[];
  controls: Control[];
  look: Look;
}

interface OpenField {
  phase: 'code' | 'result';
  code: string;
  data: XmlElement | undefined;
  separate: FieldMark | null;
  home: Inline;
  /** Lengths of the home's text and pieces where the result began. */
  from: number;
  pieces: number;
}

export interface Reading {
  text: string;
  styles: Styles;
  /** Complex fields that are open, across paragraphs (a table of contents spans many). */
  open: OpenField[];
  /** Text boxes met, read after the paragraph that anchors them. */
  boxes: XmlElement[];
}

// Wrappers whose content is read as if they were not there.
const transparent = new Set([
  'ins',
  'moveTo',
  'smartTag',
  'customXml',
  'hyperlink',
  'fldSimple',
  'bdo',
  'dir',
  'oMath',
  'oMathPara',
  'sdtContent',
  'ruby',
  'rubyBase',
  'f',
  'num',
  'den',
  'e',
  'sup',
  'sub',
  'sSup',
  'sSub',
  'd',
  'rad',
  'deg',
  'nary',
]);

export function readInline(reading: Reading, paragraph: XmlElement, style: Style | null): Inline {
  const inline: Inline = { text: '', pieces: [], controls: [], look: {} };
  const weight = { all: 0, bold: 0, italic: 0, sizes: new Map<number, number>() };
  walk(paragraph);
  joinUnderlines(inline, reading.text);
  if (weight.all > 0) {
    if (weight.bold === weight.all) inline.look.bold = true;
    if (weight.italic === weight.all) inline.look.italic = true;
    const size = [...weight.sizes].sort((a, b) => b[1] - a[1])[0]?.[0];
    if (size) inline.look.size = size;
  }
  return inline;

  function walk(element: XmlElement): void {
    for (const one of element.children) {
      if (one.local === 'r') readRun(one);
      else if (one.local === 'sdt') readSdt(one);
      else if (one.local === 'AlternateContent') {
        const choice = chosen(one);
        if (choice) walk(choice);
      } else if (transparent.has(one.local)) walk(one);
    }
  }

  function emit(text: string, element: XmlElement, run: XmlElement): void {
    if (text === '' || reading.open.some(field => field.phase === 'code')) return;
    inline.pieces.push({ text, at: inline.text.length, element, run });
    inline.text += text;
  }

  function readRun(run: XmlElement): void {
    const properties = child(run, 'rPr');
    const runStyle = reading.styles.of(valOf(reading.text, properties, 'rStyle'));
    const hidden = toggle(reading.text, properties, 'vanish') ?? runStyle?.hidden ?? style?.hidden ?? false;
    const before = inline.text.length;
    for (const one of run.children) readRunChild(one, run, hidden);
    const words = inline.text.slice(before).trim().length;
    if (words === 0) return;
    weight.all += words;
    if (toggle(reading.text, properties, 'b') ?? runStyle?.bold ?? style?.bold ?? false) weight.bold += words;
    if (toggle(reading.text, properties, 'i') ?? runStyle?.italic ?? style?.italic ?? false)
      weight.italic += words;
    const size = halfPoints(valOf(reading.text, properties, 'sz')) ?? runStyle?.size ?? style?.size;
    if (size) weight.sizes.set(size, (weight.sizes.get(size) ?? 0) + words);
  }

  function readRunChild(one: XmlElement, run: XmlElement, hidden: boolean): void {
    switch (one.local) {
      case 'fldChar':
        fieldChar(one, run);
        return;
      case 'instrText': {
        const field = reading.open.at(-1);
        if (field?.phase === 'code') field.code += innerText(reading.text, one);
        return;
      }
      case 'drawing':
      case 'pict':
      case 'object':
        collectBoxes(one, reading.boxes);
        return;
      case 'AlternateContent': {
        const choice = chosen(one);
        for (const inside of choice?.children ?? []) readRunChild(inside, run, hidden);
        return;
      }
    }
    if (hidden) return;
    emit(textOfRunChild(reading.text, one), one, run);
  }

  function fieldChar(one: XmlElement, run: XmlElement): void {
    const type = attribute(reading.text, one, 'fldCharType');
    if (type === 'begin') {
      const data = child(one, 'ffData');
      reading.open.push({
        phase: 'code',
        code: '',
        data,
        separate: null,
        home: inline,
        from: 0,
        pieces: 0,
      });
      return;
    }
    const field = reading.open.at(-1);
    if (!field) return;
    if (type === 'separate') {
      field.phase = 'result';
      field.separate = { run, mark: one };
      field.from = field.home.text.length;
      field.pieces = field.home.pieces.length;
    } else if (type === 'end') {
      reading.open.pop();
      closeField(field, one, run);
    }
  }

  function closeField(field: OpenField, mark: XmlElement, end: XmlElement): void {
    const type = /\b(FORMTEXT|FORMCHECKBOX|FORMDROPDOWN)\b/.exec(field.code)?.[1] as LegacyType | undefined;
    // A result that runs over several paragraphs is read as text and not offered as one field.
    if (!type || !field.data || field.home !== inline) return;
    const at = field.separate ? field.from : inline.text.length;
    const made = legacyField(reading.text, field.data, type, inline.text.slice(at), at);
    if (made.placeholder || type !== 'FORMTEXT') {
      inline.text = inline.text.slice(0, at);
      if (field.separate) inline.pieces.length = field.pieces;
    }
    if (type === 'FORMCHECKBOX' || (type === 'FORMDROPDOWN' && !made.placeholder))
      emit(made.value, mark, end);
    const handle = {
      via: 'legacy' as const,
      data: field.data,
      type,
      separate: field.separate,
      end: { run: end, mark },
    };
    inline.controls.push({ field: made, handle });
  }

  function readSdt(sdt: XmlElement): void {
    const content = child(sdt, 'sdtContent');
    if (!content) return;
    const kind = sdtKind(reading.text, sdt);
    const at = inline.text.length;
    const pieces = inline.pieces.length;
    walk(content);
    if (kind === null) return;
    const control = sdtField(reading.text, sdt, kind, inline.text.slice(at), at);
    if (!control) return;
    inline.controls.push(control);
    if (kind === 'checkbox') {
      // Whatever glyph the author chose, the text shows a box, so that labels can be found beside it.
      const first = inline.pieces[pieces];
      inline.text = inline.text.slice(0, at);
      inline.pieces.length = pieces;
      emit(control.field.checked ? '☒' : '☐', first?.element ?? sdt, first?.run ?? sdt);
    } else if (control.field.placeholder) {
      inline.text = inline.text.slice(0, at);
      inline.pieces.length = pieces;
    }
  }
}

/** Text of an element of a run; empty for what is not text. */
export function textOfRunChild(text: string, one: XmlElement): string {
  switch (one.local) {
    case 't':
      return innerText(text, one);
    case 'tab':
    case 'ptab':
      return '\t';
    case 'br':
      return attribute(text, one, 'type') === 'page' || attribute(text, one, 'type') === 'column' ? '' : '\n';
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '-';
    case 'sym':
      return symbolText(attribute(text, one, 'font') ?? '', attribute(text, one, 'char') ?? '');
    case 'r':
      return one.children.map(inside => textOfRunChild(text, inside)).join('');
    default:
      return '';
  }
}

/** The characters of an element without child elements. Zero-width characters are no text. */
export function innerText(text: string, element: XmlElement): string {
  return unescapeText(text.slice(element.innerStart, element.innerEnd)).replace(/[\u200b\u2060\ufeff]/g, '');
}

function collectBoxes(element: XmlElement, boxes: XmlElement[]): void {
  for (const one of element.children) {
    if (one.local === 'txbxContent') boxes.push(one);
    else if (one.local === 'AlternateContent') {
      const choice = chosen(one);
      if (choice) collectBoxes(choice, boxes);
    } else collectBoxes(one, boxes);
  }
}

/** White space that is underlined is a line to write on: it reads as underscores. */
function joinUnderlines(inline: Inline, text: string): void {
  const underlined = inline.pieces.map(piece => {
    const value = valOf(text, child(piece.run, 'rPr'), 'u');
    return value !== null && value !== 'none';
  });
  const grown: { from: number; by: number }[] = [];
  for (const [index, piece] of inline.pieces.entries()) {
    const wide = piece.text.includes('\t') || piece.text.length >= 4;
    if (!underlined[index] || !wide || piece.text.trim() !== '') continue;
    // A gap inside an underlined heading is part of the heading.
    const next = inline.pieces.findIndex((other, at) => at > index && other.text.trim() !== '');
    if (next >= 0 && underlined[next]) continue;
    const line = '_'.repeat(Math.max(4, piece.text.length));
    grown.push({ from: piece.at + piece.text.length, by: line.length - piece.text.length });
    piece.text = line;
  }
  if (grown.length === 0) return;
  const shift = (offset: number) =>
    grown.reduce((sum, one) => sum + (one.from <= offset ? one.by : 0), offset);
  for (const control of inline.controls) control.field.offset = shift(control.field.offset);
  let at = 0;
  for (const piece of inline.pieces) {
    piece.at = at;
    at += piece.text.length;
  }
  inline.text = inline.pieces.map(piece => piece.text).join('');
}
