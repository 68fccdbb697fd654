// What the matcher asks of an index: the few passages worth looking at closely. Implemented over FTS5 in
// store/search.ts; kept as an interface so that a team's server can bring its own.

/** A passage as the index holds it: our own roots joined by blanks, so that every index cuts words alike. */
export interface IndexEntry {
  /** Position in the matcher's list of passages. */
  row: number;
  scope: string;
  text: string;
  /** Lead-ins, parent bullets, column headers. */
  context: string;
  heading: string;
  /** Control ids the passage is about. */
  controls: readonly string[];
}

export interface PassageIndex {
  /** Replaces everything that is indexed. */
  fill(entries: Iterable<IndexEntry>): void;
  /** Rows of the passages that share words with the query, best BM25 first. `scope` null looks at all. */
  search(roots: readonly string[], scope: string | null, limit: number): number[];
  /** Rows of the passages that speak of any of the controls, most of them first. */
  about(controls: readonly string[], scope: string | null, limit: number): number[];
  close(): void;
}
