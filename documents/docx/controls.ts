// What kind of form control a content control (ECMA-376-1 §17.5.2, checkbox of [MS-DOCX] §2.5) or a legacy form
// field (§17.16.17) is, and what it holds.
import type { Field } from '../../contract/source-document.ts';
import type { XmlElement } from '../xml/tree.ts';
import { attribute, child, descendants, toggle, valOf } from './element.ts';

/** Where a field's words live, for filling. */
export type Handle =
  | { via: 'sdt'; sdt: XmlElement; properties: XmlElement; content: XmlElement }
  | { via: 'legacy'; data: XmlElement; type: LegacyType; separate: FieldMark | null; end: FieldMark }
  | { via: 'typed'; offset: number; length: number };

/** A `w:fldChar` and the run it stands in. */
export interface FieldMark {
  run: XmlElement;
  mark: XmlElement;
}

export type LegacyType = 'FORMTEXT' | 'FORMCHECKBOX' | 'FORMDROPDOWN';

export interface Control {
  field: Omit<Field, 'index'>;
  handle: Handle;
}

export type SdtKind = 'checkbox' | 'dropdown' | 'text' | null;

// Controls that hold structure rather than an answer.
const structural = [
  'docPartObj',
  'docPartList',
  'group',
  'bibliography',
  'citation',
  'equation',
  'picture',
  'repeatingSection',
  'repeatingSectionItem',
];

/** The kind of a content control, or null when it only wraps other content. */
export function sdtKind(text: string, sdt: XmlElement): SdtKind {
  const properties = child(sdt, 'sdtPr');
  const content = child(sdt, 'sdtContent');
  if (!properties || !content || structural.some(name => child(properties, name))) return null;
  if (child(properties, 'checkbox')) return 'checkbox';
  if (child(properties, 'dropDownList') || child(properties, 'comboBox')) return 'dropdown';
  if (child(properties, 'date') || child(properties, 'text')) return 'text';
  // Rich text names no kind. It is an answer when it shows its prompt or is small; else it wraps a section.
  if (descendants(content, 'sdt').length > 0 || descendants(content, 'tbl').length > 0) return null;
  if (toggle(text, properties, 'showingPlcHdr')) return 'text';
  return descendants(content, 'p').length <= 1 ? 'text' : null;
}

/** The field of a content control whose content reads `value` and stands at `offset`. */
export function sdtField(
  text: string,
  sdt: XmlElement,
  kind: Exclude<SdtKind, null>,
  value: string,
  offset: number,
): Control | null {
  const properties = child(sdt, 'sdtPr');
  const content = child(sdt, 'sdtContent');
  if (!properties || !content) return null;
  const lock = valOf(text, properties, 'lock');
  const prompting = toggle(text, properties, 'showingPlcHdr') ?? false;
  const options = kind === 'dropdown' ? listItems(text, properties, prompting ? value : null) : undefined;
  return {
    field: {
      kind,
      via: 'sdt',
      name: valOf(text, properties, 'alias') ?? valOf(text, properties, 'tag'),
      value,
      placeholder: prompting || value.trim() === '',
      ...(kind === 'checkbox' ? { checked: isChecked(text, properties) } : {}),
      ...(options ? { options } : {}),
      offset,
      locked: lock === 'contentLocked' || lock === 'sdtContentLocked',
    },
    handle: { via: 'sdt', sdt, properties, content },
  };
}

export function isChecked(text: string, properties: XmlElement): boolean {
  return toggle(text, child(properties, 'checkbox'), 'checked') ?? false;
}

/** What a person sees in the list; Word's own first entry "Choose an item." has no value and is not an answer. */
function listItems(text: string, properties: XmlElement, prompt: string | null): string[] {
  const list = child(properties, 'dropDownList') ?? child(properties, 'comboBox');
  return (list?.children ?? []).flatMap(item => {
    if (item.local !== 'listItem') return [];
    const value = attribute(text, item, 'value');
    const shown = attribute(text, item, 'displayText') ?? value ?? '';
    return shown === '' || (value ?? '') === '' || shown === prompt ? [] : [shown];
  });
}

/** The field of a legacy form field whose result reads `value`. */
export function legacyField(
  text: string,
  data: XmlElement,
  type: LegacyType,
  value: string,
  offset: number,
): Omit<Field, 'index'> {
  const name = valOf(text, data, 'name') || null;
  const locked = toggle(text, data, 'enabled') === false;
  const base = { via: 'legacy' as const, name, offset, locked };
  if (type === 'FORMCHECKBOX') {
    const box = child(data, 'checkBox');
    const checked = toggle(text, box, 'checked') ?? toggle(text, box, 'default') ?? false;
    return { ...base, kind: 'checkbox', value: checked ? '☒' : '☐', placeholder: false, checked };
  }
  if (type === 'FORMDROPDOWN') {
    const list = child(data, 'ddList');
    const options = (list?.children ?? []).flatMap(entry =>
      entry.local === 'listEntry' ? [attribute(text, entry, 'val') ?? ''] : [],
    );
    const result = valOf(text, list, 'result');
    const shown = options[Number(result ?? valOf(text, list, 'default') ?? 0)] ?? '';
    return { ...base, kind: 'dropdown', value: shown, placeholder: result === null, options };
  }
  const input = child(data, 'textInput');
  const prompt = valOf(text, input, 'default') ?? '';
  const maxLength = Number(valOf(text, input, 'maxLength') ?? 0);
  const empty = value.trim() === '' || value.trim() === prompt.trim();
  return {
    ...base,
    kind: 'text',
    value: value.trim() === '' ? '' : value,
    placeholder: empty,
    ...(maxLength > 0 ? { maxLength } : {}),
  };
}
