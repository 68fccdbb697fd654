// A light tree of a whole part with the span of every element, for formats whose answers stand deep in the
// structure (word processing). Text is not copied: it lies between the spans.
import type { Budget } from '../limits.ts';
import { passedBound } from '../limits.ts';
import { localName, nextTag } from './tags.ts';

export interface XmlElement {
  /** As written, prefix included. */
  name: string;
  /** Without the prefix. */
  local: string;
  parent: XmlElement | null;
  children: XmlElement[];
  /** Whole element, `<` to after its last `>`. */
  start: number;
  end: number;
  /** Between the opening and the closing tag; both equal the end of the tag when it closes itself. */
  innerStart: number;
  innerEnd: number;
  selfClosing: boolean;
}

/** @returns the root element; @throws AppError for a part that ends early, closes wrongly or nests too deep */
export function parseTree(text: string, budget: Budget): XmlElement | null {
  let root: XmlElement | null = null;
  let open: XmlElement | null = null;
  let depth = 0;
  let tag = nextTag(text, 0);
  while (tag) {
    budget.tick();
    if (tag.kind === 'close') {
      if (open) {
        open.innerEnd = tag.start;
        open.end = tag.end;
        open = open.parent;
        depth -= 1;
      }
    } else {
      const element: XmlElement = {
        name: tag.name,
        local: localName(tag.name),
        parent: open,
        children: [],
        start: tag.start,
        end: tag.end,
        innerStart: tag.end,
        innerEnd: tag.end,
        selfClosing: tag.kind === 'empty',
      };
      open?.children.push(element);
      root ??= element;
      if (tag.kind === 'open') {
        open = element;
        depth += 1;
        if (depth > budget.limits.xmlDepth) throw passedBound('xmlDepth', budget.limits.xmlDepth);
      }
    }
    tag = nextTag(text, tag.end);
  }
  return root;
}
