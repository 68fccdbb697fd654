// Approved answers by their question: the same wording at once, a near wording by shared words and controls and
// then fuse.js for spelling. What makes two questions different (a number, a named thing, a negation, an aspect)
// weighs more than what they share, and is told.
import Fuse from 'fuse.js';
import type { LibraryAnswer } from '../../contract/curate.ts';
import type { Evidence, ScorePart } from '../../contract/knowledge.ts';
import { sameTextKey } from '../text/normalise.ts';
import { wordGroups } from '../text/word-groups.ts';
import { things as allThings } from '../vocabulary/things.ts';
import { type Question, readQuestion } from './question.ts';

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
interface Profile {
  roots: ReadonlySet<string>;
  controls: ReadonlySet<string>;
  things: ReadonlySet<string>;
  aspects: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  quantifiers: ReadonlySet<string>;
  negated: boolean;
}

/** Answers looked at closely for one question. */
const SHORTLIST = 40;
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
        .map(([entry]) => entry);
      const spelling = spellingScores(question, short);
      return short
        .map((entry, i) => rate(entry, profile, key, spelling.get(i) ?? 0))
        .filter(rated => rated.score >= FLOOR)
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, limit);
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

function profileOf(question: Question): Profile {
  const union = <T>(pick: (limb: Question['limbs'][number]) => Iterable<T>) =>
    new Set(question.limbs.flatMap(l => [...pick(l)]));
  return {
    roots: union(limb => limb.roots),
    controls: union(limb => limb.controls.keys()),
    things: union(limb => limb.things),
    aspects: union(limb => limb.aspects),
    numbers: new Set(question.text.match(/\d+(?:[.,]\d+)*/g) ?? []),
    quantifiers: new Set(question.limbs.flatMap(limb => limb.quantifier ?? [])),
    negated: /\b(?:not|no|never|without|un(?:encrypted|authori[sz]ed|protected|managed|patched))\b/i.test(
      question.text,
    ),
  };
}

function inScope(entry: Entry, scope: string | null): boolean {
  return scope === null || entry.answer.scope === null || entry.answer.scope === scope;
}

function order(a: Entry, b: Entry): number {
  return a.answer.id < b.answer.id ? -1 : 1;
}

function spellingScores(question: string, entries: readonly Entry[]): Map<number, number> {
  const fuse = new Fuse(
    entries.map(entry => entry.answer.question),
    {
      includeScore: true,
      ignoreLocation: true,
      threshold: 1,
      ignoreFieldNorm: true,
    },
  );
  return new Map(fuse.search(question.slice(0, 250)).map(hit => [hit.refIndex, 1 - (hit.score ?? 1)]));
}

function rate(entry: Entry, asked: Profile, key: string, spelling: number): Evidence {
  const same = entry.key === key;
  const roots = dice(asked.roots, entry.read.roots);
  const controls =
    asked.controls.size + entry.read.controls.size === 0 ? roots : dice(asked.controls, entry.read.controls);
  const alike = Math.min(0.99, 0.45 * roots + 0.25 * controls + 0.3 * spelling);
  const differences = same ? [] : differencesOf(asked, entry.read);
  const score = same ? 1 : alike * 0.8 ** differences.length;
  return {
    ...evidenceOfAnswer(entry.answer),
    score: Math.round(score * 10_000) / 10_000,
    parts: partsOf(same, roots, controls, differences),
  };
}

function differencesOf(asked: Profile, known: Profile): string[] {
  const out: string[] = [];
  const differ = (
    a: ReadonlySet<string>,
    b: ReadonlySet<string>,
    word: string,
    title = (id: string) => id,
  ) => {
    const more = [...a].filter(id => !b.has(id));
    const less = [...b].filter(id => !a.has(id));
    if (more.length > 0)
      out.push(`asks for ${word} ${more.map(title).join(', ')}, the approved question does not`);
    if (less.length > 0)
      out.push(`the approved question asks for ${word} ${less.map(title).join(', ')}, this one does not`);
  };
  differ(asked.things, known.things, 'the named', id => allThings.get(id)?.names[0] ?? id);
  differ(asked.aspects, known.aspects, 'the aspect');
  differ(asked.numbers, known.numbers, 'the number');
  differ(asked.quantifiers, known.quantifiers, 'how far it goes:');
  const words = [...othersIn(asked.roots, known.roots), ...othersIn(known.roots, asked.roots)];
  if (out.length === 0 && words.length > 0) out.push(`the words ${words.join(', ')} stand in one of the two`);
  if (asked.negated !== known.negated) out.push('one of the two is put in the negative');
  return out;
}

/** Roots that the other question has neither as such nor by a word of the same group. */
function othersIn(roots: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  const groups = new Set([...other].flatMap(root => wordGroups(root)));
  return [...roots].filter(root => !other.has(root) && !wordGroups(root).some(group => groups.has(group)));
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

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1;
  let shared = 0;
  for (const item of a) if (b.has(item)) shared += 1;
  return (2 * shared) / (a.size + b.size);
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
