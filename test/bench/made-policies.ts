// Policies and questions made from the vocabulary with a fixed seed: a large knowledge base without anybody's
// documents, the same in every run.
import type { Passage } from '../../contract/knowledge.ts';
import { identify } from '../../knowledge-base/passages/passage-identity.ts';
import controls from '../../knowledge-base/vocabulary/controls.json' with { type: 'json' };
import english from '../../knowledge-base/vocabulary/en.json' with { type: 'json' };

const wordings = Object.values(english.controls as Record<string, { phrases?: string[] }>)
  .map(one => one.phrases ?? [])
  .filter(list => list.length > 0);

/** A generator of numbers from 0 to 1 that gives the same row in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const random = seeded(20_260_101);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const phrase = () => pick(pick(wordings));
const SUBJECTS = [
  'The security team',
  'Every engineer',
  'The platform',
  'Our supplier',
  'The operations group',
];
const VERBS = [
  'reviews',
  'documents',
  'maintains',
  'enforces',
  'tests',
  'approves',
  'monitors',
  'reports on',
];
const OFTEN = [
  'every quarter',
  'once a year',
  'within 30 days',
  'before each release',
  'on demand',
  'every night',
];
const ASKS = [
  'Do you have',
  'How often is there',
  'Describe',
  'Who is responsible for',
  'Is there a policy on',
];

/** A policy of `count` sentences. */
export function makePolicy(documentId: string, count: number): Passage[] {
  const loose = Array.from({ length: count }, (_, i) => ({
    text: `${pick(SUBJECTS)} ${pick(VERBS)} ${phrase()} and ${phrase()} ${pick(OFTEN)}.`,
    heading: [pick(controls).title],
    context: [],
    kind: 'sentence' as const,
    at: { line: i + 1, to: i + 1 },
  }));
  return identify(loose, { documentId, document: `${documentId}.md`, scope: 'made' });
}

export function makeQuestions(count: number): string[] {
  return Array.from({ length: count }, () => `${pick(ASKS)} ${phrase()} for ${phrase()}?`);
}
