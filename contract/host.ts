// What a host gives the renderer. Electron's preload and the local web page both provide exactly this, so the
// renderer cannot tell them apart but by `kind`.
import { z } from 'zod';
import type { CallInput, CallName, CallOutput, EventData, EventName, FileHandle } from './calls.ts';
import type { AppErrorShape } from './outcome.ts';

/** The envelope every call's answer travels in. */
export type Envelope<T = unknown> = { ok: true; value: T } | { ok: false; error: AppErrorShape };

/** What the desktop's menu, dock and file associations ask the renderer to do. */
export const menuCommand = z.enum([
  'opened',
  'export',
  'approve',
  'undo',
  'redo',
  'find',
  'palette',
  'help',
  'questionnaires',
  'library',
  'policies',
  'activity',
  'settings',
]);
export type MenuCommand = z.infer<typeof menuCommand>;

export interface Host {
  readonly kind: 'electron' | 'web';
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Envelope<CallOutput<N>>>;
  on<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void;
  /** Hands a dropped or chosen file's bytes to the host. */
  stage(file: { name: string; arrayBuffer(): Promise<ArrayBuffer> }): Promise<Envelope<FileHandle>>;
  /** Saves a file the host made: a save dialog in Electron, a download in the browser. False when dismissed. */
  save(file: FileHandle): Promise<Envelope<boolean>>;
  /** Desktop only: menu commands; `file` is set for "opened", a file the desktop handed over (open-with, recent). */
  onCommand?(listener: (command: MenuCommand, file: FileHandle | null) => void): () => void;
  /** Desktop only: begins dragging a made file out of the window. */
  dragOut?(file: FileHandle): void;
}

/**
 * What a host needs of the workspace, wherever it runs (in a worker thread, or in the same thread in tests).
 * `call` never throws: expected failures and bugs come as an error envelope.
 */
export interface Backend {
  call(name: CallName, input: unknown): Promise<Envelope>;
  on<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void;
  putFile(name: string, bytes: Uint8Array): Promise<FileHandle>;
  /** The bytes behind a handle, or null when there is none of that name. */
  takeFile(file: string): Promise<{ name: string; bytes: Uint8Array } | null>;
  close(): Promise<void>;
}
