// `vouch serve`: the workspace in a worker thread, the local web host in front of it, and a link for the browser.
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { AppError } from '../../contract/outcome.ts';
import { startEngine } from '../../workspace/engine/start-engine.ts';
import { defaultWorkspace } from '../../workspace/home/default-workspace.ts';
import { loadSampleOnce } from '../../workspace/home/load-sample-once.ts';
import { type Arguments, allowOnly, parsePort } from '../arguments.ts';
import { openBrowser } from '../browser.ts';
import { builtPage, productVersion, sampleFolder } from '../root.ts';
import type { Terminal } from '../terminal.ts';
import { ownPort } from '../web/own-port.ts';
import { startWebHost, type WebHost } from '../web/server.ts';

export async function serve(given: Arguments, terminal: Terminal): Promise<number> {
  allowOnly('serve', given, ['port', 'no-open', 'workspace', 'sample']);
  const port = given.values.port === undefined ? null : parsePort(given.values.port);
  const location = given.values.workspace ? resolve(given.values.workspace) : defaultWorkspace();
  mkdirSync(dirname(location), { recursive: true });
  const engine = await startEngine({
    location,
    host: 'web',
    sample: sampleFolder,
    version: productVersion(),
  });
  try {
    const noSample = given.values.sample ? await loadSampleOnce(engine) : null;
    if (noSample !== null) terminal.error(`The sample could not be loaded: ${noSample}`);
    const host = await listenWhereLastTime(port ?? ownPort(location), port === null, wanted =>
      startWebHost({ backend: engine, page: builtPage, port: wanted, log: text => terminal.error(text) }),
    );
    const link = host.link();
    terminal.out(`Vouch runs at ${host.origin}, on this machine only. Workspace: ${location}`);
    terminal.out(`Open this link (it works once): ${link}`);
    if (!given.values['no-open'] && !(await openBrowser(link)))
      terminal.out('No browser could be started; open the link by hand.');
    await untilStopped(() => terminal.out(`Another link: ${host.link()}`));
    await host.close();
  } finally {
    await engine.close();
  }
  return 0;
}

/** A port nobody asked for may be taken by another program; then any free one will do. */
async function listenWhereLastTime(
  port: number,
  orAnywhere: boolean,
  listen: (port: number) => Promise<WebHost>,
): Promise<WebHost> {
  try {
    return await listen(port);
  } catch (error) {
    if (!orAnywhere || !(error instanceof AppError && error.params.port === port)) throw error;
    return listen(0);
  }
}

/** Resolves on Ctrl+C or a request to end; every Enter at a terminal calls `onEnter`. */
async function untilStopped(onEnter: () => void): Promise<void> {
  const lines = process.stdin.isTTY ? createInterface({ input: process.stdin }) : null;
  lines?.on('line', onEnter);
  await Promise.race([
    once(process, 'SIGINT'),
    once(process, 'SIGTERM'),
    ...(lines ? [once(lines, 'close')] : []),
  ]);
  lines?.close();
}
