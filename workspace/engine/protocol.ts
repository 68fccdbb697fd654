// What passes between the host's thread and the engine's. Plain data only, so that it survives the copy.
import type { CallName, EventData, EventName } from '../../contract/calls.ts';
import type { Envelope } from '../../contract/host.ts';
import type { AppErrorShape } from '../../contract/outcome.ts';
import type { HostKind, Sample } from '../desk/desk.ts';

export interface EngineStart {
  location: string;
  host: HostKind;
  version: string;
  sample?: Sample;
  actor?: string;
  /** Where the thread that reads and fills files begins. */
  parserEntry: string;
  /** Numbers of calls that were stopped, by slot: seen at once, even while the engine's thread is busy. */
  stops: SharedArrayBuffer;
}

export type ToEngine =
  | { kind: 'call'; number: number; name: CallName; input: unknown; actor?: string }
  | { kind: 'stop'; number: number }
  | { kind: 'put'; number: number; name: string; bytes: Uint8Array }
  | { kind: 'take'; number: number; file: string }
  | { kind: 'close'; number: number };

export type FromEngine =
  | { kind: 'ready' }
  | { kind: 'failed'; error: AppErrorShape }
  | { kind: 'answer'; number: number; envelope: Envelope }
  | { [N in EventName]: { kind: 'event'; name: N; data: EventData<N> } }[EventName]
  | { kind: 'log'; text: string };

export const STOP_SLOTS = 256;
