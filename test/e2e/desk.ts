// What a journey needs of the thing it runs on, so that one text runs on both: the local web host in Chromium, and
// the desktop app where Electron's binary is (or its stand-in, test/electron/stand-in).
import type { Page } from 'playwright';
import { startElectronDesk } from './electron-desk.ts';
import { startWebDesk } from './web-desk.ts';

export interface Desk {
  readonly kind: 'web' | 'electron';
  /** The window in front; another one after a restart. */
  page: Page;
  /** Where the workspace stands on this disk. */
  readonly workspace: string;
  /** Requests that were not for our own page, errors of the page, and violations of the content policy. */
  readonly trouble: string[];
  /** The file that `act` has the person save: a download in the browser, a save dialog in the desktop app. */
  saved(act: () => Promise<void>): Promise<Uint8Array>;
  /** Ends what holds the workspace as a power cut would. In the desktop app the window goes with it. */
  kill(): Promise<void>;
  /** Starts again on the same workspace after `kill`, and brings its page to the front. */
  restart(): Promise<void>;
  /** Everything the program printed, for failing journeys. */
  printed(): string;
  close(): Promise<void>;
}

/** Starts Vouch on an empty workspace. Which desk is the test project's choice (vitest.config.ts). */
export const startDesk = (): Promise<Desk> =>
  process.env.VOUCH_DESK === 'electron' ? startElectronDesk() : startWebDesk();
