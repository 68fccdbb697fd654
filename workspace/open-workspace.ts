// The workspace: one database, one map of calls. Every host carries this object; whatever a call does, its input
// and output are held to the contract here, and nowhere else are use cases run.
import { randomUUID } from 'node:crypto';
import {
  type CallInput,
  type CallName,
  type CallOutput,
  calls,
  type EventData,
  type EventName,
  type FileHandle,
} from '../contract/calls.ts';
import { AppError } from '../contract/outcome.ts';
import { openStore, openStoreCopy } from '../knowledge-base/store/open-store.ts';
import type { Desk, HostKind, Run, Sample, UseCase } from './desk/desk.ts';
import { makeOpenDocuments } from './desk/open-documents.ts';
import { makePendingImports } from './desk/pending-imports.ts';
import type { Rooms } from './desk/rooms.ts';
import { roomsHere } from './desk/rooms-here.ts';
import { currentSettings } from './desk/settings.ts';
import { makeStagedFiles } from './desk/staged-files.ts';
import { useCases } from './use-cases.ts';

export interface WorkspaceOptions {
  /** Path of the workspace file, made when it is not there; ':memory:' for a throw-away one. */
  location: string;
  /** With ':memory:': begins as a copy of this workspace file, which is only read. */
  copyOf?: string;
  host: HostKind;
  /** Who acts when the settings name no reviewer. */
  actor?: string;
  now?: () => Date;
  newId?: () => string;
  /** The sample to offer on an empty desk. */
  sample?: Sample;
  version?: string;
  rooms?: Partial<Rooms>;
}

export interface CallCircumstances {
  signal?: AbortSignal;
  actor?: string;
  /** Asked between steps of long work besides the signal: a flag that can be raised while this thread is busy. */
  stopped?: () => boolean;
}

export interface Workspace {
  /** Runs one call. Throws AppError for what is expected; anything else thrown is a bug. */
  call<N extends CallName>(name: N, input: CallInput<N>, given?: CallCircumstances): Promise<CallOutput<N>>;
  on<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void;
  putFile(name: string, bytes: Uint8Array): FileHandle;
  takeFile(file: string): { name: string; bytes: Uint8Array } | null;
  /** The open desk, for use cases that are no call (the command line's). */
  readonly desk: Desk;
  /** The circumstances of a piece of work that is no call. */
  begin(given?: CallCircumstances & { progress?: Run['progress'] }): Run;
  close(): void;
}

/** Opens the workspace. Errors: `database-newer`, `database-broken`, `io`. */
export function openWorkspace(options: WorkspaceOptions): Workspace {
  const store = options.copyOf === undefined ? openStore(options.location) : openStoreCopy(options.copyOf);
  const rooms = { ...roomsHere, ...options.rooms };
  const listeners = new Map<EventName, Set<(data: never) => void>>();
  const jobs = new Map<string, AbortController>();
  const clock = options.now ?? (() => new Date());
  const desk: Desk = {
    store,
    rooms,
    knowledge: rooms.openKnowledge(store),
    files: makeStagedFiles(),
    documents: makeOpenDocuments(),
    pending: makePendingImports(),
    host: options.host,
    sample: options.sample ?? null,
    version: options.version ?? '0.0.0',
    now: () => clock().toISOString(),
    newId: options.newId ?? randomUUID,
    emit: (name, data) => {
      for (const listener of listeners.get(name) ?? []) listener(data as never);
    },
    cancel: job => jobs.get(job)?.abort(),
  };

  const begin: Workspace['begin'] = given => {
    const signal = given?.signal ?? new AbortController().signal;
    return {
      actor: given?.actor ?? (currentSettings(store.read).reviewer || options.actor || 'You'),
      signal,
      progress: given?.progress ?? (() => {}),
      async breathe() {
        await new Promise(resolve => setImmediate(resolve));
        if (signal.aborted || given?.stopped?.())
          throw new AppError('cancelled', 'Stopped. Nothing was lost.');
      },
    };
  };

  async function call<N extends CallName>(name: N, input: CallInput<N>, given: CallCircumstances = {}) {
    const parsed = calls[name].input.safeParse(input);
    if (!parsed.success) throw badInput(name, parsed.error.issues);
    const fit = parsed.data as CallInput<N>;
    // The call that stops a job names it, and is not it.
    const named = name !== 'job.cancel' && 'job' in fit && typeof fit.job === 'string';
    const job = named ? (fit.job as string) : null;
    const stop = new AbortController();
    const signal = given.signal ? AbortSignal.any([given.signal, stop.signal]) : stop.signal;
    if (job !== null) jobs.set(job, stop);
    const progress = job === null ? () => {} : nowAndThen(told => desk.emit('progress', { job, ...told }));
    try {
      const act: UseCase<N> = useCases[name];
      const output = await act(desk, fit, begin({ ...given, signal, progress }));
      return calls[name].output.parse(output) as CallOutput<N>;
    } finally {
      if (job !== null && jobs.get(job) === stop) jobs.delete(job);
    }
  }

  return {
    call,
    begin,
    desk,
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set);
      set.add(listener as (data: never) => void);
      return () => set.delete(listener as (data: never) => void);
    },
    putFile: (name, bytes) => desk.files.put(name, bytes),
    takeFile: file => desk.files.find(file),
    close() {
      for (const job of jobs.values()) job.abort();
      desk.knowledge.close();
      store.close();
    },
  };
}

/** Passes on the first and last of a step's reports, and of those between no more than the eye can follow. */
function nowAndThen(
  tell: (told: { step: string; done: number; total: number | null }) => void,
): Run['progress'] {
  let last = { step: '', at: 0 };
  return (step, done, total) => {
    const at = performance.now();
    if (step === last.step && done !== total && at - last.at < 80) return;
    last = { step, at };
    tell({ step, done, total });
  };
}

function badInput(name: string, issues: readonly { path: PropertyKey[]; message: string }[]): AppError {
  const [first] = issues;
  const where = first && first.path.length > 0 ? ` at ${first.path.map(String).join('.')}` : '';
  return new AppError(
    'bad-input',
    `${name} was asked with something it does not take${where}: ${first?.message ?? ''}`,
    {
      call: name,
    },
  );
}
