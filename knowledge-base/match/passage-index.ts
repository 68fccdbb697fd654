// The few passages worth looking at closely: lists of the passages that hold a word (ranked by BM25) and of those
// that speak of a control. Derived data in memory, made anew when the passages change, so that it never disagrees
// with the vocabulary in use. Lists of our own in place of SQLite's FTS5: the same passages in the same order
// (a test holds it to that) at a fiftieth of the time, for what a posting adds to a score is known beforehand.
import { bestFew } from '../vocabulary/best-few.ts';

/** A passage as the index holds it, in roots and word groups. */
export interface IndexEntry {
  /** Position in the matcher's list of passages. */
  row: number;
  scope: string;
  text: Iterable<string>;
  /** Lead-ins, parent bullets, column headers. */
  context: Iterable<string>;
  heading: Iterable<string>;
  /** Control ids the passage is about. */
  controls: Iterable<string>;
}

export interface PassageIndex {
  /** Rows of the passages that share words with the query, best BM25 first. `scope` null looks at all. */
  search(roots: Iterable<string>, scope: string | null, limit: number): number[];
  /** Rows of the passages that speak of any of the controls, most of them first. */
  about(controls: Iterable<string>, scope: string | null, limit: number): number[];
}

/** What a word counts for by where it stands. */
const COLUMNS = { text: 1, context: 0.4, heading: 0.5 } as const;
/** The usual constants of BM25: how soon a repeated word stops counting, and how much a long passage is held back. */
const K1 = 1.2;
const B = 0.75;

/** The rows that hold a key, in order, with how strongly each holds it. */
interface Postings {
  rows: number[];
  held: number[];
}

export function makePassageIndex(entries: readonly IndexEntry[]): PassageIndex {
  const words = new Map<string, Postings>();
  const controls = new Map<string, Postings>();
  const scopes: string[] = [];
  const sizes: number[] = [];
  for (const entry of entries) {
    scopes[entry.row] = entry.scope;
    // One more than its words, so that a collection of empty passages has a mean size too.
    let size = 1;
    for (const column of ['text', 'context', 'heading'] as const)
      for (const word of entry[column]) {
        add(words, word, entry.row, COLUMNS[column]);
        size += 1;
      }
    sizes[entry.row] = size;
    for (const control of new Set(entry.controls)) add(controls, control, entry.row, 1);
  }
  const mean = sizes.reduce((sum, size) => sum + size, 0) / entries.length;
  for (const list of words.values()) saturate(list, sizes, mean);
  const scores = new Float64Array(scopes.length);
  const collect = (
    lists: ReadonlyMap<string, Postings>,
    keys: Iterable<string>,
    weigh: (rows: number) => number,
    scope: string | null,
    limit: number,
  ): number[] => {
    const touched: number[] = [];
    for (const key of new Set(keys)) {
      const { rows, held } = lists.get(key) ?? none;
      const weight = weigh(rows.length);
      for (let i = 0; i < rows.length; i += 1) {
        const row = rows[i] as number;
        if (scope !== null && scopes[row] !== scope) continue;
        if (scores[row] === 0) touched.push(row);
        scores[row] = (scores[row] ?? 0) + weight * (held[i] ?? 0);
      }
    }
    const best = bestFew(touched, scores, limit);
    for (const row of touched) scores[row] = 0;
    return best;
  };
  // A word that most passages hold tells next to nothing, but it never tells against one.
  const telling = (times: number) => Math.max(1e-6, Math.log((entries.length - times + 0.5) / (times + 0.5)));
  return {
    search: (roots, scope, limit) => collect(words, roots, telling, scope, limit),
    about: (ids, scope, limit) => collect(controls, ids, () => 1, scope, limit),
  };
}

const none: Postings = { rows: [], held: [] };

function add(lists: Map<string, Postings>, key: string, row: number, weight: number): void {
  let list = lists.get(key);
  if (!list) {
    list = { rows: [], held: [] };
    lists.set(key, list);
  }
  const last = list.rows.length - 1;
  if (list.rows[last] === row) list.held[last] = (list.held[last] ?? 0) + weight;
  else {
    list.rows.push(row);
    list.held.push(weight);
  }
}

/** Turns the weight of a word in a passage into what it adds to the BM25 score, but for how telling the word is. */
function saturate({ rows, held }: Postings, sizes: readonly number[], mean: number): void {
  for (let i = 0; i < rows.length; i += 1) {
    const weight = held[i] as number;
    const size = sizes[rows[i] as number] as number;
    held[i] = (weight * (K1 + 1)) / (weight + K1 * (1 - B + (B * size) / mean));
  }
}
