// What makes a passage the same passage after a re-import: its words and what they hang on, not its line. The
// id adds the document and a counter, because a policy may say one sentence twice under one heading.
import { createHash } from 'node:crypto';
import type { Passage } from '../../contract/knowledge.ts';
import { sameTextKey } from '../text/normalise.ts';

export type LoosePassage = Omit<Passage, 'id' | 'hash' | 'documentId' | 'document' | 'scope'>;

/** sha256 in hex over the normalised text and its context. */
export function passageHash(passage: Pick<LoosePassage, 'text' | 'context'>): string {
  const parts = [passage.text, ...passage.context].map(sameTextKey);
  return createHash('sha256').update(parts.join('\u0001')).digest('hex');
}

/** Gives passages their hash and an id that is stable through re-imports of the same document. */
export function identify(
  loose: readonly LoosePassage[],
  meta: { documentId: string; document: string; scope: string },
): Passage[] {
  const seen = new Map<string, number>();
  return loose.map(passage => {
    const hash = passageHash(passage);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    const id = `${meta.documentId}:${hash.slice(0, 16)}${count > 1 ? `.${count}` : ''}`;
    return { ...passage, id, hash, ...meta };
  });
}
