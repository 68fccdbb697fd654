// Edits of a document's main part as splices. Every edit names spans of the original text; two edits that touch
// the same place are refused, never merged by luck.
import { type Splice, splice } from '../xml/splice.ts';
import type { XmlElement } from '../xml/tree.ts';
import { child, descendants } from './element.ts';
import type { Piece } from './inline.ts';
import { prefixOf, textElements } from './run-xml.ts';

/** Why an entry cannot be written; the text goes into the receipt. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string, reason: string) {
    super(reason);
    this.code = code;
  }
}

export interface Edits {
  /** Adds an entry's splices, or throws Refused when another entry already writes there. */
  add(splices: readonly Splice[]): void;
  apply(text: string): string;
  readonly count: number;
}

export function startEdits(): Edits {
  const taken: Splice[] = [];
  return {
    get count() {
      return taken.length;
    },
    add(splices) {
      for (const one of splices) {
        const clash = taken.some(other => one.start < other.end && other.start < one.end);
        const same = taken.some(other => one.start === other.start && one.end === other.end);
        if (clash || same)
          throw new Refused('overlap', 'Another answer is written to the same place. Keep one of the two.');
      }
      taken.push(...splices);
    },
    apply: text => splice(text, taken),
  };
}

const textual = new Set([
  't',
  'tab',
  'ptab',
  'br',
  'cr',
  'sym',
  'noBreakHyphen',
  'softHyphen',
  'lastRenderedPageBreak',
]);

/** Elements that make up the text of runs inside `parent`, with their runs, deleted and field-code text aside. */
export function textIn(parent: XmlElement): { element: XmlElement; run: XmlElement }[] {
  const runs = parent.local === 'r' ? [parent] : descendants(parent, 'r');
  return runs.flatMap(run =>
    run.children.filter(one => textual.has(one.local)).map(element => ({ element, run })),
  );
}

/**
 * Splices that make `elements` read `value`: the first is replaced, the others go. A run left with nothing goes
 * whole. `properties` replaces the formatting of the run that takes the text.
 */
export function replaceText(
  elements: readonly { element: XmlElement; run: XmlElement }[],
  value: string,
  properties?: string,
): Splice[] {
  const [first, ...rest] = elements;
  if (!first) return [];
  const splices: Splice[] = [];
  const prefix = prefixOf(first.element);
  splices.push({ start: first.element.start, end: first.element.end, text: textElements(prefix, value) });
  const rPr = child(first.run, 'rPr');
  if (properties !== undefined) {
    if (rPr) splices.push({ start: rPr.start, end: rPr.end, text: properties });
    else if (properties !== '')
      splices.push({ start: first.run.innerStart, end: first.run.innerStart, text: properties });
  }
  const gone = new Set(rest.map(one => one.element));
  for (const run of new Set(rest.map(one => one.run))) {
    const kept = run.children.filter(one => one.local !== 'rPr' && !gone.has(one));
    if (run !== first.run && kept.length === 0) splices.push({ start: run.start, end: run.end, text: '' });
    else
      for (const one of run.children)
        if (gone.has(one)) splices.push({ start: one.start, end: one.end, text: '' });
  }
  return splices;
}

export interface RangeEdit {
  offset: number;
  length: number;
  text: string;
}

/** An insertion belongs to the piece it follows. */
function touches(edit: RangeEdit, piece: Piece): boolean {
  const end = piece.at + piece.text.length;
  if (edit.length === 0) return edit.offset > piece.at && edit.offset <= end;
  return edit.offset < end && edit.offset + edit.length > piece.at;
}

/** Splices that change ranges of a container's text, through the pieces it is made of. */
export function replaceRanges(pieces: readonly Piece[], edits: readonly RangeEdit[]): Splice[] {
  const splices: Splice[] = [];
  for (const piece of pieces) {
    const hits = edits.filter(edit => touches(edit, piece));
    if (hits.length === 0) continue;
    let text = piece.text;
    for (const edit of [...hits].sort((a, b) => b.offset - a.offset)) {
      const from = Math.max(0, edit.offset - piece.at);
      const to = Math.min(piece.text.length, edit.offset + edit.length - piece.at);
      // The text goes where the range begins; pieces further on only lose theirs.
      const begins = edit.offset >= piece.at;
      text = text.slice(0, from) + (begins ? edit.text : '') + text.slice(to);
    }
    splices.push({
      start: piece.element.start,
      end: piece.element.end,
      text: textElements(prefixOf(piece.element), text),
    });
  }
  return splices;
}
