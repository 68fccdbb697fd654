// Three projects: unit (fast, no processes), integration (files, databases, child processes, real corpus),
// browser (whole journeys in Chromium). `npm run check` runs all of them.
import { defineConfig } from 'vitest/config';

const shared = { globals: false, restoreMocks: true } as const;

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
          ...shared,
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
