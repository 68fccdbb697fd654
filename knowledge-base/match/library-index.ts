// Approved answers by their question: the same wording at once, a near wording by shared words and controls and
// then, for those that may still come first, fuse.js for spelling. How like two questions are says likeness.ts.
import Fuse from 'fuse.js';
import type { LibraryAnswer } from '../../contract/curate.ts';
import type { Evidence, ScorePart } from '../../contract/knowledge.ts';
import { sameTextKey } from '../text/normalise.ts';
import { type Likeness, likenessOf, type Profile, profileOf, scoreOf } from './likeness.ts';
import { readQuestion } from './question.ts';

export interface LibraryIndex {
  nearest(question: string, scope: string | null, limit: number): Evidence[];
  /** How each question reads, by its words and scope, for the index that comes after this one. */
  readonly readings: ReadonlyMap<string, Entry>;
}

interface Entry {
  answer: LibraryAnswer;
  key: string;
  read: Profile;
}
/** Answers looked at closely for one question. */
const SHORTLIST = 40;
/** Of those, how many are compared by spelling at a time. */
const COMPARED = 5;
/** Below this two questions are not worth showing side by side. */
const FLOOR = 0.35;

type Readings = Pick<LibraryIndex, 'readings'>;

const wordsOf = (answer: LibraryAnswer) => `${answer.scope ?? ''}\u0000${answer.question}`;

/** Reads the questions of these answers that `before` has not read, with a pause before each. */
export async function readAnswers(
  answers: readonly LibraryAnswer[],
  before: Readings | undefined,
  pause: () => Promise<void>,
): Promise<ReadonlyMap<string, Entry>> {
  const readings = new Map<string, Entry>();
  for (const answer of answers) {
    await pause();
    const words = wordsOf(answer);
    if (!readings.has(words)) readings.set(words, before?.readings.get(words) ?? makeEntry(answer));
  }
  return readings;
}

/** `before`: the index this one replaces; questions it has read are not read again. */
export function makeLibraryIndex(answers: readonly LibraryAnswer[], before?: Readings): LibraryIndex {
  const readings = new Map<string, Entry>();
  const entries = answers.map(answer => {
    const words = wordsOf(answer);
    const known = readings.get(words) ?? before?.readings.get(words);
    const entry = known ? { ...known, answer } : makeEntry(answer);
    readings.set(words, entry);
    return entry;
  });
  const exact = groupBy(entries, entry => [entry.key]);
  const byRoot = groupBy(entries, entry => entry.read.roots);
  const byControl = groupBy(entries, entry => entry.read.controls);
  const telling = (times: number) => Math.log(1 + entries.length / (1 + times));
  return {
    readings,
    nearest(question, scope, limit) {
      if (entries.length === 0) return [];
      const asked = readQuestion({ question, section: null, guidance: null, scope, names: [] });
      const profile = profileOf(asked);
      const found = new Map<Entry, number>();
      const add = (list: readonly Entry[] | undefined, weight: number) => {
        for (const entry of list ?? []) {
          if (inScope(entry, scope)) found.set(entry, (found.get(entry) ?? 0) + weight);
        }
      };
      for (const root of profile.roots) add(byRoot.get(root), telling(byRoot.get(root)?.length ?? 0));
      for (const control of profile.controls)
        add(byControl.get(control), telling(byControl.get(control)?.length ?? 0));
      const key = sameTextKey(asked.text);
      add(exact.get(key), 1000);
      const short = [...found]
        .sort((a, b) => b[1] - a[1] || order(a[0], b[0]))
        .slice(0, SHORTLIST)
        .map(([entry]) => ({ entry, ...likenessOf(profile, entry.read, entry.key === key) }))
        .filter(like => scoreOf(like, 1) >= FLOOR)
        .sort((a, b) => scoreOf(b, 1) - scoreOf(a, 1));
      // Spelling is dear and adds a known most: once none of the rest can come among the best, they are left.
      let best: Evidence[] = [];
      for (let from = 0; from < short.length; from += COMPARED) {
        const few = short.slice(from, from + COMPARED);
        const last = best[limit - 1];
        if (last && few.every(like => scoreOf(like, 1) < last.score)) break;
        const spelling = spellingScores(question, few);
        best = [...best, ...few.map((like, i) => rated(like, spelling.get(i) ?? 0))]
          .filter(one => one.score >= FLOOR)
          .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
          .slice(0, limit);
      }
      return best;
    },
  };
}

function makeEntry(answer: LibraryAnswer): Entry {
  const read = readQuestion({
    question: answer.question,
    section: null,
    guidance: null,
    scope: answer.scope,
    names: [],
  });
  return { answer, key: sameTextKey(read.text), read: profileOf(read) };
}

function inScope(entry: Entry, scope: string | null): boolean {
  return scope === null || entry.answer.scope === null || entry.answer.scope === scope;
}

function order(a: Entry, b: Entry): number {
  return a.answer.id < b.answer.id ? -1 : 1;
}

function spellingScores(question: string, entries: readonly { entry: Entry }[]): Map<number, number> {
  const fuse = new Fuse(
    entries.map(({ entry }) => entry.answer.question),
    {
      includeScore: true,
      ignoreLocation: true,
      threshold: 1,
      ignoreFieldNorm: true,
    },
  );
  return new Map(fuse.search(question.slice(0, 250)).map(hit => [hit.refIndex, 1 - (hit.score ?? 1)]));
}

function rated(like: Likeness & { entry: Entry }, spelling: number): Evidence {
  return {
    ...evidenceOfAnswer(like.entry.answer),
    score: scoreOf(like, spelling),
    parts: partsOf(like.same, like.roots, like.controls, like.differences),
  };
}

function partsOf(
  same: boolean,
  roots: number,
  controls: number,
  differences: readonly string[],
): ScorePart[] {
  if (same)
    return [{ label: 'Library', words: 'the same question was answered and approved before', value: 1 }];
  const percent = (value: number) => `${Math.round(value * 100)}%`;
  return [
    { label: 'Words', words: `${percent(roots)} of the words are shared`, value: roots },
    { label: 'Control', words: `${percent(controls)} of the controls are shared`, value: controls },
    ...differences.map(words => ({ label: 'Differs', words, value: -0.2 })),
  ];
}

function evidenceOfAnswer(answer: LibraryAnswer): Evidence {
  const first = answer.evidence[0];
  return {
    source: 'library',
    id: answer.id,
    text: answer.text,
    question: answer.question,
    heading: [],
    context: answer.choice === null ? [] : [answer.choice],
    citation: {
      document: first?.document ?? answer.source,
      section: first?.section ?? '',
      place: first?.place ?? { line: 1, to: 1 },
    },
    score: 0,
    parts: [],
    marks: [],
  };
}

function groupBy(entries: readonly Entry[], keys: (entry: Entry) => Iterable<string>): Map<string, Entry[]> {
  const out = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of keys(entry)) {
      const group = out.get(key);
      if (group) group.push(entry);
      else out.set(key, [entry]);
    }
  }
  return out;
}
