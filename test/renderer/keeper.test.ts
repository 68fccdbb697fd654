import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createKeeper } from '../../renderer/screens/review/keeper.ts';
import type { Kept, Sent, Stands } from '../../renderer/screens/review/kept.ts';

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

const kept = (version: number): Sent => ({ is: 'kept', version });
const offline: Sent = { is: 'offline' };
const conflict = (version: number, text: string, state: Stands['state'] = 'edited'): Sent => ({
  is: 'conflict',
  stands: { version, state, choice: null, text, slotValues: {} },
});

function make(results: Sent[], storage = memoryStorage()) {
  const sent: Kept[] = [];
  const send = async (one: Kept): Promise<Sent> => {
    sent.push(one);
    return results.shift() ?? kept(one.base + 1);
  };
  return { storage, sent, keeper: createKeeper({ storage, send, pause: 300, retry: 2000 }) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('has what is typed in storage at once and sends it after the pause', async () => {
  const { keeper, storage, sent } = make([]);
  keeper.put('n1', 'q1', { text: 'a' }, 4);
  keeper.put('n1', 'q1', { text: 'ab' }, 4);
  expect([...storage.values.values()][0]).toContain('"ab"');
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(300);
  expect(sent.map(one => one.change.text)).toEqual(['ab']);
  expect(storage.values.size).toBe(0);
});

it('does not drop a newer text when an older one is acknowledged', async () => {
  let release: (result: Sent) => void = () => undefined;
  const sent: Kept[] = [];
  const keeper = createKeeper({
    storage: memoryStorage(),
    pause: 300,
    retry: 2000,
    send: one => {
      sent.push(one);
      return sent.length === 1 ? new Promise(resolve => (release = resolve)) : Promise.resolve(kept(6));
    },
  });
  keeper.put('n1', 'q1', { text: 'old' }, 4);
  await vi.advanceTimersByTimeAsync(300);
  keeper.put('n1', 'q1', { text: 'new' }, 4);
  release(kept(5));
  await vi.advanceTimersByTimeAsync(600);
  expect(sent.map(one => one.change.text)).toEqual(['old', 'new']);
  expect(sent.map(one => one.base)).toEqual([4, 5]);
  expect(keeper.get('n1', 'q1')).toBeUndefined();
});

it('tries again while the host does not answer', async () => {
  const { keeper, sent, storage } = make([offline, kept(5)]);
  keeper.put('n1', 'q1', { text: 'kept safe' }, 4);
  await vi.advanceTimersByTimeAsync(300);
  expect(keeper.get('n1', 'q1')?.state).toBe('offline');
  expect(storage.values.size).toBe(1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent).toHaveLength(2);
  expect(storage.values.size).toBe(0);
});

it('finds after a crash what the last page left behind', async () => {
  const storage = memoryStorage();
  make([offline], storage).keeper.put('n1', 'q1', { text: 'before the crash' }, 4);
  const { keeper, sent } = make([], storage);
  expect(keeper.restore()).toBe(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent[0]?.change.text).toBe('before the crash');
});

it('goes on in the order of typing, whatever order storage gives its keys in', () => {
  const storage = memoryStorage();
  const before = make([], storage).keeper;
  for (const question of ['q2', 'q1', 'q3']) before.put('n1', question, { text: question }, 4);
  before.put('n1', 'q2', { text: 'q2, and more' }, 4);
  vi.clearAllTimers();
  const backwards = { ...storage, length: 3, key: (at: number) => storage.key(2 - at) };
  const { keeper } = make([], backwards as typeof storage);
  keeper.restore();
  keeper.put('n1', 'q0', { text: 'typed after' }, 4);
  expect(keeper.all().map(({ question }) => question)).toEqual(['q2', 'q1', 'q3', 'q0']);
});

it('waits for the person when the answer changed elsewhere', async () => {
  const { keeper, sent } = make([conflict(7, 'theirs'), kept(8)]);
  keeper.put('n1', 'q1', { text: 'mine' }, 4);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(keeper.get('n1', 'q1')?.state).toBe('conflict');
  expect(keeper.get('n1', 'q1')?.stands?.text).toBe('theirs');
  keeper.put('n1', 'q1', { text: 'mine, and more' }, 7);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(1);
  keeper.settle('n1', 'q1', true);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.map(one => [one.base, one.change.text])).toEqual([
    [4, 'mine'],
    [7, 'mine, and more'],
  ]);
  expect(keeper.all()).toEqual([]);
});

it('asks the person when what an earlier page left behind was begun on an older answer', async () => {
  const storage = memoryStorage();
  make([offline], storage).keeper.put('n1', 'q1', { text: 'before the crash' }, 4);
  vi.clearAllTimers();
  const { keeper, sent } = make([conflict(5, 'written meanwhile')], storage);
  keeper.restore();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent.map(one => one.base)).toEqual([4]);
  expect(keeper.get('n1', 'q1')).toMatchObject({
    state: 'conflict',
    change: { text: 'before the crash' },
    stands: { text: 'written meanwhile' },
  });
  expect(storage.values.size).toBe(1);
});

it('asks nothing about words that stand already, however many versions on', async () => {
  for (const left of ['Typed, and', 'Typed, and typed on.']) {
    const storage = memoryStorage();
    make([offline], storage).keeper.put('n1', 'q1', { text: left }, 4);
    vi.clearAllTimers();
    const { keeper } = make([conflict(9, 'Typed, and typed on.')], storage);
    keeper.restore();
    await vi.advanceTimersByTimeAsync(10);
    expect(keeper.all()).toEqual([]);
    expect(storage.values.size).toBe(0);
  }
});

it('asks about an answer that was emptied and is full again', async () => {
  const { keeper } = make([conflict(9, 'Full again.')]);
  keeper.put('n1', 'q1', { text: '' }, 4);
  await vi.advanceTimersByTimeAsync(300);
  expect(keeper.get('n1', 'q1')?.state).toBe('conflict');
});

it('goes on by itself where the newer answer is what it sent and never heard of', async () => {
  const storage = memoryStorage();
  const before = make([offline, offline], storage).keeper;
  before.put('n1', 'q1', { text: 'saved by the dying host' }, 4);
  await vi.advanceTimersByTimeAsync(300);
  before.put('n1', 'q1', { text: 'saved by the dying host, and typed on' }, 4);
  await vi.advanceTimersByTimeAsync(300);
  vi.clearAllTimers();
  const { keeper, sent } = make([conflict(5, 'saved by the dying host'), kept(6)], storage);
  keeper.restore();
  await vi.advanceTimersByTimeAsync(10);
  expect(sent.map(one => [one.base, one.change.text])).toEqual([
    [4, 'saved by the dying host, and typed on'],
    [5, 'saved by the dying host, and typed on'],
  ]);
  expect(keeper.all()).toEqual([]);
});

it('takes its own words with another’s approval on them for somebody else’s', async () => {
  const { keeper } = make([offline, conflict(5, 'mine', 'approved')]);
  keeper.put('n1', 'q1', { text: 'mine' }, 4);
  await vi.advanceTimersByTimeAsync(3000);
  expect(keeper.get('n1', 'q1')?.state).toBe('conflict');
});

it('asks rather than sends words of a page that noted no version', async () => {
  const storage = memoryStorage();
  const old = { questionnaire: 'n1', question: 'q1', change: { text: 'old' }, serial: 1, state: 'waiting' };
  storage.setItem('vouch.typed.n1/q1', JSON.stringify(old));
  const { keeper, sent } = make([conflict(0, 'stands')], storage);
  keeper.restore();
  await vi.advanceTimersByTimeAsync(10);
  expect(sent.map(one => one.base)).toEqual([-1]);
  expect(keeper.get('n1', 'q1')?.state).toBe('conflict');
});

it('follows a deed of its own page, and no other', async () => {
  const { keeper, sent } = make([]);
  keeper.put('n1', 'q1', { text: 'after my approval' }, 4);
  keeper.put('n1', 'q2', { text: 'after two steps of others and one of mine' }, 4);
  keeper.rebase('n1', 'q1', 5);
  keeper.rebase('n1', 'q2', 7);
  await vi.advanceTimersByTimeAsync(300);
  expect(sent.map(one => one.base)).toEqual([5, 4]);
});

it('keeps what the host refuses until the person changes it or lets it go', async () => {
  const { keeper, sent } = make([{ is: 'refused', why: 'The file does not offer this.' }]);
  keeper.put('n1', 'q1', { choice: 'Perhaps' }, 4);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(keeper.get('n1', 'q1')).toMatchObject({ state: 'refused', why: 'The file does not offer this.' });
  keeper.put('n1', 'q1', { choice: 'Yes' }, 4);
  await vi.advanceTimersByTimeAsync(300);
  expect(sent).toHaveLength(2);
  expect(keeper.all()).toEqual([]);
});

it('has everything saved when a flush ends, also where two wait for a save under way', async () => {
  const releases: ((result: Sent) => void)[] = [];
  const keeper = createKeeper({
    storage: memoryStorage(),
    pause: 300,
    retry: 2000,
    send: () => new Promise(resolve => releases.push(resolve)),
  });
  keeper.put('n1', 'q1', { choice: 'Yes' }, 4);
  await vi.advanceTimersByTimeAsync(300);
  keeper.put('n1', 'q1', { text: 'typed on' }, 4);
  const ended: string[] = [];
  const leaving = keeper.flush().then(() => ended.push('leaving the field'));
  const approving = keeper.flush().then(() => ended.push('approving'));
  releases[0]?.(kept(5));
  await vi.advanceTimersByTimeAsync(0);
  expect(ended).toEqual([]);
  releases[1]?.(kept(6));
  await Promise.all([leaving, approving]);
  expect(keeper.all()).toEqual([]);
});
