// The call map over Electron's IPC: one handler per call, made from the contract's keys. The only file that
// touches ipcMain. A sender that is not our page's main frame gets nothing.
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { z } from 'zod';
import { type CallName, callNames, fileHandle } from '../contract/calls.ts';
import type { Backend, Envelope } from '../contract/host.ts';
import { AppError } from '../contract/outcome.ts';
import { APP_ORIGIN } from './page.ts';

const MOST_FILE = 256 * 2 ** 20;

/** What the shell does of its own around the calls. */
export interface Desk {
  save(file: string): Promise<boolean>;
  dragOut(event: IpcMainInvokeEvent, file: string): Promise<void>;
  /** The page listens to commands from now on. */
  listening(): void;
  /** The page handed over a file of the disk; `path` is empty when it is of no disk. */
  staged(file: string, path: string): void;
  /** Runs a call; sees how it ends. */
  follow(name: CallName, input: unknown, run: () => Promise<Envelope>): Promise<Envelope>;
}

/** True only for the top frame of a page of ours: an embedded frame or a navigated window may not call. */
export function fromOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  if (!frame || frame !== event.sender.mainFrame) return false;
  try {
    return (
      new URL(frame.url).origin === APP_ORIGIN ||
      `${new URL(frame.url).protocol}//${new URL(frame.url).host}` === APP_ORIGIN
    );
  } catch {
    return false;
  }
}

export function serveCalls(backend: Backend, desk: Desk): void {
  for (const name of callNames)
    handle(`call:${name}`, (_event, input) => desk.follow(name, input, () => backend.call(name, input)));
  handle('desk:listening', async () => {
    desk.listening();
    return { ok: true, value: null };
  });
  handle('file:stage', async (_event, name, bytes, path) => {
    if (typeof name !== 'string' || !(bytes instanceof ArrayBuffer))
      throw new AppError('bad-input', 'A file is handed over as its name and its bytes.');
    if (bytes.byteLength > MOST_FILE)
      throw new AppError('file-too-large', 'The file is larger than 256 MB, the most Vouch takes.', {
        bound: 'upload',
      });
    const value = await backend.putFile(name, new Uint8Array(bytes));
    desk.staged(value.file, typeof path === 'string' ? path : '');
    return { ok: true, value };
  });
  handle('file:save', async (_event, file) => ({ ok: true, value: await desk.save(handleOf(file)) }));
  handle('file:drag', async (event, file) => {
    await desk.dragOut(event, handleOf(file));
    return { ok: true, value: null };
  });
}

/** A handle may come with more about the file, as those of an export do. */
const made = z.object(fileHandle.shape);

function handleOf(file: unknown): string {
  const parsed = made.safeParse(file);
  if (!parsed.success) throw new AppError('bad-input', 'This is not a file that Vouch made.');
  return parsed.data.file;
}

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<Envelope>;

function handle(channel: string, run: Handler): void {
  ipcMain.handle(channel, async (event, ...args: unknown[]): Promise<Envelope> => {
    if (!fromOurPage(event))
      return { ok: false, error: { code: 'bad-input', text: 'Only the app itself may call.', params: {} } };
    try {
      return await run(event, ...args);
    } catch (error) {
      if (error instanceof AppError) return { ok: false, error: error.shape() };
      console.error(`${channel}:`, error);
      return {
        ok: false,
        error: {
          code: 'internal',
          text: 'Something went wrong inside Vouch. Nothing was lost; try again.',
          params: {},
        },
      };
    }
  });
}
