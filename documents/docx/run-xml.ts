// XML of text to write into a document, the way Word writes it (ECMA-376-1 §17.3.3).
import { escapeText } from '../xml/escape.ts';
import type { XmlElement } from '../xml/tree.ts';
import { child } from './element.ts';

/** The namespace prefix an element is written with, colon included ("w:"), or empty. */
export function prefixOf(element: XmlElement): string {
  return element.name.slice(0, element.name.length - element.local.length);
}

/** What XML and Word accept: no control characters, no halves of surrogate pairs, line ends as `\n`. */
export function cleanText(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '');
}

/** `w:t`, `w:br` and `w:tab` elements for a text; nothing for an empty one. */
export function textElements(prefix: string, value: string): string {
  return (
    value
      .match(/\n|\t|[^\n\t]+/g)
      ?.map(piece => {
        if (piece === '\n') return `<${prefix}br/>`;
        if (piece === '\t') return `<${prefix}tab/>`;
        return `<${prefix}t xml:space="preserve">${escapeText(piece)}</${prefix}t>`;
      })
      .join('') ?? ''
  );
}

export function run(prefix: string, properties: string, value: string): string {
  return value === '' ? '' : `<${prefix}r>${properties}${textElements(prefix, value)}</${prefix}r>`;
}

// Marks of revision and of placeholders that a new run must not take over.
const dropped = new Set(['ins', 'del', 'moveFrom', 'moveTo', 'rPrChange']);

/** Run properties for a new run, from those of a run or of a paragraph mark; empty when there are none. */
export function copiedProperties(
  text: string,
  properties: XmlElement | undefined,
  without: readonly string[] = [],
): string {
  if (!properties) return '';
  const kept = properties.children
    .filter(one => !dropped.has(one.local) && !without.includes(one.local))
    .map(one => text.slice(one.start, one.end))
    .join('');
  const prefix = prefixOf(properties);
  return kept === '' ? '' : `<${prefix}rPr>${kept}</${prefix}rPr>`;
}

/** Properties a paragraph gives to what is typed into it. */
export function paragraphRunProperties(text: string, paragraph: XmlElement): string {
  return copiedProperties(text, child(child(paragraph, 'pPr'), 'rPr'), ['vanish', 'specVanish']);
}
