// Named things and whom it is about: a question that names a standard, a product or a group of people is answered
// by a passage that names it too, or by one that names another of the same closed set.
import { categoryOf, withImplied } from '../vocabulary/things.ts';
import type { Actor } from './actors.ts';
import { otherFacets } from './facets.ts';
import type { Limb } from './question.ts';
import type { Statement } from './statement.ts';

export interface Named {
  thingShown: number;
  thingMissing: number;
  thingSibling: number;
}

export function thingOverlap(limb: Limb, statement: Statement): Named {
  if (limb.things.size === 0) return { thingShown: 0, thingMissing: 0, thingSibling: 0 };
  const held = withImplied([...statement.things, ...statement.contextThings]);
  const missing = [...limb.things].filter(id => !held.has(id) && isDemanded(limb, id));
  const sibling = missing.some(id => {
    const category = categoryOf(id);
    return category?.closed === true && [...statement.things].some(other => categoryOf(other) === category);
  });
  return {
    thingShown: 1 - missing.length / limb.things.size,
    thingMissing: sibling ? 0 : missing.length / limb.things.size,
    thingSibling: sibling ? 1 : 0,
  };
}

/** The plans and policies a question speaks of are where our passages stand; asked for as such, the document counts. */
const isDemanded = (limb: Limb, id: string) => limb.form === 'document' || categoryOf(id)?.id !== 'document';

/** The actors a question mentions that the passage and its surroundings do not. */
export function actorsElsewhere(limb: Limb, statement: Statement): Actor[] {
  return [...limb.actors].filter(actor => !statement.actors.has(actor));
}

/** Their share of all it mentions. */
export function actorsMissing(limb: Limb, statement: Statement): number {
  return limb.actors.size === 0 ? 0 : actorsElsewhere(limb, statement).length / limb.actors.size;
}

/** What is asked of a closed set of which the passage names only another member. */
export function facetsElsewhere(limb: Limb, { passage }: Statement): string[] {
  return otherFacets(limb.facets, passage.text, [...passage.context, ...passage.heading]);
}

/** By the names of its controls: what is asked of suppliers, shared with them or done by them. */
const asksOfVendors = (limb: Limb) =>
  [...limb.controls.keys()].some(id => /vendor|third_party|partners/.test(id));

/** The question is about staff and the passage about customers, or the like; a supplier's practice is not ours. */
export function otherSubject(limb: Limb, statement: Statement): boolean {
  const { lead } = statement;
  if (lead === 'vendor' && limb.subjects.size > 0 && !limb.subjects.has('vendor')) return true;
  if (statement.under.has('vendor') && !limb.subjects.has('vendor') && !asksOfVendors(limb)) return true;
  const outward = limb.subjects.has('product') || limb.subjects.has('customer');
  if (statement.under.has('staff') && outward && !limb.subjects.has('staff')) return true;
  const asked = [...limb.subjects].filter(subject => subject !== 'product');
  if (asked.length === 0) return false;
  if (lead !== null && lead !== 'product')
    return !asked.includes(lead) && !asked.some(subject => statement.subjects.has(subject));
  const told = [...statement.subjects].filter(subject => subject !== 'product');
  return told.length > 0 && !asked.some(subject => told.includes(subject));
}
