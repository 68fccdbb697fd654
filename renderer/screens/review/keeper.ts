// Keeps what a person types until the host has it. Each change is put into local storage at once, sent after
// a short pause, and forgotten only when the host has acknowledged that very text; after a crash or a closed
// window the leftovers are found at the next start and sent then. Browser, clock and host come from outside.
export interface Change {
  choice?: string | null;
  text?: string;
  slotValues?: Record<string, string>;
  citations?: string[];
}

export interface Kept {
  questionnaire: string;
  question: string;
  change: Change;
  /** Counts the person's changes, so that an acknowledgement of an older text does not drop a newer one. */
  serial: number;
  state: 'waiting' | 'sending' | 'offline' | 'conflict';
}

export interface KeeperOptions {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
  /** Sends one change; 'kept' when saved, 'offline' to try again later, 'conflict' when the row has moved on. */
  send: (kept: Kept) => Promise<'kept' | 'offline' | 'conflict'>;
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

  async function flushOne(key: string): Promise<void> {
    clearTimeout(timers.get(key));
    const running = sending.get(key);
    if (running) {
      await running;
      return kept.has(key) && !sending.has(key) ? flushOne(key) : undefined;
    }
    const now = kept.get(key);
    if (!now || now.state === 'conflict') return;
    const work = (async () => {
      store(key, { ...now, state: 'sending' });
      tell();
      const result = await send(now);
      const latest = kept.get(key);
      if (!latest) return;
      if (result === 'kept' && latest.serial === now.serial) store(key, null);
      else if (result === 'kept') schedule(key, pause);
      else {
        store(key, { ...latest, state: result });
        if (result === 'offline') schedule(key, retry);
      }
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
    /** Merges a change into what is kept for this question and sends it after the pause. */
    put(questionnaire: string, question: string, change: Change): void {
      const key = keyOf(questionnaire, question);
      const now = kept.get(key);
      const slotValues = change.slotValues
        ? { ...now?.change.slotValues, ...change.slotValues }
        : now?.change.slotValues;
      store(key, {
        questionnaire,
        question,
        change: { ...now?.change, ...change, ...(slotValues ? { slotValues } : {}) },
        serial: (now?.serial ?? 0) + 1,
        state: 'waiting',
      });
      schedule(key, pause);
      tell();
    },
    get: (questionnaire: string, question: string): Kept | undefined =>
      kept.get(keyOf(questionnaire, question)),
    all: (): Kept[] => [...kept.values()],
    /** Sends everything waiting now; resolves when each has been tried once. */
    flush: async (): Promise<void> => {
      await Promise.all([...kept.keys()].map(flushOne));
    },
    /** Settles a conflict: the person's text is sent over the newer row, or let go. */
    settle(questionnaire: string, question: string, mine: boolean): void {
      const key = keyOf(questionnaire, question);
      const now = kept.get(key);
      if (!now) return;
      store(key, mine ? { ...now, state: 'waiting' } : null);
      if (mine) schedule(key, 0);
      tell();
    },
    /** Finds what an earlier page left behind and sends it. Returns how many. */
    restore(): number {
      let found = 0;
      for (let i = 0; i < storage.length; i++) {
        const key = storage.key(i);
        if (!key?.startsWith(prefix) || kept.has(key)) continue;
        try {
          kept.set(key, { ...(JSON.parse(storage.getItem(key) ?? '') as Kept), state: 'waiting' });
          found++;
        } catch {
          storage.removeItem(key);
        }
      }
      for (const key of kept.keys()) schedule(key, 0);
      if (found > 0) tell();
      return found;
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
