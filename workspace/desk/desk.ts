// What every use case is given: the open workspace (`Desk`) and the circumstances of one call (`Run`). Clock,
// ids and names come from here, so that the same steps give the same result in a test.
import type { CallInput, CallName, CallOutput, EventData, EventName } from '../../contract/calls.ts';
import type { Knowledge } from '../../knowledge-base/knowledge.ts';
import type { Store } from '../../knowledge-base/store/open-store.ts';
import type { OpenDocuments } from './open-documents.ts';
import type { PendingImports } from './pending-imports.ts';
import type { Rooms } from './rooms.ts';
import type { StagedFiles } from './staged-files.ts';

export type HostKind = 'electron' | 'web' | 'cli';

export interface Sample {
  /** The sample questionnaire's file. */
  questionnaire: string;
  /** A folder with a folder of policies for each scope. */
  policies: string;
  /** The scope the sample questionnaire is answered from. */
  scope: string;
}

export interface Desk {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly rooms: Rooms;
  readonly files: StagedFiles;
  readonly documents: OpenDocuments;
  readonly pending: PendingImports;
  readonly host: HostKind;
  readonly sample: Sample | null;
  readonly version: string;
  /** The moment as an ISO date and time in UTC. */
  now(): string;
  newId(): string;
  emit<N extends EventName>(name: N, data: EventData<N>): void;
  /** Stops the job of this name, when it is running. */
  cancel(job: string): void;
}

export interface Run {
  /** Who asks: a person's name. The product's own steps are audited as `machine`. */
  readonly actor: string;
  readonly signal: AbortSignal;
  /** Tells the caller's job how far it is; silent when the call has no job. */
  progress(step: string, done: number, total: number | null): void;
  /** Lets other calls in, then throws `cancelled` when this one was stopped. */
  breathe(): Promise<void>;
}

/** The name the audit trail gives to steps no person took. */
export const machine = 'Vouch';

export type UseCase<N extends CallName> = (
  desk: Desk,
  input: CallInput<N>,
  run: Run,
) => CallOutput<N> | Promise<CallOutput<N>>;
