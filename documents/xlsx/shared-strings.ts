// The shared strings part: rich text joined, phonetic guides left out (ECMA-376-1 §18.4).
import type { Budget } from '../limits.ts';
import { decodeXstring } from '../xml/escape.ts';
import { streamXml } from '../xml/stream.ts';
import { localName } from '../xml/tags.ts';

export function readSharedStrings(text: string, part: string, budget: Budget): string[] {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = 0;
  streamXml(text, part, budget, {
    open(name) {
      const local = localName(name);
      if (local === 'si') current = '';
      else if (local === 'rPh') phonetic += 1;
      else if (local === 't') inText = phonetic === 0;
    },
    close(name) {
      const local = localName(name);
      if (local === 't') inText = false;
      else if (local === 'rPh') phonetic -= 1;
      else if (local === 'si') {
        budget.spend('textLength', current.length);
        strings.push(decodeXstring(current));
      }
    },
    text(piece) {
      if (inText) current += piece;
    },
  });
  return strings;
}
