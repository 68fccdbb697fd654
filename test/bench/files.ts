// What reading, finding and filling cost, against the least that must be done (unzip and one SAX pass over the
// same bytes, in turn with ours in one process) and against exceljs load and write where that ends.
// `npm run bench` or `node test/bench/files.ts [NAME...]`
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { corpusFiles, noCorpus } from '../support/corpus.ts';

const job = join(import.meta.dirname, 'file-job.ts');
const rounds = 15;
/** Rounds that only settle the compiler; the first of them is shown in brackets. */
const warmUp = 6;
const exceljsSeconds = 30;

interface Measured {
  times: Record<string, number[]>;
  peakMegabytes: number;
}

function run(name: string, path: string, times: number, seconds: number): Measured | string {
  const child = spawnSync(process.execPath, [job, name, path, String(times)], {
    encoding: 'utf8',
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
  });
  if (child.signal) return `not done in ${seconds} s`;
  if (child.status !== 0) return /Error: .*/.exec(child.stderr)?.[0].slice(0, 60) ?? 'failed';
  return JSON.parse(child.stdout) as Measured;
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const round = (value: number) => String(Math.round(value));

const wanted = process.argv.slice(2);
const files = corpusFiles('questionnaires', /\.xls[xm]$/).filter(
  ({ name }) => wanted.length === 0 || wanted.some(part => name.includes(part)),
);
if (files.length === 0) console.log(noCorpus);
else {
  console.log(
    `Milliseconds, median of ${rounds - warmUp} rounds in turn after ${warmUp} to warm up (first, cold round in brackets); peak memory in MB, one round each.\n`,
  );
  console.log(
    '| file | unzip + SAX | read + find + fill | of these | times | exceljs load + write | peak bare | peak Vouch | peak exceljs |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const { name, path } of files) {
    const both = run('bare+vouch', path, rounds, 300);
    const bare = run('bare', path, 1, 300);
    const vouch = run('vouch', path, 1, 300);
    const exceljs = run('exceljs', path, 1, exceljsSeconds);
    if (typeof both === 'string' || typeof bare === 'string' || typeof vouch === 'string') {
      console.log(`| ${name} | ${[both, bare, vouch].filter(said => typeof said === 'string').join(', ')} |`);
      continue;
    }
    const { bare: least = [], vouch: ours = [] } = both.times;
    const settled = (values: readonly number[]) => median(values.slice(warmUp));
    const cells = [
      name,
      `${round(settled(least))} (${round(least[0] ?? 0)})`,
      `${round(settled(ours))} (${round(ours[0] ?? 0)})`,
      [both.times.read, both.times.find, both.times.fill]
        .map(stage => round(settled(stage ?? [])))
        .join(' + '),
      `${(settled(ours) / settled(least)).toFixed(1)} (${((ours[0] ?? 0) / (least[0] ?? 1)).toFixed(1)})`,
      typeof exceljs === 'string' ? exceljs : round(median(exceljs.times.exceljs ?? [])),
      round(bare.peakMegabytes),
      round(vouch.peakMegabytes),
      typeof exceljs === 'string' ? '' : round(exceljs.peakMegabytes),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
