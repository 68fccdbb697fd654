// What a test starts instead of Electron's binary, so that the built main process, the built preload and the
// built page run together where the binary cannot be had: the main process in Node with `electron` replaced by
// electron.ts, the window a page of an installed Chromium. It answers to the two addresses that Playwright reads
// from Electron's stderr, Node's inspector and Chromium's. This outer process owns both, so that a killed main
// process takes its Chromium with it, as Electron's does.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from '../../support/chromium.ts';

let browser: ChildProcess | null = null;

const main = spawn(
  process.execPath,
  ['--inspect=0', join(import.meta.dirname, 'main.ts'), ...process.argv.slice(1)],
  { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
);
main.on('message', message => startBrowser((message as { profile: string }).profile));
main.on('exit', (code, signal) => {
  process.stderr.write(`The stand-in's main process ended: ${code ?? signal}\n`);
  browser?.kill('SIGKILL');
  process.exit(code ?? (signal ? 1 : 0));
});

/** Starts Chromium on the app's own profile, which the main process names once it has chosen its folder. */
function startBrowser(profile: string): void {
  const executable = findChromium();
  if (!executable) throw new Error('No Chromium found. Run "node test/support/browser.ts".');
  browser = spawn(
    executable,
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      // A container's shared memory may be small.
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      // Without a page of its own Chromium may end before the app opens its window.
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  browser.on('exit', (code, signal) =>
    process.stderr.write(`The stand-in's Chromium ended: ${code ?? signal}\n`),
  );
  browser.stderr?.on('data', (chunk: Buffer) => {
    process.stderr.write(chunk);
    const address = /^DevTools listening on (ws:\S+)/m.exec(chunk.toString('utf8'))?.[1];
    if (address) main.send({ address });
  });
}
