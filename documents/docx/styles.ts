// What a paragraph or run inherits from its style: heading level, numbering, weight. Only what the neutral model
// asks for (ECMA-376-1 §17.7).
import type { XmlElement } from '../xml/tree.ts';
import { attribute, child, toggle, valOf } from './element.ts';
import type { Part } from './open-docx.ts';

export interface Style {
  /** The name Word keeps in English whatever the language of the program: "heading 1", "Title". */
  name: string;
  /** Heading level from 1. */
  heading: number | null;
  numId: string | null;
  ilvl: number | null;
  bold: boolean | null;
  italic: boolean | null;
  hidden: boolean | null;
  /** In points. */
  size: number | null;
}

export interface Styles {
  of(id: string | null): Style | null;
  /** Style of paragraphs that name none. */
  normal: Style | null;
}

const deepest = 12; // a chain of basedOn longer than this is a loop

export function readStyles(part: Part | null): Styles {
  const found = new Map<string, XmlElement>();
  let normal: string | null = null;
  for (const style of part?.root.children ?? []) {
    if (style.local !== 'style' || !part) continue;
    const id = attribute(part.text, style, 'styleId');
    if (id === null) continue;
    found.set(id, style);
    const byDefault = attribute(part.text, style, 'default');
    if (attribute(part.text, style, 'type') === 'paragraph' && (byDefault === '1' || byDefault === 'true'))
      normal = id;
  }
  const resolved = new Map<string, Style | null>();
  const of = (id: string | null): Style | null => {
    if (id === null || !part) return null;
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const style = resolve(part.text, found, id, 0);
    resolved.set(id, style);
    return style;
  };
  return { of, normal: of(normal) };
}

function resolve(
  text: string,
  found: ReadonlyMap<string, XmlElement>,
  id: string,
  depth: number,
): Style | null {
  const element = found.get(id);
  if (!element || depth > deepest) return null;
  const parentId = valOf(text, element, 'basedOn');
  const parent = parentId === null ? null : resolve(text, found, parentId, depth + 1);
  const pPr = child(element, 'pPr');
  const rPr = child(element, 'rPr');
  const numPr = child(pPr, 'numPr');
  const name = valOf(text, element, 'name') ?? id;
  return {
    name,
    heading: headingOf(name, valOf(text, pPr, 'outlineLvl')) ?? parent?.heading ?? null,
    numId: valOf(text, numPr, 'numId') ?? parent?.numId ?? null,
    ilvl: numberOr(valOf(text, numPr, 'ilvl'), parent?.ilvl ?? null),
    bold: toggle(text, rPr, 'b') ?? parent?.bold ?? null,
    italic: toggle(text, rPr, 'i') ?? parent?.italic ?? null,
    hidden: toggle(text, rPr, 'vanish') ?? parent?.hidden ?? null,
    size: halfPoints(valOf(text, rPr, 'sz')) ?? parent?.size ?? null,
  };
}

function headingOf(name: string, outline: string | null): number | null {
  const level = outlineLevel(outline);
  if (level !== null) return level;
  const numbered = /^heading ([1-9])$/i.exec(name)?.[1];
  if (numbered) return Number(numbered);
  return /^(?:title|toc heading)$/i.test(name) ? 1 : null;
}

/** `w:outlineLvl` 0 to 8 are heading levels, 9 is body text (§17.3.1.20). */
export function outlineLevel(value: string | null): number | null {
  if (value === null || !/^[0-8]$/.test(value)) return null;
  return Number(value) + 1;
}

export function halfPoints(value: string | null): number | null {
  return value !== null && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) / 2 : null;
}

function numberOr(value: string | null, otherwise: number | null): number | null {
  return value !== null && /^\d+$/.test(value) ? Number(value) : otherwise;
}
