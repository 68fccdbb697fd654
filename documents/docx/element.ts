// Looking around in the tree of a word processing part. Names are compared without prefix, so transitional and
// strict namespaces (ECMA-376-1 and -4) read the same.
import { attributesOf, localName } from '../xml/tags.ts';
import type { XmlElement } from '../xml/tree.ts';

export function child(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return element?.children.find(one => one.local === local);
}

/** Follows a path of local names: `path(tc, 'tcPr', 'gridSpan')`. */
export function path(element: XmlElement | undefined, ...locals: string[]): XmlElement | undefined {
  return locals.reduce((at, local) => child(at, local), element);
}

/** An attribute's value by local name, or null. */
export function attribute(text: string, element: XmlElement | undefined, local: string): string | null {
  if (!element) return null;
  const tag = { kind: 'open' as const, name: element.name, start: element.start, end: element.innerStart };
  for (const [name, value] of attributesOf(text, tag)) if (localName(name) === local) return value;
  return null;
}

/** `w:val` of a child, or null. */
export function valOf(text: string, element: XmlElement | undefined, local: string): string | null {
  return attribute(text, child(element, local), 'val');
}

/** A toggle property (ECMA-376-1 §17.17.4): present without a value means on; null when not stated. */
export function toggle(text: string, element: XmlElement | undefined, local: string): boolean | null {
  const property = child(element, local);
  if (!property) return null;
  const value = attribute(text, property, 'val');
  return value === null || !['0', 'false', 'off', 'none'].includes(value);
}

/** All descendants with the local name, in document order. */
export function descendants(element: XmlElement, local: string, found: XmlElement[] = []): XmlElement[] {
  for (const one of element.children) {
    if (one.local === local) found.push(one);
    descendants(one, local, found);
  }
  return found;
}

/** Of `mc:AlternateContent` the first choice is read; its fallback says the same for older programs. */
export function chosen(element: XmlElement): XmlElement | undefined {
  return child(element, 'Choice') ?? child(element, 'Fallback');
}
