// Reading, finding and filling behind a thread with bounds on time and memory, so that no file can take the process. The
// thread is kept for a short while between files; a stop, a bound passed or a crash ends it and the next file
// gets a new one.
import { Worker } from 'node:worker_threads';
import { AppError, type Outcome } from '../../contract/outcome.ts';
import type { Questionnaire } from '../../contract/questionnaire.ts';
import type { SourceDocument } from '../../contract/source-document.ts';
import { findQuestions } from '../../documents/find/find-questions.ts';
import type { Rooms } from '../desk/rooms.ts';
import { addPiece } from './document-pieces.ts';
import type { FileResult, FileTask, More } from './file-worker.ts';

export interface Bounds {
  /** For one file, in milliseconds. */
  time: number;
  /** The thread's heap, in MiB. */
  memory: number;
  /** How long an idle thread is kept, in milliseconds. */
  idle: number;
}

export const defaultBounds: Bounds = { time: 60_000, memory: 2048, idle: 20_000 };

export function guardedRooms(
  entry: string,
  bounds: Bounds = defaultBounds,
): { rooms: Pick<Rooms, 'read' | 'find' | 'fill' | 'author'>; close(): void } {
  let spare: Worker | null = null;
  let resting: NodeJS.Timeout | undefined;
  let line: Promise<unknown> = Promise.resolve();
  /** The bytes of what was read here: they go to the thread again, where a document would be too large to send. */
  const origins = new WeakMap<SourceDocument, { bytes: Uint8Array; name: string }>();

  const end = (worker: Worker) => {
    if (spare === worker) spare = null;
    void worker.terminate();
  };
  const fresh = () =>
    new Worker(new URL(entry), { resourceLimits: { maxOldGenerationSizeMb: bounds.memory } });
  const rest = (worker: Worker) => {
    spare = worker;
    worker.unref();
    resting = setTimeout(() => end(worker), bounds.idle);
    resting.unref();
  };

  const now = <T>(task: FileTask, signal: AbortSignal): Promise<T> =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(stopped());
      clearTimeout(resting);
      const worker = spare ?? fresh();
      spare = null;
      worker.ref();
      const finish = (act: () => void, keep: boolean) => {
        clearTimeout(clock);
        signal.removeEventListener('abort', onStop);
        // By name: a bare removeAllListeners also takes the runtime's own, and no message ever comes again.
        for (const name of ['message', 'error', 'exit']) worker.removeAllListeners(name);
        // A listener must stay: an error that comes after the answer is the ended thread's last word.
        worker.on('error', () => {});
        if (keep) rest(worker);
        else end(worker);
        act();
      };
      const onStop = () => finish(() => reject(stopped()), false);
      const clock = setTimeout(
        () => finish(() => reject(tooLong(task.name, bounds.time)), false),
        bounds.time,
      );
      signal.addEventListener('abort', onStop);
      let outcome: unknown;
      worker.on('message', (result: FileResult) => {
        if ('piece' in result) addPiece((outcome as { value: SourceDocument }).value, result.piece);
        else if (result.done) outcome = result.outcome;
        else return finish(() => reject(new Error(`The file thread failed: ${result.told}`)), false);
        if (!result.more) return finish(() => resolve(outcome as T), true);
        // Others first: what they asked meanwhile is heard between two pieces.
        setImmediate(() => worker.postMessage({ kind: 'more' } satisfies More));
      });
      worker.on('error', error => finish(() => reject(asExpected(error, task.name, bounds.memory)), false));
      worker.on('exit', () =>
        finish(() => reject(new Error('The file thread ended without an answer.')), false),
      );
      worker.postMessage(task);
    });

  const inTurn = <T>(task: FileTask, signal: AbortSignal): Promise<T> => {
    const turn = line.then(() => now<T>(task, signal));
    line = turn.catch(() => {}); // the next file's turn comes however this one ends
    return turn;
  };

  return {
    rooms: {
      async read(bytes, name, signal) {
        const outcome = await inTurn<Outcome<SourceDocument>>({ kind: 'read', bytes, name }, signal);
        if (outcome.ok) origins.set(outcome.value, { bytes, name });
        return outcome;
      },
      async find(document, mapping, signal) {
        const origin = origins.get(document);
        const found =
          origin && (await inTurn<Questionnaire | null>({ kind: 'find', ...origin, mapping }, signal));
        return found ?? findQuestions(document, mapping);
      },
      fill: (bytes, name, entries, signal) => inTurn({ kind: 'fill', bytes, name, entries }, signal),
      author: (work, signal) => inTurn({ kind: 'author', name: 'The document', work }, signal),
    },
    close() {
      clearTimeout(resting);
      if (spare) end(spare);
    },
  };
}

function stopped(): AppError {
  return new AppError('cancelled', 'Stopped. Nothing was lost.');
}

function tooLong(name: string, time: number): AppError {
  const seconds = Math.round(time / 1000);
  return new AppError(
    'file-too-large',
    `${name} took longer than ${seconds} seconds, so it was given up. Split it or save a smaller copy.`,
    { bound: 'time', limit: seconds },
  );
}

function asExpected(error: Error, name: string, memory: number): Error {
  if (!('code' in error) || error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new AppError(
    'file-too-large',
    `${name} needs more than ${memory} MiB of memory to be read. Split it or save a smaller copy.`,
    { bound: 'memory', limit: memory },
  );
}
