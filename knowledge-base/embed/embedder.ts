// What turns sentences into vectors, as the matcher sees it: any engine that keeps to this can stand behind the
// setting. Vectors of one model are comparable with each other and with nothing else.

export interface Embedder {
  /** Names the model and its version; stored beside every vector. */
  readonly model: string;
  /** A vector of unit length for each text, in order. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
}

/** Cosine of two vectors of unit length, -1 to 1; 0 when their lengths differ. */
export function cosine(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) return 0;
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
