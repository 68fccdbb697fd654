// What matching costs: `node test/bench/match.ts [--passages N] [--vectors]`. Ours, fuse.js and MiniSearch answer the same
// questions over the same passages in the same run, so the ratios hold where the milliseconds do not. Passages
// are made from the vocabulary with a fixed seed: a large knowledge base without anybody's documents.
import { parseArgs } from 'node:util';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Passage } from '../../contract/knowledge.ts';
import { cosine } from '../../knowledge-base/embed/embedder.ts';
import { energeticEmbedder } from '../../knowledge-base/embed/energetic.ts';
import { countCollection } from '../../knowledge-base/match/collection.ts';
import { indexEntry } from '../../knowledge-base/match/index-entry.ts';
import { makePassageIndex } from '../../knowledge-base/match/passage-index.ts';
import { readQuestion } from '../../knowledge-base/match/question.ts';
import { rankCandidates } from '../../knowledge-base/match/rank.ts';
import { makeStatement } from '../../knowledge-base/match/statement.ts';
import { identify } from '../../knowledge-base/passages/passage-identity.ts';
import controls from '../../knowledge-base/vocabulary/controls.json' with { type: 'json' };
import english from '../../knowledge-base/vocabulary/en.json' with { type: 'json' };

const { values } = parseArgs({ options: { passages: { type: 'string' }, vectors: { type: 'boolean' } } });
const QUESTIONS = 300;
const wordings = Object.values(english.controls as Record<string, { phrases?: string[] }>).map(
  one => one.phrases ?? [],
);

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

const random = seeded(20_260_101);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const phrase = () => pick(pick(wordings.filter(list => list.length > 0)));
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

function makeBase(count: number): Passage[] {
  const loose = Array.from({ length: count }, (_, i) => ({
    text: `${pick(SUBJECTS)} ${pick(VERBS)} ${phrase()} and ${phrase()} ${pick(OFTEN)}.`,
    heading: [pick(controls).title],
    context: [],
    kind: 'sentence' as const,
    at: { line: i + 1, to: i + 1 },
  }));
  return identify(loose, { documentId: 'made', document: 'made.md', scope: 'made' });
}

const questions = Array.from({ length: QUESTIONS }, () => `${pick(ASKS)} ${phrase()} for ${phrase()}?`);

/** Milliseconds a question of the second of two rounds. */
async function time(answer: (question: string) => unknown, asked: readonly string[]): Promise<number> {
  for (const question of asked.slice(0, 20)) await answer(question);
  const start = performance.now();
  for (const question of asked) await answer(question);
  return (performance.now() - start) / asked.length;
}

async function measure(count: number): Promise<void> {
  const passages = makeBase(count);
  const texts = passages.map((passage, id) => ({
    id,
    text: passage.text,
    heading: passage.heading.join(' '),
  }));
  const started = performance.now();
  const statements = passages.map(passage => makeStatement(passage, ['made']));
  const collection = countCollection(statements);
  const index = makePassageIndex(statements.map((statement, row) => indexEntry(statement, row)));
  const building = performance.now() - started;
  const at = (row: number) => statements[row] ?? fail(row);
  const ask = (question: string) => ({ question, section: null, guidance: null, scope: 'made', names: [] });
  const rows: [string, number][] = [];
  rows.push([
    'Vouch',
    await time(q => rankCandidates(readQuestion(ask(q)), 'made', index, at, collection), questions),
  ]);
  const mini = new MiniSearch({ fields: ['text', 'heading'], searchOptions: { fuzzy: 0.2, prefix: true } });
  mini.addAll(texts);
  rows.push(['MiniSearch', await time(q => mini.search(q).slice(0, 10), questions)]);
  const fuse = new Fuse(texts, { keys: ['text'], ignoreLocation: true, threshold: 0.6 });
  rows.push([
    'fuse.js',
    await time(q => fuse.search(q, { limit: 10 }), questions.slice(0, count > 5000 ? 10 : 30)),
  ]);
  if (values.vectors) {
    const embedder = energeticEmbedder();
    const [one] = await embedder.embed(['warm up']);
    const vectors = texts.map(() => Float32Array.from(one ?? [], value => value + random() - 0.5));
    const nearest = async (q: string) => {
      const [asked] = await embedder.embed([q]);
      return asked
        ? vectors
            .map(vector => cosine(asked, vector))
            .sort((a, b) => b - a)
            .slice(0, 10)
        : [];
    };
    rows.push(['sentence vectors', await time(nearest, questions.slice(0, 50))]);
  }
  const [, ours] = rows[0] ?? ['', 1];
  console.log(`\n${count} passages, built in ${Math.round(building)} ms`);
  console.log('| engine | ms a question | times ours |\n|---|---|---|');
  for (const [name, each] of rows)
    console.log(`| ${name} | ${each.toFixed(2)} | ${(each / ours).toFixed(1)} |`);
}

function fail(row: number): never {
  throw new Error(`The index names row ${row}, which no passage has.`);
}

const sizes = values.passages === undefined ? [100, 2_000, 20_000] : [Number(values.passages)];
for (const size of sizes) await measure(size);
