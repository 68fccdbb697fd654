import { beforeEach, expect, it } from 'vitest';
import type { Envelope } from '../../contract/host.ts';
import { followLongWork } from '../../electron/long-work.ts';
import { FakeWindow, record } from './fake-electron.ts';

const done: Envelope = { ok: true, value: null };
const failed = (code: 'cancelled' | 'io'): Envelope => ({
  ok: false,
  error: { code, text: 'The disk is full.', params: {} },
});

let time = 0;
let window: FakeWindow;
const work = () =>
  followLongWork(
    () => window as never,
    () => undefined,
    () => time,
  );
const lasting = (seconds: number, answer: Envelope) => async () => {
  time += seconds * 1000;
  return answer;
};

beforeEach(() => {
  record.reset();
  window = new FakeWindow({});
});

it('notifies when a long call ends while the person looks elsewhere', async () => {
  expect(await work().follow('questionnaire.draft', lasting(11, done))).toBe(done);
  expect(record.notifications).toEqual([{ title: 'Vouch', body: 'The answers are drafted.' }]);
});

it('says why long work did not get done, and nothing when the person stopped it', async () => {
  await work().follow('export.make', lasting(60, failed('cancelled')));
  await work().follow('export.make', lasting(60, failed('io')));
  expect(record.notifications).toEqual([{ title: 'Vouch', body: 'The disk is full.' }]);
});

it('is silent about short work, short calls, and a window that is looked at', async () => {
  await work().follow('questionnaire.draft', lasting(9, done));
  await work().follow('settings.get', lasting(60, done));
  window.focused = true;
  await work().follow('questionnaire.draft', lasting(60, done));
  expect(record.notifications).toEqual([]);
});

it('shows progress on the taskbar until the last call ends', async () => {
  const { follow, progress } = work();
  const step = { job: 'a', step: 'Drafting answers' };
  progress({ ...step, done: 1, total: 4 });
  await follow('questionnaire.draft', async () => {
    progress({ ...step, done: 1, total: 4 });
    await follow('policy.import', lasting(1, done));
    progress({ ...step, done: 7, total: null });
    return done;
  });
  expect(window.progress).toEqual([0.25, 2, -1]);
});
