// Opens the built page in Chromium over a fake host, under the same content security policy as the web host.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright';
import { build } from 'vite';
import { loadPage, pageWithNonce } from '../../cli/web/page.ts';
import { contentPolicy } from '../../contract/page.ts';
import { startChromium } from '../support/chromium.ts';
import type { FakeOptions } from './fake-host.ts';

export interface FakeDesk {
  browser: Browser;
  /**
   * A fresh page over a fresh fake host with nothing kept from earlier pages; pages of one look share a browser
   * profile, so that the page's code is compiled once. `trouble` collects page errors and policy violations.
   */
  open(
    options?: FakeOptions & {
      hash?: string;
      dark?: boolean;
      width?: number;
      height?: number;
      motion?: boolean;
    },
  ): Promise<{ page: Page; trouble: string[]; close: () => Promise<void> }>;
  close(): Promise<void>;
}

async function bundleFakeHost(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: 'test/renderer/fake-page.ts', output: { format: 'iife' } },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('The fake host was not bundled.');
  return output.output[0].code;
}

function servePage(): Promise<{ server: Server; origin: string }> {
  const files = loadPage('dist/renderer');
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const found = files.get(path === '/' ? '/index.html' : path);
    if (!found) return response.writeHead(404).end();
    const { html, nonce } = pageWithNonce(found);
    response.setHeader('content-type', found.type);
    response.setHeader('content-security-policy', contentPolicy(nonce));
    response.end(path === '/' ? html : found.bytes);
  });
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      resolve({ server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    });
  });
}

export async function startFakeDesk(): Promise<FakeDesk> {
  const [script, { server, origin }, browser] = await Promise.all([
    bundleFakeHost(),
    servePage(),
    startChromium(),
  ]);
  const profiles = new Map<string, Promise<BrowserContext>>();
  return {
    browser,
    open: async (options = {}) => {
      const { hash = '', dark = false, width = 1280, height = 800, motion = false, ...fake } = options;
      const look = {
        colorScheme: dark ? 'dark' : 'light',
        viewport: { width, height },
        reducedMotion: motion ? 'no-preference' : 'reduce',
      } as const;
      const profile = profiles.get(JSON.stringify(look)) ?? browser.newContext(look);
      profiles.set(JSON.stringify(look), profile);
      const page = await (await profile).newPage();
      const trouble: string[] = [];
      page.on('pageerror', error => trouble.push(`page error: ${error.message}`));
      page.on('console', message => {
        if (message.type() === 'error') trouble.push(`console: ${message.text()}`);
      });
      await page.addInitScript(
        `localStorage.clear();\nwindow.fakeOptions = ${JSON.stringify(fake)};\n${script}`,
      );
      await page.goto(`${origin}/${hash}`);
      return { page, trouble, close: () => page.close() };
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
