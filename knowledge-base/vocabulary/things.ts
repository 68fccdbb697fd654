// Named things: standards, laws, products, technologies, algorithms. A question that names one is answered by a
// passage that names it, or by one that names another of the same closed set (asked AWS, runs on Azure: no).
import type { Token } from '../text/tokens.ts';
import { makeSpotter } from './spotter.ts';
import thingList from './things.json' with { type: 'json' };

export interface Thing {
  id: string;
  names: string[];
  category: string;
  /** Things of one family are compared by version, largest part first. */
  family?: string;
  version?: number[];
  /** Other things that hold whenever this one does (TLS 1.3 is TLS). */
  implies?: string[];
}

export interface Category {
  id: string;
  title: string;
  /** Having one rules out the others. */
  exclusive: boolean;
  /** Naming some of the set means the others are not used. */
  closed: boolean;
  /** Its members are topics rather than names: that one is missing is a matter of the control. */
  topic?: boolean;
}

const data = thingList as unknown as { things: Thing[]; categories: Category[] };

export const things: ReadonlyMap<string, Thing> = new Map(data.things.map(thing => [thing.id, thing]));
export const categories: ReadonlyMap<string, Category> = new Map(data.categories.map(c => [c.id, c]));

/** The category of a thing, by the thing's id. */
export function categoryOf(id: string): Category | undefined {
  return categories.get(things.get(id)?.category ?? '');
}

const spotter = makeSpotter(
  data.things.flatMap(thing => thing.names.map(text => ({ id: thing.id, text, weight: 1 }))),
);

/** Things named in a text; a name inside a longer name of another thing does not count. */
export function spotThings(words: readonly Token[]): Set<string> {
  const spots = spotter(words);
  const out = new Set<string>();
  for (const spot of spots) {
    const inside = spots.some(
      other =>
        other.id !== spot.id &&
        other.from <= spot.from &&
        other.to >= spot.to &&
        other.to - other.from > spot.to - spot.from,
    );
    if (!inside) out.add(spot.id);
  }
  return out;
}

/** The things with all they imply. */
export function withImplied(ids: Iterable<string>): Set<string> {
  const out = new Set<string>();
  const add = (id: string) => {
    if (out.has(id)) return;
    out.add(id);
    for (const next of things.get(id)?.implies ?? []) add(next);
  };
  for (const id of ids) add(id);
  return out;
}
