import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findQuestions } from '../../documents/find/find-questions.ts';
import { readDocument } from '../../documents/registry.ts';
import { guardedRooms } from '../../workspace/engine/guarded-rooms.ts';
import { type Engine, startEngine } from '../../workspace/engine/start-engine.ts';
import { must } from '../support/read-file.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = {
  questionnaire: join(root, 'test/fixtures/sample-questionnaire.xlsx'),
  policies: join(root, 'knowledge-base/policies'),
  scope: 'zapro',
};
const fileWorker = new URL('../../workspace/engine/file-worker.ts', import.meta.url).href;
const never = new AbortController().signal;

let folder: string;
let engine: Engine | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vouch-engine-'));
});
afterEach(async () => {
  await engine?.close();
  engine = null;
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<Engine> {
  engine = await startEngine({
    location: join(folder, 'a.vouch'),
    host: 'web',
    actor: 'Ada Lovelace',
    sample,
  });
  return engine;
}

async function ask<T>(from: Engine, name: Parameters<Engine['call']>[0], input: unknown): Promise<T> {
  const envelope = await from.call(name, input);
  if (!envelope.ok) throw new Error(envelope.error.text);
  return envelope.value as T;
}

describe('the engine', () => {
  it('loads the sample, reports progress, answers, exports, and finds all of it after a restart', async () => {
    const first = await open();
    const steps: string[] = [];
    first.on('progress', ({ step }) => steps.push(step));
    const { questionnaire } = await ask<{ questionnaire: { id: string; counts: { drafted: number } } }>(
      first,
      'sample.load',
      { job: 'sample' },
    );
    expect(questionnaire.counts.drafted).toBeGreaterThan(5);
    expect(new Set(steps)).toEqual(
      new Set([
        'Reading the sample policies',
        'Reading the file',
        'Finding the questions',
        'Drafting answers',
      ]),
    );
    const { id } = questionnaire;
    const { rows } = await ask<{ rows: { questionId: string; state: string }[] }>(
      first,
      'questionnaire.get',
      { id },
    );
    const drafted = rows.filter(row => row.state === 'drafted').map(row => row.questionId);
    await ask(first, 'answer.approve', { questionnaire: id, questions: drafted });
    const made = await ask<{ files: { file: string; size: number }[]; receipt: { holds: boolean } }>(
      first,
      'export.make',
      {
        id,
        includeDrafts: false,
      },
    );
    expect(made.receipt.holds).toBe(true);
    const taken = await first.takeFile(made.files[0]?.file ?? '');
    expect(taken?.bytes.byteLength).toBe(made.files[0]?.size);
    await first.close();
    const second = await open();
    const { items } = await ask<{ items: { counts: { approved: number } }[] }>(
      second,
      'questionnaire.list',
      {},
    );
    expect(items[0]?.counts.approved).toBe(drafted.length);
  });

  it('answers short calls while a long one runs, and stops that one on request', async () => {
    const running = await open();
    const started = new Promise<void>(resolve => running.on('progress', ({ done }) => done > 0 && resolve()));
    const long = running.call('sample.load', { job: 'long' });
    await started;
    expect((await running.call('settings.get', {})).ok).toBe(true);
    await running.call('job.cancel', { job: 'long' });
    expect(await long).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect((await running.call('questionnaire.list', {})).ok).toBe(true);
  });

  it('refuses input that the contract does not know, by code', async () => {
    const running = await open();
    const envelope = await running.call('answer.get', { questionnaire: 1 });
    expect(envelope).toMatchObject({
      ok: false,
      error: { code: 'bad-input', params: { call: 'answer.get' } },
    });
  });

  it('rejects with the workspace’s own refusal when it cannot be opened', async () => {
    const location = join(folder, 'none', 'a.vouch');
    await expect(startEngine({ location, host: 'web' })).rejects.toMatchObject({ code: 'io' });
  });
});

describe('the thread that touches files', () => {
  const bytes = new Uint8Array(readFileSync(sample.questionnaire));

  it('gives up on a file that takes too long, and reads the next one', async () => {
    const hasty = guardedRooms(fileWorker, { time: 1, memory: 512, idle: 1000 });
    const refused = hasty.rooms.read(bytes, 'slow.xlsx', never);
    await expect(refused).rejects.toMatchObject({ code: 'file-too-large', params: { bound: 'time' } });
    hasty.close();
    const patient = guardedRooms(fileWorker);
    const stop = new AbortController();
    const cancelled = patient.rooms.read(bytes, 'stopped.xlsx', stop.signal);
    stop.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect(await patient.rooms.read(bytes, 'sample.xlsx', never)).toMatchObject({ ok: true });
    patient.close();
  });

  it('gives the document and the questions that reading and finding here give', async () => {
    const here = must(await readDocument(bytes, 'sample.xlsx'));
    const thread = guardedRooms(fileWorker);
    const mapping = { corrections: [{ region: findQuestions(here).regions[0]?.id ?? '', included: false }] };
    try {
      const there = must(await thread.rooms.read(bytes, 'sample.xlsx', never));
      expect(there).toEqual(here);
      expect(await thread.rooms.find(there, { corrections: [] }, never)).toEqual(findQuestions(here));
      expect(await thread.rooms.find(there, mapping, never)).toEqual(findQuestions(here, mapping));
      const stop = new AbortController();
      const finding = thread.rooms.find(there, mapping, stop.signal);
      stop.abort();
      await expect(finding).rejects.toMatchObject({ code: 'cancelled' });
    } finally {
      thread.close();
    }
  });

  it('ends a file that needs too much memory without ending the process', async () => {
    const small = guardedRooms(fileWorker, { time: 60_000, memory: 8, idle: 1000 });
    await expect(small.rooms.read(bytes, 'large.xlsx', never)).rejects.toMatchObject({
      code: 'file-too-large',
      params: { bound: 'memory' },
    });
    small.close();
  });
});
