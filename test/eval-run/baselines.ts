// What a team would have without us: each engine alone over the same passages, its score for a chance. An outcome has
// the shape of ours, so that all are held to the same share of false answers.
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Passage } from '../../contract/knowledge.ts';
import { cosine } from '../../knowledge-base/embed/embedder.ts';
import { energeticEmbedder } from '../../knowledge-base/embed/energetic.ts';
import { passagesOf } from './companies.ts';
import type { Gold } from './gold.ts';
import { matches } from './score.ts';
import type { Outcome } from './validate.ts';

/** The first three passages with the score of the first, higher is nearer. */
interface Found {
  passages: string[];
  score: number;
}
type Engine = (passages: readonly Passage[]) => Promise<(question: string) => Promise<Found>>;

const FIRST = 3;
/** Texts embedded at once: the model's memory grows with them. */
const BATCH = 32;
const indexed = (passages: readonly Passage[]) =>
  passages.map(({ text, heading }, id) => ({ id, text, heading: heading.join(' ') }));

const fuse: Engine = async passages => {
  const engine = new Fuse(indexed(passages), {
    keys: ['text', 'heading'],
    ignoreLocation: true,
    includeScore: true,
    threshold: 1,
  });
  return async question => {
    const hits = engine.search(question.slice(0, 300), { limit: FIRST });
    return { passages: hits.map(hit => hit.item.text), score: 1 - (hits[0]?.score ?? 1) };
  };
};

const miniSearch: Engine = async passages => {
  const engine = new MiniSearch({
    fields: ['text', 'heading'],
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  engine.addAll(indexed(passages));
  return async question => {
    const hits = engine.search(question).slice(0, FIRST);
    return { passages: hits.map(hit => passages[hit.id]?.text ?? ''), score: hits[0]?.score ?? 0 };
  };
};

const vectors: Engine = async passages => {
  const embedder = energeticEmbedder();
  const rows: Float32Array[] = [];
  for (let at = 0; at < passages.length; at += BATCH)
    rows.push(...(await embedder.embed(passages.slice(at, at + BATCH).map(passage => passage.text))));
  return async question => {
    const [asked = new Float32Array()] = await embedder.embed([question]);
    const hits = rows.map((row, i) => ({ i, score: cosine(asked, row) })).sort((a, b) => b.score - a.score);
    return {
      passages: hits.slice(0, FIRST).map(hit => passages[hit.i]?.text ?? ''),
      score: hits[0]?.score ?? 0,
    };
  };
};

export const engines: Readonly<Record<string, Engine>> = {
  'fuse.js': fuse,
  'MiniSearch (BM25+)': miniSearch,
  'sentence vectors': vectors,
};

/** The engine's outcomes on all questions, company by company. */
export async function outcomesOf(engine: Engine, golds: readonly Gold[]): Promise<Outcome[]> {
  const out: Outcome[] = [];
  for (const company of new Set(golds.map(gold => gold.company))) {
    const passages = await passagesOf(company);
    const ask = await engine(passages);
    for (const gold of golds.filter(one => one.company === company)) {
      const found = await ask(gold.question);
      const right = found.passages.map(text => gold.evidence.some(evidence => matches(text, evidence)));
      out.push({
        set: gold.set,
        style: gold.style,
        answerable: gold.answerable !== 'no',
        at1: right[0] === true,
        at3: right.includes(true),
        right: right[0] === true,
        chance: found.score,
        large: passages.length > 120,
      });
    }
  }
  return out;
}
