// Reads a part through saxes, the doorway of that library. Bounds on depth and time, and no document type
// declarations: with none, there are no entities to expand and nothing outside the file to fetch.
import { SaxesParser } from 'saxes';
import { AppError } from '../../contract/outcome.ts';
import { type Budget, passedBound } from '../limits.ts';

export interface SaxHandlers {
  /** `name` as written; `empty` when the tag closes itself (a `close` follows all the same). */
  open?(name: string, attributes: Record<string, string>, parser: SaxPosition): void;
  close?(name: string, parser: SaxPosition): void;
  text?(text: string): void;
}

/** Where the parser stands in the text: after the tag whose event is being handled. */
export interface SaxPosition {
  readonly position: number;
}

/** @throws AppError `file-unreadable` naming the part when it is not well-formed, `file-too-large` past a bound */
export function readXml(text: string, part: string, budget: Budget, handlers: SaxHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  parser.on('error', error => {
    throw unreadable(part, error.message);
  });
  parser.on('doctype', () => {
    throw unreadable(part, 'it holds a document type declaration');
  });
  parser.on('opentag', tag => {
    depth += 1;
    budget.tick();
    if (depth > budget.limits.xmlDepth) throw passedBound('xmlDepth', budget.limits.xmlDepth);
    handlers.open?.(tag.name, tag.attributes as Record<string, string>, parser);
  });
  parser.on('closetag', tag => {
    depth -= 1;
    handlers.close?.(tag.name, parser);
  });
  const { text: onText } = handlers;
  if (onText) {
    parser.on('text', piece => onText(piece));
    parser.on('cdata', piece => onText(piece));
  }
  parser.write(text).close();
}

function unreadable(part: string, why: string): AppError {
  return new AppError(
    'file-unreadable',
    `The part “${part}” of the file cannot be read: ${why}. Open the file in the program that made it and save a new copy.`,
    { part, why },
  );
}
