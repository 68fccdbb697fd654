// How near passages are to a question by their sentence vectors. A passage is embedded once and its vector kept in
// the store by content hash; a question is embedded when asked. Nearness orders passages; it is no evidence.
import type { Passage } from '../../contract/knowledge.ts';
import type { Store } from '../store/open-store.ts';
import { putVectors, vectorsOf } from '../store/vectors.ts';
import { cosine, type Embedder } from './embedder.ts';

/** Cosine of each passage with one question, by position in the list of passages. */
export type Near = Float32Array;

export interface Nearness {
  /** Position by position as `passages`, which must be the same list until it changes. */
  to(question: string, passages: readonly Passage[]): Promise<Near>;
}

/** Texts given to the model at once: more costs memory, fewer time. */
const BATCH = 32;

export function openNearness(store: Store, embedder: Embedder): Nearness {
  let known: { passages: readonly Passage[]; vectors: Promise<Float32Array[]> } | null = null;
  return {
    async to(question, passages) {
      if (known?.passages !== passages) known = { passages, vectors: vectorsFor(store, embedder, passages) };
      const [vectors, [asked]] = await Promise.all([known.vectors, embedder.embed([question])]);
      return Float32Array.from(vectors, vector => (asked ? cosine(asked, vector) : 0));
    },
  };
}

async function vectorsFor(
  store: Store,
  embedder: Embedder,
  passages: readonly Passage[],
): Promise<Float32Array[]> {
  const found = vectorsOf(store.read, embedder.model, [...new Set(passages.map(passage => passage.hash))]);
  const missing = new Map(passages.filter(one => !found.has(one.hash)).map(one => [one.hash, one.text]));
  const hashes = [...missing.keys()];
  for (let from = 0; from < hashes.length; from += BATCH) {
    const batch = hashes.slice(from, from + BATCH);
    const made = await embedder.embed(batch.map(hash => missing.get(hash) ?? ''));
    const rows = batch.map((hash, i) => [hash, made[i] ?? new Float32Array()] as const);
    store.write(db => putVectors(db, embedder.model, rows));
    for (const [hash, vector] of rows) found.set(hash, vector);
  }
  return passages.map(passage => found.get(passage.hash) ?? new Float32Array());
}
