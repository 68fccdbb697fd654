// Scores question finding on the labelled files beside the checkout: reads every one, writes what `vouch inspect
// --json` would print, and runs the scorer over it. `npm run eval:import [-- --details]`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findQuestions } from '../../documents/find/find-questions.ts';
import { readDocument } from '../../documents/registry.ts';

const shared = resolve(import.meta.dirname, '../../../shared');
const gold = join(shared, 'eval/import/dev');
const corpus = join(shared, 'corpus/questionnaires');

if (!existsSync(gold)) {
  console.log('The labelled files are not beside this checkout (../shared/eval/import); nothing to score.');
  process.exit(0);
}

const args = process.argv.slice(2);
const kept = args.indexOf('--out');
const predictions =
  kept < 0 ? mkdtempSync(join(tmpdir(), 'vouch-import-')) : resolve(args.splice(kept, 2)[1] ?? '.');
mkdirSync(predictions, { recursive: true });

for (const file of readdirSync(gold)) {
  const name = file.replace(/\.gold\.json$/, '');
  const outcome = await readDocument(new Uint8Array(readFileSync(join(corpus, name))), name);
  if (!outcome.ok) {
    console.log(`${name}: ${outcome.error.text}`);
    continue;
  }
  const started = performance.now();
  const { fingerprint: _, ...found } = findQuestions(outcome.value);
  const spent = Math.round(performance.now() - started);
  console.log(`${name}: ${found.questions.length} questions, found in ${spent} ms`);
  const inspection = { file: name, format: outcome.value.format, ...found };
  writeFileSync(join(predictions, `${name}.inspect.json`), JSON.stringify(inspection));
}

const scorer = join(shared, 'eval/import/score_import.py');
const run = spawnSync('python3', [scorer, '--gold-dir', gold, '--pred-dir', predictions, ...args], {
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
