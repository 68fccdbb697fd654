// Setting form controls the way Word sets them: content and properties together, so that Word, and whoever reads
// the form by its controls, see the same answer.
import type { FillEntry } from '../../contract/fill.ts';
import type { Field } from '../../contract/source-document.ts';
import { escapeAttribute } from '../xml/escape.ts';
import type { Splice } from '../xml/splice.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { Handle } from './controls.ts';
import { Refused, replaceText, textIn } from './edits.ts';
import { attribute, child, descendants, toggle } from './element.ts';
import { copiedProperties, paragraphRunProperties, prefixOf, run, textElements } from './run-xml.ts';

type Sdt = Extract<Handle, { via: 'sdt' }>;
type Legacy = Extract<Handle, { via: 'legacy' }>;

/** Splices for one control; throws Refused. */
export function writeControl(
  text: string,
  field: Field,
  handle: Sdt | Legacy,
  value: string,
  entry: FillEntry,
): Splice[] {
  if (field.locked)
    throw new Refused('locked', 'The form locks this field. Ask for a copy in which it can be edited.');
  if (field.maxLength && value.length > field.maxLength)
    throw new Refused(
      'too-long',
      `The form takes ${field.maxLength} characters here; the answer has ${value.length}. Shorten it.`,
    );
  if (field.kind === 'checkbox') {
    checkOption(field, entry);
    return handle.via === 'sdt'
      ? tickSdt(text, handle, value !== '')
      : tickLegacy(text, handle, value !== '');
  }
  if (field.kind === 'dropdown')
    return handle.via === 'sdt' ? chooseSdt(text, handle, value) : chooseLegacy(text, field, handle, value);
  return handle.via === 'sdt' ? typeSdt(text, handle, value) : typeLegacy(text, handle, value);
}

/** Ticking must mean what the caller thinks it means. */
export function checkOption(field: Field, entry: FillEntry): void {
  if (entry.option === undefined || field.option === undefined || same(field.option, entry.option)) return;
  throw new Refused('not-an-option', `The box here stands for “${field.option}”, not for “${entry.option}”.`);
}

export function same(a: string, b: string): boolean {
  const plain = (words: string) => words.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  return plain(a) === plain(b);
}

function typeSdt(text: string, handle: Sdt, value: string): Splice[] {
  return [
    ...settleProperties(text, handle),
    ...dateProperty(text, handle, value),
    ...sdtContent(text, handle, value),
  ];
}

function chooseSdt(text: string, handle: Sdt, value: string): Splice[] {
  const list = child(handle.properties, 'dropDownList') ?? child(handle.properties, 'comboBox');
  const item = list?.children.find(
    one =>
      one.local === 'listItem' &&
      same(attribute(text, one, 'displayText') ?? attribute(text, one, 'value') ?? '', value),
  );
  if (!list || (!item && list.local === 'dropDownList'))
    throw new Refused('not-an-option', `“${value}” is not in the list of this field.`);
  const shown = (item && (attribute(text, item, 'displayText') ?? attribute(text, item, 'value'))) ?? value;
  const stored = (item && attribute(text, item, 'value')) ?? value;
  return [
    ...settleProperties(text, handle),
    setAttribute(text, list, 'lastValue', stored),
    ...sdtContent(text, handle, shown),
  ];
}

/** Drops the prompt flag, and a binding that would put the stored property back over the answer. */
function settleProperties(text: string, { properties }: Sdt): Splice[] {
  return properties.children
    .filter(one => one.local === 'showingPlcHdr' || one.local === 'dataBinding')
    .filter(one => one.local !== 'showingPlcHdr' || toggle(text, properties, 'showingPlcHdr'))
    .map(one => ({ start: one.start, end: one.end, text: '' }));
}

/** `w:fullDate` holds the date as a value; it is set for an ISO date and dropped for words. */
function dateProperty(text: string, { properties }: Sdt, value: string): Splice[] {
  const date = child(properties, 'date');
  if (!date) return [];
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(value.trim());
  if (iso) return [setAttribute(text, date, 'fullDate', `${value.trim()}T00:00:00Z`)];
  const tag = text.slice(date.start, date.innerStart);
  const plain = tag.replace(/\s+[\w]*:?fullDate\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  return plain === tag ? [] : [{ start: date.start, end: date.innerStart, text: plain }];
}

function sdtContent(text: string, { properties, content }: Sdt, value: string): Splice[] {
  const prompting = toggle(text, properties, 'showingPlcHdr') ?? false;
  const own = child(properties, 'rPr');
  const elements = textIn(content);
  const first = elements[0];
  if (first) {
    const rPr = child(first.run, 'rPr');
    // The prompt is grey by its character style; an answer takes the control's own formatting.
    const fresh = own ? copiedProperties(text, own) : copiedProperties(text, rPr, ['rStyle']);
    return replaceText(elements, value, prompting ? fresh : undefined);
  }
  const prefix = prefixOf(content);
  const paragraph = descendants(content, 'p')[0];
  if (paragraph)
    return [
      insertRun(
        text,
        paragraph,
        run(prefix, own ? copiedProperties(text, own) : paragraphRunProperties(text, paragraph), value),
      ),
    ];
  const made = run(prefix, copiedProperties(text, own), value);
  if (!content.selfClosing) return [{ start: content.innerEnd, end: content.innerEnd, text: made }];
  return [{ start: content.start, end: content.end, text: `<${content.name}>${made}</${content.name}>` }];
}

/** A run at the end of a paragraph, opening a paragraph that closes itself. */
export function insertRun(text: string, paragraph: XmlElement, made: string): Splice {
  if (!paragraph.selfClosing) return { start: paragraph.innerEnd, end: paragraph.innerEnd, text: made };
  const tag = text.slice(paragraph.start, paragraph.end).replace(/\s*\/>$/, '>');
  return { start: paragraph.start, end: paragraph.end, text: `${tag}${made}</${paragraph.name}>` };
}

/** Checked state and glyph together ([MS-DOCX] §2.5.1.5 to 2.5.1.7). */
function tickSdt(text: string, handle: Sdt, checked: boolean): Splice[] {
  const box = child(handle.properties, 'checkbox');
  if (!box) return [];
  const prefix = prefixOf(box);
  const mark = child(box, 'checked');
  const state = child(box, checked ? 'checkedState' : 'uncheckedState');
  const code = attribute(text, state, 'val') ?? (checked ? '2612' : '2610');
  const font = attribute(text, state, 'font') ?? 'MS Gothic';
  const value = `<${prefix}checked ${prefix}val="${checked ? 1 : 0}"/>`;
  const splices: Splice[] = [...settleProperties(text, handle)];
  if (mark) splices.push({ start: mark.start, end: mark.end, text: value });
  else if (box.selfClosing)
    splices.push({ start: box.start, end: box.end, text: `<${box.name}>${value}</${box.name}>` });
  else splices.push({ start: box.innerStart, end: box.innerStart, text: value });
  return [...splices, ...glyph(text, handle.content, code, font)];
}

function glyph(text: string, content: XmlElement, code: string, font: string): Splice[] {
  const [first, ...rest] = textIn(content);
  if (!first) return [];
  const w = prefixOf(first.element);
  const point = Number.parseInt(code, 16) || 0x2612;
  // Word writes symbol fonts as w:sym and Unicode fonts as text in that font.
  const symbol = /^(?:wingdings|symbol|webdings)/i.test(font);
  const sign = symbol
    ? `<${w}sym ${w}font="${escapeAttribute(font)}" ${w}char="${code.toUpperCase()}"/>`
    : textElements(w, String.fromCodePoint(point));
  const splices: Splice[] = [{ start: first.element.start, end: first.element.end, text: sign }];
  const fonts = child(child(first.run, 'rPr'), 'rFonts');
  if (fonts && !symbol && attribute(text, fonts, 'ascii') !== font)
    splices.push({
      start: fonts.start,
      end: fonts.end,
      text: `<${w}rFonts ${['ascii', 'eastAsia', 'hAnsi'].map(name => `${w}${name}="${escapeAttribute(font)}"`).join(' ')} ${w}hint="eastAsia"/>`,
    });
  return [...splices, ...rest.map(({ element }) => ({ start: element.start, end: element.end, text: '' }))];
}

function tickLegacy(_text: string, { data }: Legacy, checked: boolean): Splice[] {
  const box = child(data, 'checkBox');
  if (!box || box.selfClosing) throw new Refused('no-box', 'The form field here has no box to tick.');
  const w = prefixOf(box);
  const value = checked ? `<${w}checked/>` : `<${w}checked ${w}val="0"/>`;
  const mark = child(box, 'checked');
  if (mark) return [{ start: mark.start, end: mark.end, text: value }];
  // The schema has the state last: size, default, checked (§17.16.7).
  return [{ start: box.innerEnd, end: box.innerEnd, text: value }];
}

function chooseLegacy(_text: string, field: Field, handle: Legacy, value: string): Splice[] {
  const list = child(handle.data, 'ddList');
  const index = (field.options ?? []).findIndex(option => same(option, value));
  if (!list || index < 0) throw new Refused('not-an-option', `“${value}” is not in the list of this field.`);
  const w = prefixOf(list);
  const made = `<${w}result ${w}val="${index}"/>`;
  const result = child(list, 'result');
  const splice = result
    ? { start: result.start, end: result.end, text: made }
    : { start: list.innerStart, end: list.innerStart, text: made };
  return [splice, ...replaceText(resultText(handle), field.options?.[index] ?? value)];
}

function typeLegacy(text: string, handle: Legacy, value: string): Splice[] {
  const elements = resultText(handle);
  if (elements.length > 0) return replaceText(elements, value);
  if (!handle.separate)
    throw new Refused('no-result', 'This form field has no place for its text. Answer it by hand in Word.');
  const { run: before, mark } = handle.separate;
  const w = prefixOf(mark);
  if (before === handle.end.run) return [{ start: mark.end, end: mark.end, text: textElements(w, value) }];
  return [
    { start: before.end, end: before.end, text: run(w, copiedProperties(text, child(before, 'rPr')), value) },
  ];
}

/** Text between the separator and the end of a legacy field. */
function resultText({ separate, end }: Legacy): { element: XmlElement; run: XmlElement }[] {
  if (!separate) return [];
  let top: XmlElement = separate.run;
  while (top.parent && top.local !== 'p') top = top.parent;
  return textIn(top).filter(
    ({ element }) => element.start > separate.mark.start && element.end <= end.mark.start,
  );
}

/** The opening tag of an element with one attribute set. */
function setAttribute(text: string, element: XmlElement, name: string, value: string): Splice {
  const tag = text.slice(element.start, element.innerStart);
  const prefix = prefixOf(element);
  const stated = new RegExp(`(\\s[\\w]*:?${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
  const quoted = `"${escapeAttribute(value)}"`;
  const made = stated.test(tag)
    ? tag.replace(stated, (_, lead) => lead + quoted)
    : tag.replace(/\s*(\/?)>$/, (_, slash) => ` ${prefix}${name}=${quoted}${slash}>`);
  return { start: element.start, end: element.innerStart, text: made };
}
