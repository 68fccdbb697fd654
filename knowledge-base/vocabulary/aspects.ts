// The second axis: what a question asks of a control (how often, how long, where, who, is it tested...) and
// what a passage must show to have said it. Some aspects ask for a kind of value.
import type { Token } from '../text/tokens.ts';
import { readData } from './read-data.ts';
import { makeSpotter, type Wording } from './spotter.ts';

export interface Aspect {
  id: string;
  title: string;
  question: (string | string[])[];
  evidence: (string | string[])[];
  /** The kind of value that alone answers it, or null. */
  value: string | null;
}

export const aspects: ReadonlyMap<string, Aspect> = new Map(
  readData<{ aspects: Aspect[] }>('aspects.json', { aspects: [] }).aspects.map(aspect => [aspect.id, aspect]),
);

function wordings(side: 'question' | 'evidence'): Wording[] {
  return [...aspects.values()].flatMap(aspect =>
    aspect[side].map(said =>
      Array.isArray(said)
        ? { id: aspect.id, text: said.join(' '), weight: 1, near: true }
        : { id: aspect.id, text: said, weight: 1 },
    ),
  );
}

const spotters = { question: makeSpotter(wordings('question')), evidence: makeSpotter(wordings('evidence')) };

/** Aspects asked (side `question`) or shown (side `evidence`) by a text. */
export function spotAspects(words: readonly Token[], side: 'question' | 'evidence'): Set<string> {
  return new Set(spotters[side](words).map(spot => spot.id));
}
