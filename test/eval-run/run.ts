// Scores the product as it stands on every labelled set: `npm run eval [-- --set NAME] [--half open|held] [--vectors]`.
import { parseArgs } from 'node:util';
import { openKnowledge } from '../../knowledge-base/knowledge.ts';
import { putSetting } from '../../knowledge-base/store/settings.ts';
import { storeOf } from './companies.ts';
import { type Gold, readGold } from './gold.ts';
import { type Figures, figures, type Prediction } from './score.ts';

const { values } = parseArgs({
  options: { set: { type: 'string' }, half: { type: 'string' }, vectors: { type: 'boolean' } },
});
const { sets, skipped } = readGold();
const companies = [...new Set([...sets.values()].flat().map(gold => gold.company))];
const { store, skipped: unread } = await storeOf(companies);
for (const reason of [...skipped, ...unread]) console.log(`SKIPPED ${reason}`);
if (values.vectors) store.write(db => putSetting(db, 'vectors', true));
const knowledge = openKnowledge(store);

async function predict(gold: Gold): Promise<Prediction> {
  const draft = await knowledge.draft({
    question: gold.question,
    section: gold.section,
    guidance: null,
    scope: gold.company,
    options: [],
    limit: null,
    names: [gold.company],
  });
  return {
    id: gold.id,
    passages: draft.candidates.filter(c => c.source === 'policy').map(c => c.text),
    abstain: draft.outcome === 'not-stated',
    polarity: draft.polarity,
    answer: draft.text,
    confidence: draft.confidence,
  };
}

const percent = (part: number, whole: number) => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1));
function line(name: string, f: Figures): string {
  const cells = [
    name,
    f.n,
    percent(f.at1, f.answerable),
    percent(f.at3, f.answerable),
    percent(f.right, f.answerable),
    percent(f.falseAnswers, f.unanswerable),
    percent(f.polarityRight, f.polarityAsked),
    percent(f.flips, f.polarityAsked),
    percent(f.overclaims, f.unsettled),
    percent(f.mustRight, f.must),
  ];
  return `| ${cells.join(' | ')} |`;
}

console.log(
  '| set | questions | ev@1 | ev@3 | answered right | false answers | polarity | flips | over-claims | facts |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|');
for (const [name, all] of sets) {
  if (values.set !== undefined && !name.includes(values.set)) continue;
  for (const half of ['open', 'held'] as const) {
    if (values.half !== undefined && values.half !== half) continue;
    const rows = all.filter(
      gold => gold.half === half && !unread.some(reason => reason.startsWith(`${gold.company}:`)),
    );
    if (rows.length === 0) continue;
    console.log(
      line(
        half === 'held' ? `${name} (held)` : name,
        figures(await Promise.all(rows.map(async gold => ({ gold, said: await predict(gold) })))),
      ),
    );
  }
}
