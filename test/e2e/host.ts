// Starts the product as a person would (`vouch serve` on a workspace of its own) and opens it in Chromium.
// The browser may reach that host and nothing else: a request to anywhere else fails the journey.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { startChromium } from '../support/chromium.ts';

export interface RunningHost {
  origin: string;
  link: string;
  workspace: string;
  child: ChildProcess;
  /** Everything the host printed, for failing journeys. */
  printed(): string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export function newWorkspace(): string {
  return join(mkdtempSync(join(tmpdir(), 'vouch-journey-')), 'workspace.vouch');
}

export function startHost(workspace = newWorkspace(), words: string[] = []): Promise<RunningHost> {
  const child = spawn(
    process.execPath,
    ['bin/vouch.js', 'serve', '--no-open', '--workspace', workspace, ...words],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  let text = '';
  return new Promise((resolve, reject) => {
    const failed = (why: string) => reject(new Error(`The host did not start: ${why}\n${text}`));
    // Two seconds of processor time, which a busy machine gives in twenty.
    const timer = setTimeout(() => failed('90 seconds passed'), 90_000);
    const hear = (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const link = /https?:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(text)?.[0];
      if (!link) return;
      clearTimeout(timer);
      resolve({
        origin: new URL(link).origin,
        link,
        workspace,
        child,
        printed: () => text,
        stop: (signal = 'SIGTERM') =>
          new Promise<void>(ended => {
            if (child.exitCode !== null || child.signalCode !== null) return ended();
            child.once('exit', () => ended());
            child.kill(signal);
          }),
      });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', code => failed(`it ended with code ${code}`));
  });
}

export interface OpenPage {
  browser: Browser;
  context: BrowserContext;
  page: Page;
  /** Requests that were not for our host, errors of the page, and violations of the content policy. */
  trouble: string[];
  close(): Promise<void>;
}

export async function openDesk(
  host: RunningHost,
  options: { dark?: boolean; width?: number; height?: number } = {},
): Promise<OpenPage> {
  const browser = await startChromium();
  const context = await browser.newContext({
    acceptDownloads: true,
    colorScheme: options.dark ? 'dark' : 'light',
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    reducedMotion: 'reduce',
  });
  const trouble: string[] = [];
  const page = await context.newPage();
  await context.route('**/*', route => {
    const url = route.request().url();
    if (url.startsWith(`${host.origin}/`)) return route.continue();
    trouble.push(`request to ${url}`);
    return route.abort();
  });
  page.on('pageerror', error => trouble.push(`page error: ${error.message}`));
  page.on('console', message => {
    if (message.type() === 'error') trouble.push(`console: ${message.text()}`);
  });
  await page.goto(host.link);
  return { browser, context, page, trouble, close: () => browser.close() };
}
