// Probes of what may be said: `npm run eval:probes`. Questions with their right Yes, No or doubt and without evidence,
// written to be hard. They were read one by one to find what is wrong in kind, so they are never fitted and estimate
// nothing: `first` before the mends of polarity.ts they led to, `later` by others afterwards.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openKnowledge } from '../../knowledge-base/knowledge.ts';
import { storeOf } from './companies.ts';
import { type Gold, shared } from './gold.ts';

type Probe = Pick<Gold, 'id' | 'company' | 'question' | 'polarity' | 'answerable'>;

const files = ['first', 'later'] as const;
const probesIn = (name: (typeof files)[number]): Probe[] =>
  readFileSync(join(import.meta.dirname, `../eval/probes/${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as Probe);

if (!existsSync(shared)) {
  console.log('SKIPPED: the policies in ../shared are not beside this checkout.');
  process.exit(0);
}
const probes = new Map(files.map(name => [name, probesIn(name)]));
const companies = new Set([...probes.values()].flat().map(probe => probe.company));
const { store } = await storeOf([...companies]);
const knowledge = openKnowledge(store);

for (const [name, list] of probes) {
  const counts = { asked: 0, right: 0, flipped: 0, open: 0, claimed: 0, unanswerable: 0, answered: 0 };
  for (const { question, company, polarity, answerable } of list) {
    const ask = { question, section: null, guidance: null, scope: company, limit: null, names: [company] };
    const draft = await knowledge.draft({ ...ask, options: [] });
    const said = draft.polarity === 'yes' || draft.polarity === 'no' ? draft.polarity : null;
    if (polarity === 'yes' || polarity === 'no') {
      counts.asked += 1;
      if (said === polarity) counts.right += 1;
      else if (said !== null) counts.flipped += 1;
    } else if (polarity === 'unknown') {
      counts.open += 1;
      if (said !== null) counts.claimed += 1;
    }
    if (answerable === 'no') {
      counts.unanswerable += 1;
      if (draft.outcome !== 'not-stated') counts.answered += 1;
    }
  }
  console.log(
    `${name}: of ${counts.asked} with a Yes or No ${counts.right} right, ${counts.flipped} flipped; ` +
      `of ${counts.open} not settled ${counts.claimed} claimed; ` +
      `of ${counts.unanswerable} without an answer ${counts.answered} answered`,
  );
}
