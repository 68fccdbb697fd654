// The tables of documents/README.md, made anew: every questionnaire filled in all its slots, and what became of
// the odd files. `node test/support/corpus-table.ts`
import { readDocument } from '../../documents/registry.ts';
import { corpusFiles, noCorpus } from './corpus.ts';
import { fillEverySlot, fillTwentyCells } from './fill-corpus.ts';

const questionnaires = corpusFiles('questionnaires', /./);
if (questionnaires.length === 0) console.log(noCorpus);

console.log('| questionnaire | questions | slots | written | refused | parts kept | parts changed |');
console.log('|---|---|---|---|---|---|---|');
for (const { name, bytes } of questionnaires) {
  const cells = await fillEverySlot(bytes(), name).then(
    ({ questions, entries, receipt }) => [
      questions.length,
      entries.length,
      receipt.written.length,
      receipt.refused.length,
      receipt.partsUnchanged.length,
      receipt.partsChanged.length,
    ],
    error => [(error as Error).message.replaceAll('|', '/'), '', '', '', '', ''],
  );
  console.log(`| ${[name, ...cells].join(' | ')} |`);
}

const reasons = new Map<string, string[]>();
let filled = 0;
let written = 0;
const odd = corpusFiles('odd', /\.xls[xm]$/);
const refusals = new Map<string, number>();
for (const { name, bytes } of odd) {
  const outcome = await readDocument(bytes(), name);
  if (!outcome.ok) {
    const why = `${outcome.error.code}: ${String(outcome.error.params.why ?? outcome.error.params.kind ?? '')}`;
    reasons.set(why, [...(reasons.get(why) ?? []), name]);
    continue;
  }
  const { receipt } = await fillTwentyCells(bytes(), name);
  filled += 1;
  written += receipt.written.length;
  for (const { code } of receipt.refused) refusals.set(code, (refusals.get(code) ?? 0) + 1);
}
console.log(`\n${odd.length} odd workbooks: ${filled} read and filled with ${written} drawn answers.`);
console.log(
  `Cells refused in them: ${[...refusals].map(([code, count]) => `${code} ${count}`).join(', ')}.\n`,
);
console.log('| refused because | files |\n|---|---|');
for (const [why, names] of [...reasons].sort((a, b) => b[1].length - a[1].length)) {
  console.log(`| ${why} | ${names.length}: ${names.map(name => name.slice(0, 48)).join(', ')} |`);
}
