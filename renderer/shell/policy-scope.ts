// Which scope imported policies go to. A new version in another scope than the old one would be a second document,
// and recall nothing.
import type { PolicyDocument } from '../../contract/curate.ts';
import { createStore } from '../parts/store.ts';

/** As the person chose it on the Policies screen; null when nobody did. */
export const policyScope = createStore<string | null>(null);

/** The chosen scope, else the one that holds most documents: a new version belongs where the old one is. */
export function scopeForPolicies(
  documents: readonly PolicyDocument[] | undefined,
  chosen: string | null,
): string {
  if (chosen !== null) return chosen;
  const held = [...Map.groupBy(documents ?? [], ({ scope }) => scope)];
  const [most] = held.sort(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? 'company';
}
