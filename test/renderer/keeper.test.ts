import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createKeeper, type Kept } from '../../renderer/screens/review/keeper.ts';

function memoryStorage() {
  const values = new Map<string, string>();
  return {
    values,
    get length() {
      return values.size;
    },
    key: (index: number) => [...values.keys()][index] ?? null,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

type Result = 'kept' | 'offline' | 'conflict';

function make(results: Result[], storage = memoryStorage()) {
  const sent: Kept[] = [];
  const send = async (kept: Kept): Promise<Result> => {
    sent.push(kept);
    return results.shift() ?? 'kept';
  };
  return { storage, sent, keeper: createKeeper({ storage, send, pause: 300, retry: 2000 }) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('has what is typed in storage at once and sends it after the pause', async () => {
  const { keeper, storage, sent } = make([]);
  keeper.put('n1', 'q1', { text: 'a' });
  keeper.put('n1', 'q1', { text: 'ab' });
  expect([...storage.values.values()][0]).toContain('"ab"');
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(300);
  expect(sent.map(kept => kept.change.text)).toEqual(['ab']);
  expect(storage.values.size).toBe(0);
});

it('does not drop a newer text when an older one is acknowledged', async () => {
  let release: (result: Result) => void = () => undefined;
  const sent: Kept[] = [];
  const keeper = createKeeper({
    storage: memoryStorage(),
    pause: 300,
    retry: 2000,
    send: kept => {
      sent.push(kept);
      return sent.length === 1 ? new Promise(resolve => (release = resolve)) : Promise.resolve('kept');
    },
  });
  keeper.put('n1', 'q1', { text: 'old' });
  await vi.advanceTimersByTimeAsync(300);
  keeper.put('n1', 'q1', { text: 'new' });
  release('kept');
  await vi.advanceTimersByTimeAsync(600);
  expect(sent.map(kept => kept.change.text)).toEqual(['old', 'new']);
  expect(keeper.get('n1', 'q1')).toBeUndefined();
});

it('tries again while the host does not answer', async () => {
  const { keeper, sent, storage } = make(['offline', 'kept']);
  keeper.put('n1', 'q1', { text: 'kept safe' });
  await vi.advanceTimersByTimeAsync(300);
  expect(keeper.get('n1', 'q1')?.state).toBe('offline');
  expect(storage.values.size).toBe(1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent).toHaveLength(2);
  expect(storage.values.size).toBe(0);
});

it('finds after a crash what the last page left behind', async () => {
  const storage = memoryStorage();
  make(['offline'], storage).keeper.put('n1', 'q1', { text: 'before the crash' });
  const { keeper, sent } = make([], storage);
  expect(keeper.restore()).toBe(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent[0]?.change.text).toBe('before the crash');
});

it('waits for the person when the answer changed elsewhere', async () => {
  const { keeper, sent } = make(['conflict', 'kept']);
  keeper.put('n1', 'q1', { text: 'mine' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(keeper.get('n1', 'q1')?.state).toBe('conflict');
  keeper.settle('n1', 'q1', true);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toHaveLength(2);
  expect(keeper.all()).toEqual([]);
});
