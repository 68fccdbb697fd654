// How fast long work stops, and whether others are answered meanwhile: `node test/bench/cancel.ts [--library N]
// [--questions N]`. Each long call is started on the engine's own thread, small calls are asked all the while, and
// after a moment the job is cancelled. Prints, for each call, the longest stop and the small calls' waits.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CallInput, CallName, CallOutput } from '../../contract/calls.ts';
import { putLibraryAnswer } from '../../knowledge-base/store/library.ts';
import { textKey } from '../../workspace/desk/text-key.ts';
import { startEngine } from '../../workspace/engine/start-engine.ts';
import { openWorkspace } from '../../workspace/open-workspace.ts';

const { values } = parseArgs({ options: { library: { type: 'string' }, questions: { type: 'string' } } });
const LIBRARY = Number(values.library ?? 5000);
const QUESTIONS = Number(values.questions ?? 2000);
/** Moments after the start, in milliseconds, at which the work is stopped. */
const MOMENTS = [20, 150, 400, 900, 1800];

const verbs = ['encrypted', 'reviewed', 'logged', 'tested', 'approved', 'backed up', 'scanned', 'monitored'];
const things = [
  'customer data',
  'production access',
  'source code',
  'vendor contracts',
  'laptops',
  'audit logs',
];
const places = [
  'in the cloud',
  'at rest',
  'in transit',
  'in every office',
  'at suppliers',
  'on mobile devices',
];
const times = ['every day', 'every week', 'every quarter', 'once a year', 'within 30 days', 'before release'];
const of = (list: readonly string[], at: number) => list[at % list.length] ?? '';
const worded = (at: number) => ({
  thing: of(things, at),
  verb: of(verbs, Math.floor(at / 6)),
  place: of(places, Math.floor(at / 48)),
  time: of(times, Math.floor(at / 288)),
});
/** Unlike each other as questions of one field are: the same few words, and a number that tells them apart. */
function questionOf(at: number): string {
  const { thing, verb, place, time } = worded(at);
  return `Are ${thing} ${verb} ${place} ${time} under control ${Math.floor(at / 1728)}-${at % 97}?`;
}
function answerOf(at: number): string {
  const { thing, verb, place, time } = worded(at);
  return `All ${thing} are ${verb} ${place} ${time}, and the record is kept for ${(at % 9) + 1} years.`;
}

const folder = mkdtempSync(join(tmpdir(), 'vouch-cancel-'));
const location = join(folder, 'large.vouch');
const bytesOf = (text: string) => new TextEncoder().encode(text);
/** A form of these questions; `first` is what each begins with, so that two forms are not one template. */
const csv = (first: string, answered = false) =>
  bytesOf(
    [
      'Number,Question,Answer,Comment',
      ...Array.from({ length: QUESTIONS }, (_, at) => {
        const given = answered ? `Yes,"${answerOf(at + 1)}"` : ',';
        return `${at + 1},"${first}${questionOf(at)}",${given}`;
      }),
    ].join('\n'),
  );

async function seed(): Promise<string> {
  const desk = openWorkspace({ location, host: 'web', actor: 'Bench' });
  const at = new Date(0).toISOString();
  desk.desk.store.write(db => {
    for (let n = 0; n < LIBRARY; n++) {
      const question = questionOf(n * 3);
      putLibraryAnswer(
        db,
        {
          id: `l${n}`,
          question,
          questionKey: textKey(question),
          choice: n % 7 === 0 ? 'No' : 'Yes',
          text: answerOf(n * 3),
          scope: null,
          owner: 'Bench',
          tags: [],
          reviewBy: null,
          source: 'bench',
          approvedBy: 'Bench',
          approvedAt: at,
          state: 'active',
          updatedAt: at,
          evidence: [],
        },
        'Bench',
      );
    }
  });
  const policy = desk.putFile(
    'policy.md',
    bytesOf(Array.from({ length: 600 }, (_, n) => answerOf(n)).join('\n\n')),
  );
  await desk.call('policy.import', { files: [policy.file], scope: 'acme' });
  const { questionnaire } = await desk.call('questionnaire.import', {
    file: desk.putFile('form.csv', csv('')).file,
    scope: 'acme',
  });
  const { rows } = await desk.call('questionnaire.get', { id: questionnaire.id });
  for (const row of rows) {
    const { questionId: question, version } = row;
    await desk.call('answer.edit', {
      questionnaire: questionnaire.id,
      question,
      version,
      text: answerOf(row.position + 2),
    });
  }
  await desk.call('answer.approve', {
    questionnaire: questionnaire.id,
    questions: rows.map(row => row.questionId),
  });
  desk.close();
  return questionnaire.id;
}

const begun = performance.now();
const id = await seed();
console.log(
  `${QUESTIONS} questions, ${LIBRARY} library answers; made in ${Math.round(performance.now() - begun)} ms`,
);
const engine = await startEngine({ location, host: 'web', actor: 'Bench' });

async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const envelope = await engine.call(name, input);
  if (!envelope.ok) throw new Error(`${name}: ${envelope.error.text}`);
  return envelope.value as CallOutput<N>;
}

const open = await ask('questionnaire.import', {
  file: (await engine.putFile('open.csv', csv('Do you say so: '))).file,
  scope: 'acme',
});
const openId = open.questionnaire.id;
const rows = (await ask('questionnaire.get', { id })).rows;

/** Small calls one after the other until told to stop; their waits in milliseconds. */
async function probe(running: { on: boolean }): Promise<number[]> {
  const waits: number[] = [];
  for (let n = 0; running.on; n++) {
    const from = performance.now();
    const question = rows[(n * 37) % rows.length]?.questionId ?? '';
    await engine.call('answer.get', { questionnaire: id, question });
    waits.push(performance.now() - from);
    await new Promise(resolve => setTimeout(resolve, 15));
  }
  return waits;
}

let jobs = 0;
async function stopAfter(moment: number, name: CallName, input: (job: string) => Promise<unknown>) {
  const job = `job-${++jobs}`;
  const given = await input(job);
  const running = { on: true };
  const probing = probe(running);
  const from = performance.now();
  const done = engine.call(name, given).then(envelope => ({ envelope, at: performance.now() }));
  await Promise.race([done, new Promise(resolve => setTimeout(resolve, moment))]);
  const asked = performance.now();
  await engine.call('job.cancel', { job });
  const { envelope, at } = await done;
  running.on = false;
  const waits = await probing;
  const stopped = !envelope.ok && envelope.error.code === 'cancelled';
  if (!envelope.ok && !stopped) throw new Error(`${name}: ${envelope.error.text}`);
  return { stopped, took: Math.max(0, at - asked), whole: at - from, waits };
}

const work: { name: CallName; input: (job: string) => Promise<unknown> }[] = [
  { name: 'export.check', input: async job => ({ id, includeDrafts: true, job }) },
  {
    name: 'export.make',
    input: async job => ({ id, includeDrafts: true, register: true, response: true, job }),
  },
  { name: 'questionnaire.draft', input: async job => ({ id: openId, job }) },
  { name: 'questionnaire.candidates', input: async job => ({ id, job }) },
  { name: 'questionnaire.carry', input: async job => ({ id: openId, job }) },
  { name: 'library.conflicts', input: async job => ({ job }) },
  {
    name: 'library.import',
    input: async job => ({ file: (await engine.putFile('past.csv', csv('', true))).file, scope: null, job }),
  },
  {
    name: 'questionnaire.import',
    input: async job => ({ file: (await engine.putFile('next.csv', csv(''))).file, job }),
  },
];
for (const { name, input } of work) {
  const runs = [];
  for (const moment of MOMENTS) runs.push(await stopAfter(moment, name, input));
  const stops = runs.filter(run => run.stopped).map(run => run.took);
  const waits = runs.flatMap(run => run.waits).sort((a, b) => a - b);
  const finished = runs.filter(run => !run.stopped).map(run => run.whole);
  const say = (list: number[]) => (list.length === 0 ? '-' : `${Math.round(Math.max(...list))} ms`);
  const p95 = waits[Math.floor(waits.length * 0.95)] ?? 0;
  console.log(
    `${name.padEnd(26)} stopped ${stops.length} of ${runs.length}, longest ${say(stops).padStart(8)}   small calls p95 ${Math.round(p95)} ms, longest ${say(waits)}   ended by itself in ${say(finished)}`,
  );
}
await engine.close();
rmSync(folder, { recursive: true, force: true });
