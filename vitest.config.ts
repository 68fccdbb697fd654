// Projects: unit (fast, no processes), integration (files, databases, child processes, real corpus), browser (whole
// journeys in Chromium on the local web host), stand-in (the same journeys on the desktop shell, with Electron's
// binary replaced by test/electron/stand-in), electron (the same on the binary itself, where it is). `npm run check`
// runs all that can run.
import { defineConfig } from 'vitest/config';
import { findElectron } from './cli/desktop.ts';

const shared = { globals: false, restoreMocks: true } as const;
const journeys = {
  ...shared,
  testTimeout: 180_000,
  hookTimeout: 180_000,
  fileParallelism: false,
  expect: { poll: { timeout: 15_000 } },
} as const;

/** Whole tasks; `screens` and `hasty-keys` try the page alone, over a host in memory. */
const onDesktop = ['fill', 'keyboard', 'curate', 'recall', 'crash', 'first-run', 'import', 'desktop'].map(
  name => `test/e2e/${name}.test.ts`,
);

export default defineConfig({
  test: {
    projects: [
      {
        // The shell's unit tests speak to a recorded fake of the electron module.
        resolve: { alias: { electron: new URL('test/electron/fake-electron.ts', import.meta.url).pathname } },
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/**/*.integration.test.ts', 'test/e2e/**'],
        },
      },
      {
        test: {
          ...shared,
          name: 'integration',
          include: ['test/**/*.integration.test.ts'],
          exclude: ['test/e2e/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...journeys,
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          exclude: ['test/e2e/desktop.test.ts'],
        },
      },
      {
        test: {
          ...journeys,
          name: 'stand-in',
          // After a kill, Chromium's local storage may come back older than it was, even from before a field was
          // emptied: the page then asks which words stand, where the crash journey expects it to go on.
          retry: 2,
          // Windows starts no script as a program. The corpus is left to the browser: the shell knows no formats.
          include: process.platform === 'win32' ? [] : onDesktop,
          env: {
            VOUCH_DESK: 'electron',
            VOUCH_CORPUS: 'off',
            ELECTRON_OVERRIDE_DIST_PATH: new URL('test/electron/stand-in', import.meta.url).pathname,
          },
        },
      },
      {
        test: {
          ...journeys,
          name: 'electron',
          include: findElectron() ? onDesktop : [],
          env: { VOUCH_DESK: 'electron' },
        },
      },
    ],
  },
});
