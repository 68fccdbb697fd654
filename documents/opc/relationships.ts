// How the parts of an Office package point at each other (ECMA-376-2 §6.5). Targets are resolved here once:
// absolute ("/xl/workbook.xml"), relative to the folder of the source part, percent-encoded or not.
import type { Budget } from '../limits.ts';
import { decodeXml } from '../xml/encoding.ts';
import { readXml } from '../xml/sax.ts';
import { localName } from '../xml/tags.ts';
import type { Zip } from '../zip/open.ts';

export interface Relationship {
  id: string;
  /** The last segment of the type URI ("worksheet", "sharedStrings"): transitional and strict share these. */
  type: string;
  /** Part name without a leading slash; for external targets the address as written, which is never followed. */
  target: string;
  external: boolean;
}

/** The relationships of a part, in file order; of the package itself for an empty name. */
export function relationshipsOf(zip: Zip, part: string, budget: Budget): Relationship[] {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const name = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  const entry = zip.find(name);
  if (!entry) return [];
  const found: Relationship[] = [];
  readXml(decodeXml(zip.read(entry)).text, name, budget, {
    open(tag, attributes) {
      if (localName(tag) !== 'Relationship') return;
      const external = attributes.TargetMode === 'External';
      const target = attributes.Target ?? '';
      found.push({
        id: attributes.Id ?? '',
        type: (attributes.Type ?? '').split('/').at(-1) ?? '',
        target: external ? target : resolvePart(folder, target),
        external,
      });
    },
  });
  return found;
}

function resolvePart(folder: string, target: string): string {
  let path = target.replaceAll('\\', '/').split('#')[0] ?? '';
  try {
    path = decodeURIComponent(path);
  } catch {
    // A stray percent sign: the name is meant as it stands.
  }
  const segments: string[] = [];
  for (const segment of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
