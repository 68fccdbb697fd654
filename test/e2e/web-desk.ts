// Journeys on the local web host: `vouch serve` in a process of its own, its page in Chromium.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from './desk.ts';
import { openDesk, startHost } from './host.ts';

export async function startWebDesk(): Promise<Desk> {
  let host = await startHost();
  const { browser, context, page, trouble } = await openDesk(host).catch(async error => {
    await host.stop();
    throw error;
  });
  const desk: Desk = {
    kind: 'web',
    page,
    workspace: host.workspace,
    trouble,
    async saved(act) {
      const downloading = desk.page.waitForEvent('download');
      await act();
      const path = join(mkdtempSync(join(tmpdir(), 'vouch-download-')), 'file');
      await (await downloading).saveAs(path);
      return new Uint8Array(readFileSync(path));
    },
    kill: () => host.stop('SIGKILL'),
    async restart() {
      const { origin, workspace } = host;
      const next = await context.newPage();
      await desk.page.close();
      host = await startHost(workspace);
      if (host.origin !== origin) throw new Error(`The host moved from ${origin} to ${host.origin}.`);
      await next.goto(host.link);
      desk.page = next;
    },
    printed: () => host.printed(),
    async close() {
      await browser.close();
      await host.stop();
    },
  };
  return desk;
}
