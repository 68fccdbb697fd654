// AcroForm fields through pdf-lib: value, state and appearance together, so that the answer shows in viewers that
// draw what the file holds and in those that draw for themselves.
import {
  type PDFAcroField,
  type PDFArray,
  PDFBool,
  PDFCheckBox,
  type PDFDocument,
  PDFDropdown,
  type PDFField,
  type PDFFont,
  PDFHexString,
  PDFName,
  PDFOptionList,
  PDFRadioGroup,
  PDFTextField,
  type PDFWidgetAnnotation,
} from 'pdf-lib';
import type { FillEntry } from '../../contract/fill.ts';
import type { Field } from '../../contract/source-document.ts';
import { Refused, same } from './refused.ts';

/** Sets one field; `known` are the fields of that name as the reader gave them. Throws Refused. */
export function fillField(
  document: PDFDocument,
  font: PDFFont,
  entry: FillEntry,
  name: string,
  known: readonly Field[],
): void {
  const field = document.getForm().getFieldMaybe(name);
  if (!field || known.length === 0) throw new Refused('no-such-place', `The form has no field “${name}”.`);
  if (known.every(one => one.locked))
    throw new Refused('locked', 'The form locks this field. Ask for a copy in which it can be edited.');
  const limit = known[0]?.maxLength;
  if (limit && entry.value.length > limit)
    throw new Refused(
      'too-long',
      `The form takes ${limit} characters here; the answer has ${entry.value.length}. Shorten it.`,
    );
  if (field instanceof PDFTextField) typeText(document, field, font, entry.value);
  else if (field instanceof PDFDropdown || field instanceof PDFOptionList) choose(field, font, entry.value);
  else if (field instanceof PDFCheckBox || field instanceof PDFRadioGroup) tick(field, entry, known);
  else
    throw new Refused(
      'field-unsupported',
      'This kind of form field (a button or a signature) takes no answer.',
    );
}

function typeText(document: PDFDocument, field: PDFTextField, font: PDFFont, value: string): void {
  if (value.includes('\n') && !field.isMultiline()) value = value.replace(/\s*\n\s*/g, ' ');
  field.acroField.setValue(PDFHexString.fromText(value));
  draw(document, field, () => field.defaultUpdateAppearances(font));
}

function choose(field: PDFDropdown | PDFOptionList, font: PDFFont, value: string): void {
  const pairs = field.acroField.getOptions();
  const shown = (pair: (typeof pairs)[number]) => (pair.display ?? pair.value).decodeText();
  const pair =
    pairs.find(one => same(shown(one), value)) ?? pairs.find(one => same(one.value.decodeText(), value));
  const free = field instanceof PDFDropdown && field.isEditable();
  if (!pair && !free) throw new Refused('not-an-option', `“${value}” is not in the list of this field.`);
  field.select(pair ? shown(pair) : value);
  draw(field.doc, field, () => field.defaultUpdateAppearances(font));
  // The file stores the export value (§12.7.4.4); only the appearance shows the words.
  if (pair) field.acroField.dict.set(PDFName.of('V'), pair.value);
}

/** Draws the field; letters the standard font lacks are left to the viewer, which has fonts of its own. */
function draw(document: PDFDocument, field: PDFField, appearance: () => void): void {
  try {
    appearance();
  } catch {
    for (const widget of field.acroField.getWidgets()) widget.dict.delete(PDFName.of('AP'));
    document.getForm().acroForm.dict.set(PDFName.of('NeedAppearances'), PDFBool.True);
  }
}

/** Boxes and radio buttons keep an appearance per state; choosing is naming the state (§12.7.4.2). */
function tick(field: PDFCheckBox | PDFRadioGroup, entry: FillEntry, known: readonly Field[]): void {
  const widgets = field.acroField.getWidgets();
  const on = stateFor(field.acroField, widgets, entry, known);
  for (const widget of widgets) {
    const own = widget.getOnValue();
    const hit = entry.value !== '' && own !== undefined && own === on;
    widget.setAppearanceState(hit && own ? own : PDFName.of('Off'));
  }
  field.acroField.dict.set(PDFName.of('V'), entry.value === '' ? PDFName.of('Off') : on);
}

function stateFor(
  field: PDFAcroField,
  widgets: readonly PDFWidgetAnnotation[],
  entry: FillEntry,
  known: readonly Field[],
): PDFName {
  const states = widgets.flatMap(widget => widget.getOnValue() ?? []);
  const [only] = states;
  const wanted = entry.option ?? (states.length > 1 || entry.role === 'choice' ? entry.value : undefined);
  if (!only) throw new Refused('no-box', 'The form field here has no box to tick.');
  if (wanted === undefined) return only;
  const box =
    known.find(one => same(one.option ?? '', wanted)) ??
    known.find(one => same(one.options?.[0] ?? '', wanted));
  const named = states.find(state => state.decodeText() === box?.options?.[0]);
  if (named) return named;
  if (box && states.length === 1) return only;
  // Radio groups may number their states and keep the words in Opt.
  const words = (field.dict.lookup(PDFName.of('Opt')) as PDFArray | undefined)?.asArray().map(String) ?? [];
  const index = words.findIndex(word => same(word.replace(/^\(|\)$/g, ''), wanted));
  const state = states.find(one => one.decodeText() === String(index));
  if (state) return state;
  throw new Refused('not-an-option', `No box of this field stands for “${wanted}”.`);
}
