// The engine's thread: one workspace, calls in, envelopes and events out. Long work breathes between steps, so
// short calls are answered while it runs.
import { parentPort, workerData } from 'node:worker_threads';
import type { EventName } from '../../contract/calls.ts';
import { events } from '../../contract/calls.ts';
import { pausing } from '../desk/pausing.ts';
import { openWorkspace, type Workspace } from '../open-workspace.ts';
import { inEnvelope, shapeOf } from './envelope.ts';
import { guardedRooms } from './guarded-rooms.ts';
import { localLog } from './local-log.ts';
import { type EngineStart, type FromEngine, STOP_SLOTS, type ToEngine } from './protocol.ts';

const start = workerData as EngineStart;
const port = parentPort;
const log = localLog(start.location, () => new Date());
const stops = new Int32Array(start.stops);
const running = new Map<number, AbortController>();
const rooms = guardedRooms(start.parserEntry);
let closing = false;

function send(message: FromEngine): void {
  port?.postMessage(message);
}

function logBoth(text: string): void {
  log(text);
  send({ kind: 'log', text });
}

function open(): Workspace | null {
  try {
    const { location, host, version, sample, actor } = start;
    const workspace = openWorkspace({
      location,
      host,
      version,
      rooms: rooms.rooms,
      ...(sample === undefined ? {} : { sample }),
      ...(actor === undefined ? {} : { actor }),
    });
    for (const name of Object.keys(events) as EventName[]) {
      workspace.on(name, data => send({ kind: 'event', name, data } as FromEngine));
    }
    return workspace;
  } catch (error) {
    send({ kind: 'failed', error: shapeOf(error, 'open', start.location, logBoth) });
    return null;
  }
}

async function answer(workspace: Workspace, message: Asking): Promise<void> {
  const { number } = message;
  const about = {
    what: message.kind === 'call' ? message.name : message.kind,
    location: start.location,
    log: logBoth,
  };
  const envelope = await inEnvelope(() => act(workspace, message), about);
  running.delete(number);
  send({ kind: 'answer', number, envelope });
}

function act(workspace: Workspace, message: Asking): unknown {
  switch (message.kind) {
    case 'call': {
      const stop = new AbortController();
      running.set(message.number, stop);
      return workspace.call(message.name, message.input as never, {
        signal: stop.signal,
        stopped: () => Atomics.load(stops, message.number % STOP_SLOTS) === message.number,
        ...(message.actor === undefined ? {} : { actor: message.actor }),
      });
    }
    case 'put':
      return workspace.putFile(message.name, message.bytes);
    case 'take':
      return workspace.takeFile(message.file);
    case 'close':
      closing = true;
      workspace.close();
      rooms.close();
      return null;
  }
}

/** Everything but a stop is answered; a stop shows in the answer of the call it ends. */
type Asking = Exclude<ToEngine, { kind: 'stop' }>;

const workspace = open();
if (workspace) {
  port?.on('message', (message: ToEngine) => {
    if (message.kind === 'stop') running.get(message.number)?.abort();
    else void answer(workspace, message);
  });
  send({ kind: 'ready' });
  // What the first question and the first draft would otherwise wait for.
  workspace.desk.knowledge.ready(pausing(workspace.begin())).catch((error: unknown) => {
    if (!closing) logBoth(`reading the library ahead: ${String(error)}`);
  });
}
