// What matching costs: `node test/bench/match.ts [--passages N] [--vectors]`. Ours from question to draft, fuse.js,
// MiniSearch and brute-force sentence vectors answer the same questions over the same passages in the same run, so
// the ratios hold where the milliseconds do not. The two seed policies are asked 300 real questions where they are.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { LibraryAnswer } from '../../contract/curate.ts';
import type { Passage } from '../../contract/knowledge.ts';
import { cosine } from '../../knowledge-base/embed/embedder.ts';
import { energeticEmbedder } from '../../knowledge-base/embed/energetic.ts';
import { type Knowledge, openKnowledge } from '../../knowledge-base/knowledge.ts';
import { makeLibraryIndex } from '../../knowledge-base/match/library-index.ts';
import { putDocument } from '../../knowledge-base/store/documents.ts';
import { openStore, type Store } from '../../knowledge-base/store/open-store.ts';
import { putPassages } from '../../knowledge-base/store/passages.ts';
import { storeOf } from '../eval-run/companies.ts';
import { readGold, shared } from '../eval-run/gold.ts';
import { makePolicy, makeQuestions, random } from './made-policies.ts';

const { values } = parseArgs({ options: { passages: { type: 'string' }, vectors: { type: 'boolean' } } });
const questions = makeQuestions(300);
/** Sentences of one made policy. */
const POLICY = 50;

interface Times {
  /** Milliseconds a question: of the first round, and each question's best of three, for the machine is shared. */
  first: number;
  best: number;
}

async function time<T>(answer: (question: T) => unknown, asked: readonly T[], rounds = 3): Promise<Times> {
  const took: number[][] = asked.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [i, question] of asked.entries()) {
      const start = performance.now();
      await answer(question);
      took[i]?.push(performance.now() - start);
    }
  const mean = (of: (each: number[]) => number) =>
    took.reduce((sum, each) => sum + of(each), 0) / asked.length;
  return { first: mean(([first = 0]) => first), best: mean(each => Math.min(...each)) };
}

function save(store: Store, documentId: string, passages: readonly Passage[]): void {
  store.write(db => {
    putDocument(db, {
      id: documentId,
      scope: 'made',
      name: `${documentId}.md`,
      format: 'markdown',
      title: null,
      bytes: new TextEncoder().encode(documentId),
      importedAt: '2026-01-01T00:00:00.000Z',
      messages: [],
    });
    putPassages(db, documentId, passages);
  });
}

/** Milliseconds until the knowledge base has read what is stored. */
function reading(knowledge: Knowledge): number {
  const start = performance.now();
  knowledge.refresh();
  return performance.now() - start;
}

function draft(knowledge: Knowledge, question: string, scope: string): unknown {
  return knowledge.draft({
    question,
    section: null,
    guidance: null,
    scope,
    options: ['Yes', 'No'],
    limit: null,
    names: [],
  });
}

async function measure(count: number): Promise<void> {
  const store = openStore(':memory:');
  const policies = Array.from({ length: count / POLICY }, (_, i) => makePolicy(`made-${i}`, POLICY));
  for (const [i, policy] of policies.entries()) save(store, `made-${i}`, policy);
  const knowledge = openKnowledge(store);
  const start = performance.now();
  await knowledge.ready(async () => {});
  const built = performance.now() - start;
  const rows: [string, Times][] = [['Vouch', await time(q => draft(knowledge, q, 'made'), questions)]];
  save(store, 'made-0', makePolicy('made-0', POLICY));
  const again = reading(knowledge);
  knowledge.close();

  const texts = policies.flat().map(({ text, heading }, id) => ({ id, text, heading: heading.join(' ') }));
  const mini = new MiniSearch({ fields: ['text', 'heading'], searchOptions: { fuzzy: 0.2, prefix: true } });
  mini.addAll(texts);
  rows.push(['MiniSearch', await time(q => mini.search(q).slice(0, 10), questions)]);
  const fuse = new Fuse(texts, { keys: ['text'], ignoreLocation: true, threshold: 0.6 });
  const few = questions.slice(0, count > 5000 ? 4 : 20);
  rows.push(['fuse.js', await time(q => fuse.search(q, { limit: 10 }), few)]);
  if (values.vectors) rows.push(['sentence vectors', await timeVectors(texts)]);

  const ours = rows[0]?.[1].best ?? 1;
  console.log(
    `\n${count} passages: built in ${Math.round(built)} ms, one policy again in ${Math.round(again)} ms`,
  );
  console.log('| engine | ms a question | first round | times ours |\n|---|---|---|---|');
  for (const [name, { first, best }] of rows)
    console.log(`| ${name} | ${best.toFixed(2)} | ${first.toFixed(2)} | ${(best / ours).toFixed(1)} |`);
}

/** The embedder reads the question, then every vector is compared; the vectors themselves may be made up. */
async function timeVectors(texts: readonly unknown[]): Promise<Times> {
  const embedder = energeticEmbedder();
  const [one] = await embedder.embed(['warm up']);
  const vectors = texts.map(() => Float32Array.from(one ?? [], value => value + random() - 0.5));
  const nearest = async (question: string) => {
    const [asked = new Float32Array()] = await embedder.embed([question]);
    return vectors
      .map(vector => cosine(asked, vector))
      .sort((a, b) => b - a)
      .slice(0, 10);
  };
  return time(nearest, questions.slice(0, 30));
}

/** 300 questions of the labelled sets on the two policies they were written for. */
async function measureSeeds(): Promise<void> {
  const companies = ['zuplo', 'zapro'];
  const asked = [...readGold().sets.values()]
    .flat()
    .filter(gold => companies.includes(gold.company))
    .slice(0, 300);
  const knowledge = openKnowledge((await storeOf(companies)).store);
  const start = performance.now();
  await knowledge.ready(async () => {});
  const built = performance.now() - start;
  const { first, best } = await time(gold => draft(knowledge, gold.question, gold.company), asked);
  const all = (each: number) => Math.round(each * asked.length);
  console.log(`\nThe two seed policies: read in ${Math.round(built)} ms; ${asked.length} questions in`);
  console.log(`${all(first)} ms the first time, ${all(best)} ms at best.`);
}

/** A look-up among so many approved answers, which every question costs besides. */
async function measureLibrary(count: number): Promise<void> {
  const answers = makeQuestions(count).map(
    (question, i): LibraryAnswer => ({
      id: `made-${i}`,
      question,
      choice: 'Yes',
      text: 'It is done.',
      scope: null,
      owner: '',
      tags: [],
      reviewBy: null,
      source: 'made.xlsx',
      approvedBy: 'made',
      approvedAt: '2026-01-01T00:00:00.000Z',
      state: 'active',
      evidence: [],
      version: 1,
      updatedAt: '2026-01-01T00:00:00.000Z',
    }),
  );
  const start = performance.now();
  const index = makeLibraryIndex(answers);
  const built = performance.now() - start;
  const { first, best } = await time(question => index.nearest(question, null, 3), questions);
  console.log(`\n${count} approved answers: built in ${Math.round(built)} ms, a look-up among them takes`);
  console.log(`${best.toFixed(2)} ms, ${first.toFixed(2)} in the first round.`);
}

if (existsSync(shared)) await measureSeeds();
else console.log('SKIPPED the seed policies: ../shared is not there.');
await measureLibrary(3_000);
const sizes = values.passages === undefined ? [100, 2_000, 20_000] : [Number(values.passages)];
for (const size of sizes) await measure(size);
