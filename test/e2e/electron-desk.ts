// Journeys on the desktop app: Electron's binary (or its stand-in) started by Playwright on the built shell.
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { expect } from 'vitest';
import type { Desk } from './desk.ts';

export interface ElectronDesk extends Desk {
  app: ElectronApplication;
}

/** `words` follow the app on its command line, as a desktop appends files it opens with it. */
export async function startElectronDesk(words: string[] = []): Promise<ElectronDesk> {
  const home = mkdtempSync(join(tmpdir(), 'vouch-journey-'));
  const workspace = join(home, 'workspace.vouch');
  const trouble: string[] = [];
  let printed = '';
  let main = 0;

  async function launch(): Promise<{ app: ElectronApplication; page: Page }> {
    const app = await _electron.launch({
      args: [join(import.meta.dirname, 'electron-start.mjs'), `--workspace=${workspace}`, ...words],
      env: { ...process.env, VOUCH_JOURNEY_HOME: home } as Record<string, string>,
      // As a person has it: the shell insists on the sandbox, and Playwright would switch it off on Linux.
      chromiumSandbox: true,
      timeout: 90_000,
    });
    for (const stream of [app.process().stdout, app.process().stderr])
      stream?.on('data', chunk => {
        printed += String(chunk);
      });
    main = await app.evaluate(() => process.pid);
    const context = app.context();
    context.on('weberror', thrown => void trouble.push(`page error: ${thrown.error().message}`));
    context.on('console', message => {
      if (message.type() === 'error') trouble.push(`console: ${message.text()}`);
    });
    const page = await app.firstWindow({ timeout: 90_000 });
    await page.waitForURL(/\/index\.html/);
    const own = page.url().replace(/index\.html.*$/, '');
    context.on('request', request => {
      const url = request.url();
      if (!url.startsWith(own) && !/^(data|blob):/.test(url)) trouble.push(`request to ${url}`);
    });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    return { app, page };
  }

  const desk: ElectronDesk = {
    kind: 'electron',
    ...(await launch().catch(cause => {
      throw new Error(`The desktop app did not start.\n${printed}`, { cause });
    })),
    workspace,
    trouble,
    async saved(act) {
      const path = join(mkdtempSync(join(tmpdir(), 'vouch-saved-')), 'file');
      await desk.app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      }, path);
      await act();
      await expect.poll(() => existsSync(path)).toBe(true);
      return new Uint8Array(readFileSync(path));
    },
    async kill() {
      const gone = desk.app.waitForEvent('close');
      process.kill(main, 'SIGKILL');
      await gone;
    },
    async restart() {
      Object.assign(desk, await launch());
    },
    printed: () => printed,
    close: () => desk.app.close(),
  };
  return desk;
}
