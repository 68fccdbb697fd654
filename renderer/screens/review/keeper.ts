// Keeps what a person types until the host has it. Each change is put into local storage at once, sent after
// a short pause, and forgotten only when the host has acknowledged that very text; after a crash or a closed
// window the leftovers are found at the next start and sent then. Each change knows the version of the answer it
// was begun on, so that it never goes over a newer one unseen. Browser, clock and host come from outside.
import { begunOn, type Change, isUnsettled, type Kept, type Sent, sentAnew, whatBecomes } from './kept.ts';

export interface KeeperOptions {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
  /** Sends one change. It reads `base` as late as it can: `rebase` may raise it while the change waits its turn. */
  send: (kept: Kept) => Promise<Sent>;
  /** Pause after the last change before it is sent, and between attempts, in milliseconds. */
  pause: number;
  retry: number;
}

const prefix = 'vouch.typed.';
const keyOf = (questionnaire: string, question: string) => `${prefix}${questionnaire}/${question}`;

export function createKeeper(options: KeeperOptions) {
  const { storage, send, pause, retry } = options;
  const kept = new Map<string, Kept>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const sending = new Map<string, Promise<void>>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const store = (key: string, value: Kept | null) => {
    if (value) kept.set(key, value);
    else kept.delete(key);
    try {
      if (value) storage.setItem(key, JSON.stringify(value));
      else storage.removeItem(key);
    } catch {
      // Local storage may be full or switched off. The change is still held in memory and sent.
    }
  };
  const schedule = (key: string, wait: number) => {
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => void flushOne(key), wait),
    );
  };

  const nextPlace = () => 1 + Math.max(0, ...[...kept.values()].map(({ place }) => place));

  async function flushOne(key: string): Promise<void> {
    clearTimeout(timers.get(key));
    const running = sending.get(key);
    if (running) {
      await running;
      // Another flush may have waited for the same and be sending the rest: that is waited for too.
      return kept.has(key) ? flushOne(key) : undefined;
    }
    const now = kept.get(key);
    if (!now || isUnsettled(now)) return;
    const work = (async () => {
      store(key, sentAnew(now));
      tell();
      const sent = await send(now);
      const latest = kept.get(key);
      if (!latest) return;
      const next = whatBecomes(latest, now.serial, sent);
      store(key, next);
      if (next?.state === 'waiting') schedule(key, sent.is === 'kept' ? pause : 0);
      if (next?.state === 'offline') schedule(key, retry);
    })();
    sending.set(key, work);
    try {
      await work;
    } finally {
      sending.delete(key);
      tell();
    }
  }

  return {
    /**
     * Merges a change into what is kept for this question and sends it after the pause, or once a conflict is
     * settled. `base` is the version that the person reads; it counts from the first of the changes kept.
     */
    put(questionnaire: string, question: string, change: Change, base: number): void {
      const key = keyOf(questionnaire, question);
      const now = kept.get(key);
      const slotValues = change.slotValues
        ? { ...now?.change.slotValues, ...change.slotValues }
        : now?.change.slotValues;
      const { why: _, ...before } = now ?? { base, unheard: [], place: nextPlace() };
      const waits = now?.state === 'conflict' || now?.state === 'gone' ? now.state : 'waiting';
      store(key, {
        ...before,
        questionnaire,
        question,
        change: { ...now?.change, ...change, ...(slotValues ? { slotValues } : {}) },
        serial: (now?.serial ?? 0) + 1,
        state: waits,
      });
      if (waits === 'waiting') schedule(key, pause);
      tell();
    },
    get: (questionnaire: string, question: string): Kept | undefined =>
      kept.get(keyOf(questionnaire, question)),
    all: (): Kept[] => [...kept.values()],
    /** Sends everything waiting now; resolves when each has been tried once. */
    flush: async (): Promise<void> => {
      await Promise.all([...kept.keys()].map(flushOne));
    },
    /** The answer's version was raised by a deed of this page's own, over which the change goes. */
    rebase(questionnaire: string, question: string, version: number): void {
      const key = keyOf(questionnaire, question);
      const now = kept.get(key);
      if (now && !isUnsettled(now) && now.base === version - 1) store(key, { ...now, base: version });
    },
    /** Settles what waits for the person: their change is sent over what stands, or let go. */
    settle(questionnaire: string, question: string, mine: boolean): void {
      const key = keyOf(questionnaire, question);
      const now = kept.get(key);
      if (!now) return;
      store(key, mine ? begunOn(now, now.stands?.version ?? now.base) : null);
      if (mine) schedule(key, 0);
      tell();
    },
    /** Finds what an earlier page left behind and sends it. Returns how many. */
    restore(): number {
      const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
      const left: [string, Kept][] = [];
      for (const key of keys.filter(each => each.startsWith(prefix) && !kept.has(each))) {
        try {
          const found = JSON.parse(storage.getItem(key) ?? '') as Kept;
          // A page before versions were noted may have left words behind: they go over nothing unseen.
          const { base = -1, unheard = [], place = 0 } = found as Partial<Kept>;
          left.push([key, { ...found, base, unheard, place, state: 'waiting' }]);
        } catch {
          storage.removeItem(key);
        }
      }
      const after = nextPlace();
      left.sort(([, one], [, other]) => one.place - other.place);
      for (const [at, [key, found]] of left.entries()) kept.set(key, { ...found, place: after + at });
      for (const key of kept.keys()) schedule(key, 0);
      if (kept.size > 0) tell();
      return kept.size;
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
