// The theme part, for its twelve colours only (ECMA-376-1 §20.1.6.2).
import type { Budget } from '../limits.ts';
import { readXml } from '../xml/sax.ts';
import { localName } from '../xml/tags.ts';

const order = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

export function readThemeColors(text: string, part: string, budget: Budget): string[] {
  const colors: string[] = [];
  let slot = -1;
  readXml(text, part, budget, {
    open(name, attributes) {
      const local = localName(name);
      const found = order.indexOf(local);
      if (found >= 0) slot = found;
      const value =
        local === 'srgbClr' ? attributes.val : local === 'sysClr' ? attributes.lastClr : undefined;
      if (slot >= 0 && value && colors[slot] === undefined) colors[slot] = value.toUpperCase();
    },
    close(name) {
      if (order.includes(localName(name))) slot = -1;
    },
  });
  return colors;
}
