// The receipt of a filled document, from the two packages alone: other parts untouched, the main part the same
// outside the places written to, the structure counted before and after, and every answer read back.
import type { FillEntry, Receipt, Refusal } from '../../contract/fill.ts';
import type { Field } from '../../contract/source-document.ts';
import { type Limits, startBudget } from '../limits.ts';
import { comparePackages, sha256 } from '../receipt.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { Container } from './container.ts';
import { attribute, child, descendants } from './element.ts';
import type { Body } from './read-body.ts';
import { type ReadDocx, readDocx } from './read-docx.ts';
import { same } from './write-control.ts';

export interface Written {
  entry: FillEntry;
  value: string;
  container: Container;
  field: number | null;
}

export function proveDocx(
  original: ReadDocx,
  filled: Uint8Array,
  written: readonly Written[],
  refused: Refusal[],
  limits: Limits,
): Receipt {
  const after = readDocx(filled, original.document.name, startBudget(limits));
  const parts = comparePackages(original.docx.zip, after.docx.zip);
  const main = original.docx.main.entry.name;
  const places = new Set(written.map(one => one.container));
  const outsideUnchanged =
    outside(original, places) === outside(after, counterparts(places, original.body, after.body));
  const before = countsOf(original);
  const counted = countsOf(after);
  const holds =
    parts.sameParts &&
    parts.changed.every(name => name === main) &&
    outsideUnchanged &&
    JSON.stringify(before) === JSON.stringify(counted) &&
    JSON.stringify(structure(original)) === JSON.stringify(structure(after)) &&
    written.every(one => readsBack(one, counterpart(one.container, original.body, after.body)));
  return {
    format: 'docx',
    originalSha256: sha256(original.docx.zip.bytes),
    filledSha256: sha256(filled),
    partsUnchanged: parts.unchanged,
    partsChanged: parts.changed.map(name => ({
      name,
      cells: name === main ? written.length : 0,
      outsideUnchanged: name === main && outsideUnchanged,
    })),
    written: written.map(({ entry, value }) => ({ at: entry.at, value })),
    refused,
    before,
    after: counted,
    holds,
  };
}

/** The main part without the places written to. A control around a place belongs to it. */
function outside({ docx }: ReadDocx, places: ReadonlySet<Container>): string {
  const spans = [...places]
    .map(place => around(place.element))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let text = '';
  let at = 0;
  for (const span of spans) {
    if (span.start > at) text += docx.main.text.slice(at, span.start);
    at = Math.max(at, span.end);
  }
  return text + docx.main.text.slice(at);
}

function around(element: XmlElement): XmlElement {
  const content = element.parent;
  return content?.local === 'sdtContent' && content.parent ? around(content.parent) : element;
}

function counterparts(places: ReadonlySet<Container>, before: Body, after: Body): Set<Container> {
  return new Set([...places].flatMap(place => counterpart(place, before, after) ?? []));
}

function counterpart(place: Container, before: Body, after: Body): Container | undefined {
  const paragraph = before.paragraphs.indexOf(place);
  if (paragraph >= 0) return after.paragraphs[paragraph];
  for (const [table, cells] of before.tables.entries())
    for (const [key, cell] of cells) if (cell === place) return after.tables[table]?.get(key);
  return undefined;
}

function readsBack({ value, field, container }: Written, now: Container | undefined): boolean {
  if (!now) return false;
  const was = field === null ? undefined : container.fields[field];
  if (!was) return holdsText(now.text, value);
  if (was.kind === 'checkbox') {
    // A filled blank is no field any more, so boxes are counted among boxes.
    const boxes = (fields: readonly Field[]) => fields.filter(one => one.kind === 'checkbox');
    const position = boxes(container.fields).indexOf(was);
    return boxes(now.fields)[position]?.checked === (value !== '');
  }
  if (was.kind === 'dropdown')
    return now.fields.some(one => one.kind === 'dropdown' && same(one.value, value) && !one.placeholder);
  return holdsText(now.text, value);
}

function holdsText(text: string, value: string): boolean {
  const plain = (words: string) =>
    words
      .replace(/[\u200b\u2060\ufeff]/g, '')
      .replace(/[ \t\u00a0]+/g, ' ')
      .trim();
  return plain(text).includes(plain(value));
}

const counted = [
  'tbl',
  'tr',
  'tc',
  'p',
  'sdt',
  'fldChar',
  'drawing',
  'sectPr',
  'ins',
  'del',
  'bookmarkStart',
  'hyperlink',
  'commentReference',
  'footnoteReference',
];

function structure({ docx }: ReadDocx): number[] {
  return counted.map(name => descendants(docx.body, name).length);
}

function countsOf({ docx, body }: ReadDocx): Receipt['before'] {
  const all = [...body.paragraphs, ...body.tables.flatMap(cells => [...cells.values()])];
  const merges = body.blocks.reduce(
    (sum, block) => sum + (block.kind === 'table' ? block.grid.merges.length : 0),
    0,
  );
  const protection = docx.settings ? child(docx.settings.root, 'documentProtection') : undefined;
  const enforced =
    protection && docx.settings ? attribute(docx.settings.text, protection, 'enforcement') : null;
  return {
    validations: all.reduce(
      (sum, one) => sum + one.fields.filter(field => field.kind === 'dropdown').length,
      0,
    ),
    formulas: descendants(docx.body, 'fldChar').length + descendants(docx.body, 'fldSimple').length,
    merges,
    protectedSheets: enforced === '1' || enforced === 'true' || enforced === 'on' ? 1 : 0,
    controls: descendants(docx.body, 'sdt').length + descendants(docx.body, 'ffData').length,
  };
}
