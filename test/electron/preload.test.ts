// The bridge as the page meets it: built once, like a preload runs once per page.
import { beforeEach, expect, it } from 'vitest';
import type { Preload } from '../../renderer/host/preload.ts';
import { record } from './fake-electron.ts';

await import('../../electron/preload.ts');
const exposed = [...record.exposed.keys()];
const bridge = record.exposed.get('vouch') as Preload;

beforeEach(() => record.reset());

it('exposes the calls of the contract and no generic channel to the page', async () => {
  expect(exposed).toEqual(['vouch']);
  await bridge.call('settings.get', {});
  expect(await bridge.call('file:stage' as never, {} as never)).toMatchObject({ ok: false });
  expect(await bridge.call('constructor' as never, {} as never)).toMatchObject({ ok: false });
  expect(record.invoked).toEqual([['call:settings.get', {}]]);
  const heard: unknown[] = [];
  const stop = bridge.on('progress', data => heard.push(data));
  bridge.on('../command' as never, data => heard.push(data));
  expect([...record.rendererListeners.keys()]).toEqual(['event:progress']);
  for (const listener of record.rendererListeners.get('event:progress') ?? [])
    (listener as (...args: unknown[]) => void)({ sender: 'secret' }, { done: 1 });
  expect(heard).toEqual([{ done: 1 }]);
  stop();
  expect(record.rendererListeners.get('event:progress')).toEqual([]);
});

it('says that it listens once the page takes commands, so that no opened file is lost', () => {
  const heard: unknown[] = [];
  const stop = bridge.onCommand?.((...all) => heard.push(all));
  expect(record.invoked).toEqual([['desk:listening']]);
  const handle = { file: 'f', name: 'a.xlsx', size: 1 };
  for (const listener of record.rendererListeners.get('command') ?? [])
    (listener as (...args: unknown[]) => void)({}, 'opened', handle);
  expect(heard).toEqual([['opened', handle]]);
  stop?.();
  expect(record.rendererListeners.get('command')).toEqual([]);
});

it('looks up by itself where a file stands on the disk', async () => {
  const bytes = new ArrayBuffer(1);
  await bridge.stage('a.xlsx', bytes, { path: '/home/a.xlsx' } as never);
  expect(record.invoked).toEqual([['file:stage', 'a.xlsx', bytes, '/home/a.xlsx']]);
});
