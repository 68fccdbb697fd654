import { expect, it } from 'vitest';
import type { Backend, Envelope } from '../../contract/host.ts';
import { loadSampleOnce } from '../../workspace/home/load-sample-once.ts';

function backend(items: unknown[], loads: Envelope): { host: Backend; asked: string[] } {
  const asked: string[] = [];
  const call = async (name: string): Promise<Envelope> => {
    asked.push(name);
    return name === 'questionnaire.list' ? { ok: true, value: { items } } : loads;
  };
  return { host: { call } as unknown as Backend, asked };
}

it('loads the sample into an empty workspace and leaves one with work alone', async () => {
  const empty = backend([], { ok: true, value: {} });
  expect(await loadSampleOnce(empty.host)).toBeNull();
  expect(empty.asked).toEqual(['questionnaire.list', 'sample.load']);
  const used = backend([{ id: 'q' }], { ok: true, value: {} });
  expect(await loadSampleOnce(used.host)).toBeNull();
  expect(used.asked).toEqual(['questionnaire.list']);
});

it('says why the sample could not be loaded', async () => {
  const error = { code: 'io' as const, text: 'The sample cannot be read.', params: {} };
  const { host } = backend([], { ok: false, error });
  expect(await loadSampleOnce(host)).toBe('The sample cannot be read.');
});
