// Which half of a set a question belongs to. Decided by digests of ids alone, so that nobody can move a
// question from the half that is measured to the half that is tuned on, or back, without it being noticed.

import { createHash } from 'node:crypto';

export type Half = 'open' | 'held';

const even = (id: string): boolean =>
  Number.parseInt(createHash('sha1').update(id).digest('hex')[0] ?? '0', 16) % 2 === 0;

/** Half of a question written here: by its own id. */
export const halfOf = (id: string): Half => (even(id) ? 'open' : 'held');

/**
 * Halves of questions sampled from a questionnaire, in its order: one of every two neighbours is held, the
 * first one's id says which, so that both halves cover every section alike.
 */
export const halvesInPairs = (ids: readonly string[]): Half[] =>
  ids.map((id, index) => {
    if (index % 2 === 0) return halfOf(id);
    return halfOf(ids[index - 1] ?? id) === 'open' ? 'held' : 'open';
  });
