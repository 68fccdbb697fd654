// The workspace off the thread that owns the window: starts the engine's thread, carries calls to it, and starts
// it anew should it ever die. Everything a person saved is on the disk, so a restart loses nothing of theirs.
import { Worker } from 'node:worker_threads';
import {
  type CallName,
  type EventData,
  type EventName,
  type FileHandle,
  isCallName,
} from '../../contract/calls.ts';
import type { Backend, Envelope } from '../../contract/host.ts';
import { AppError } from '../../contract/outcome.ts';
import type { HostKind, Sample } from '../desk/desk.ts';
import { type EngineStart, type FromEngine, STOP_SLOTS, type ToEngine } from './protocol.ts';

export interface EngineOptions {
  location: string;
  host: HostKind;
  sample?: Sample;
  actor?: string;
  version?: string;
  /** Entry points of the two threads, for hosts that are bundled into another layout. */
  entry?: URL;
  parserEntry?: URL;
  /** Told of bugs besides the log beside the workspace. */
  log?: (text: string) => void;
}

export interface Engine extends Backend {
  /** As Backend's, with a signal that stops this one call. */
  call(name: CallName, input: unknown, given?: { signal?: AbortSignal; actor?: string }): Promise<Envelope>;
}

// The same file endings as this module's own: .ts from the sources, .js once built.
const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** Starts it. Rejects with the AppError that opening the workspace gave. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const line = new Line(options);
  await line.connect();
  return {
    call(name, input, given = {}) {
      if (!isCallName(name)) return Promise.resolve(noSuchCall(name));
      const { signal, actor } = given;
      const job = jobOf(input);
      if (name === 'job.cancel' && job !== null) line.stopJob(job);
      const message = { kind: 'call' as const, name, input, ...(actor === undefined ? {} : { actor }) };
      return line.send(message, signal, name === 'job.cancel' ? null : job);
    },
    on: (name, listener) => line.on(name, listener),
    putFile: async (name, bytes) => valueOfAnswer<FileHandle>(await line.send({ kind: 'put', name, bytes })),
    takeFile: async file => valueOfAnswer(await line.send({ kind: 'take', file })),
    close: () => line.close(),
  };
}

type Unnumbered<T> = T extends { number: number } ? Omit<T, 'number'> : never;

interface Waiting {
  job: string | null;
  settle(envelope: Envelope): void;
}

class Line {
  readonly #options: EngineOptions;
  readonly #stops = new SharedArrayBuffer(STOP_SLOTS * Int32Array.BYTES_PER_ELEMENT);
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<EventName, Set<(data: never) => void>>();
  #worker: Promise<Worker> | null = null;
  #closed = false;
  #number = 0;

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  connect(): Promise<Worker> {
    this.#worker ??= this.#start();
    return this.#worker;
  }

  #start(): Promise<Worker> {
    const { location, host, sample, actor, version, entry, parserEntry } = this.#options;
    const start: EngineStart = {
      location,
      host,
      version: version ?? '0.0.0',
      parserEntry: (parserEntry ?? new URL(`./file-worker.${ending}`, import.meta.url)).href,
      stops: this.#stops,
      ...(sample === undefined ? {} : { sample }),
      ...(actor === undefined ? {} : { actor }),
    };
    const worker = new Worker(entry ?? new URL(`./engine-worker.${ending}`, import.meta.url), {
      workerData: start,
    });
    return new Promise((resolve, reject) => {
      worker.on('message', (message: FromEngine) => {
        if (message.kind === 'ready') resolve(worker);
        else if (message.kind === 'failed') {
          const { code, text, params } = message.error;
          reject(new AppError(code, text, params));
          void worker.terminate();
        } else this.#take(message);
      });
      worker.on('error', error => this.#options.log?.(`engine: ${error.stack ?? error.message}`));
      worker.on('exit', () => {
        this.#worker = null;
        reject(new AppError('internal', 'The engine did not start. Start Vouch again.'));
        for (const { settle } of this.#waiting.values()) settle(this.#closed ? closed : died);
        this.#waiting.clear();
      });
    });
  }

  #take(message: FromEngine): void {
    if (message.kind === 'answer') {
      this.#waiting.get(message.number)?.settle(message.envelope);
      this.#waiting.delete(message.number);
    } else if (message.kind === 'event') {
      for (const listener of this.#listeners.get(message.name) ?? []) listener(message.data as never);
    } else if (message.kind === 'log') this.#options.log?.(message.text);
  }

  async send(
    message: Unnumbered<ToEngine>,
    signal?: AbortSignal,
    job: string | null = null,
  ): Promise<Envelope> {
    if (this.#closed) return closed;
    if (signal?.aborted) return stopped;
    let worker: Worker;
    try {
      worker = await this.connect();
    } catch (error) {
      if (error instanceof AppError) return { ok: false, error: error.shape() };
      throw error;
    }
    this.#number += 1;
    const number = this.#number;
    return new Promise(settle => {
      this.#waiting.set(number, { job, settle });
      signal?.addEventListener('abort', () => this.#stop(number), { once: true });
      worker.postMessage({ ...message, number });
    });
  }

  /** Raises the flag the busy thread looks at, and sends the message an idle one hears. */
  #stop(number: number): void {
    if (!this.#waiting.has(number)) return;
    Atomics.store(new Int32Array(this.#stops), number % STOP_SLOTS, number);
    void this.#worker?.then(worker => worker.postMessage({ kind: 'stop', number }));
  }

  stopJob(job: string): void {
    for (const [number, waiting] of this.#waiting) if (waiting.job === job) this.#stop(number);
  }

  on<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void {
    const set = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, set);
    set.add(listener as (data: never) => void);
    return () => set.delete(listener as (data: never) => void);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    for (const number of this.#waiting.keys()) this.#stop(number);
    await this.send({ kind: 'close' });
    this.#closed = true;
    await (await this.#worker)?.terminate();
  }
}

function jobOf(input: unknown): string | null {
  const job = typeof input === 'object' && input !== null && 'job' in input ? input.job : null;
  return typeof job === 'string' ? job : null;
}

function failure(code: 'internal' | 'cancelled' | 'bad-input', text: string): Envelope<never> {
  return { ok: false, error: { code, text, params: {} } };
}

const stopped = failure('cancelled', 'Stopped. Nothing was lost.');
const closed = failure('cancelled', 'Vouch is closing.');
const died = failure(
  'internal',
  'The engine stopped and was started again. Nothing you saved is lost; try once more.',
);

function noSuchCall(name: string): Envelope {
  return failure('bad-input', `There is no call named ${name}.`);
}

function valueOfAnswer<T>(envelope: Envelope): T {
  if (envelope.ok) return envelope.value as T;
  const { code, text, params } = envelope.error;
  throw new AppError(code, text, params);
}
