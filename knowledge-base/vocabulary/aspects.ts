// The second axis: what a question asks of a control (how often, how long, where, who, is it tested...) and
// what a passage must show to have said it. Some aspects ask for a kind of value.
import type { Token } from '../text/tokens.ts';
import aspectList from './aspects.json' with { type: 'json' };
import spanish from './es.json' with { type: 'json' };
import { makeSpotter, type Wording } from './spotter.ts';

export interface Aspect {
  id: string;
  title: string;
  question: (string | string[])[];
  evidence: (string | string[])[];
  /** The kind of value that alone answers it, or null. */
  value: string | null;
}

type Sides = Pick<Aspect, 'question' | 'evidence'>;

const list = aspectList.aspects as Aspect[];
/** The wordings in further languages, by aspect. */
const translations = [spanish.aspects] as unknown as Record<string, Sides | undefined>[];

export const aspects: ReadonlyMap<string, Aspect> = new Map(list.map(aspect => [aspect.id, aspect]));

function wordings(side: keyof Sides): Wording[] {
  return list.flatMap(aspect =>
    [aspect, ...translations.map(language => language[aspect.id])].flatMap(said =>
      (said?.[side] ?? []).map(text =>
        Array.isArray(text)
          ? { id: aspect.id, text: text.join(' '), weight: 1, near: true }
          : { id: aspect.id, text, weight: 1 },
      ),
    ),
  );
}

const spotters = { question: makeSpotter(wordings('question')), evidence: makeSpotter(wordings('evidence')) };

/** Aspects asked (side `question`) or shown (side `evidence`) by a text. */
export function spotAspects(words: readonly Token[], side: 'question' | 'evidence'): Set<string> {
  return new Set(spotters[side](words).map(spot => spot.id));
}
