// Drives one page of Chromium as Electron drives a window's contents: the app's own scheme answered by the app's
// handler, every request put to its filter, the preload first in every document, its messages to the handlers.
// Chromium knows no such scheme, so the page stands under an https address that no network ever sees.
import { readFileSync } from 'node:fs';
import { allowed, handlers, Menu, schemes } from './desks.ts';
import type { DevTools } from './devtools.ts';
import { FROM_MAIN, pack, sourceFor, TO_MAIN, unpack } from './in-page.ts';
import type { Driven, WebContents, WindowOptions } from './window.ts';

/** vouch://app/x as https://app.vouch.invalid/x, and back. */
const toWeb = (url: string) => url.replace(/^(\w+):\/\/(\w+)(?=\/|$)/, 'https://$2.$1.invalid');
const fromWeb = (url: string) => url.replace(/^https:\/\/(\w+)\.(\w+)\.invalid(?=\/|$)/, '$2://$1');

let opened = false;

/** The page Chromium began with becomes the first window; null when it is taken. */
async function firstPage(devTools: DevTools): Promise<string | null> {
  if (opened) return null;
  opened = true;
  for (;;) {
    const { targetInfos } = await devTools.send<{ targetInfos: { targetId: string; type: string }[] }>(
      'Target.getTargets',
    );
    const page = targetInfos.find(({ type }) => type === 'page');
    if (page) return page.targetId;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

async function newPage(devTools: DevTools, size: object): Promise<string> {
  const made = { url: 'about:blank', newWindow: true, ...size };
  return (await devTools.send<{ targetId: string }>('Target.createTarget', made)).targetId;
}

export async function openPage(
  devTools: DevTools,
  options: WindowOptions,
  contents: WebContents,
): Promise<Driven> {
  const { width, height, webPreferences } = options;
  const targetId = (await firstPage(devTools)) ?? (await newPage(devTools, { width, height }));
  const { sessionId } = await devTools.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  const ask = <T>(method: string, params = {}) => devTools.send<T>(method, params, sessionId);
  const deliver = (message: object) => {
    const expression = `globalThis.${FROM_MAIN}?.((${unpackInPage})(${JSON.stringify(pack(message))}))`;
    ask('Runtime.evaluate', { expression }).catch(() => undefined);
  };

  // A page that went away meanwhile wants no answer any more.
  devTools.on(
    'Fetch.requestPaused',
    (paused: Paused) => void answer(paused, ask).catch(() => undefined),
    sessionId,
  );
  devTools.on(
    'Runtime.bindingCalled',
    ({ payload }: { payload: string }) => void hear(payload, contents, deliver),
    sessionId,
  );
  devTools.on(
    'Page.loadEventFired',
    () => {
      if (contents.mainFrame.url !== 'about:blank') contents.emit('did-finish-load');
    },
    sessionId,
  );
  devTools.on(
    'Page.frameNavigated',
    ({ frame }: { frame: { url: string; parentId?: string } }) => {
      if (!frame.parentId) contents.mainFrame.url = fromWeb(frame.url);
    },
    sessionId,
  );
  devTools.on('Target.targetDestroyed', (gone: { targetId: string }) => {
    if (gone.targetId === targetId) contents.emit('destroyed');
  });

  await ask('Page.enable');
  await ask('Runtime.enable');
  await ask('Runtime.addBinding', { name: TO_MAIN });
  const preload = webPreferences?.preload ? readFileSync(webPreferences.preload, 'utf8') : '';
  await ask('Page.addScriptToEvaluateOnNewDocument', { source: sourceFor(preload) });
  await ask('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  return {
    target: targetId,
    deliver,
    load: async url => void (await ask('Page.navigate', { url: toWeb(url) })),
    resize: async (width, height) => {
      const { windowId } = await ask<{ windowId: number }>('Browser.getWindowForTarget');
      await ask('Browser.setContentsSize', { windowId, width, height });
    },
    close: async () => void (await ask('Page.close').catch(() => undefined)),
  };
}

interface Paused {
  requestId: string;
  request: { url: string; method: string };
}

async function answer(
  { requestId, request }: Paused,
  ask: (method: string, params: object) => Promise<unknown>,
) {
  const url = fromWeb(request.url);
  const serve = schemes.get(new URL(url).protocol.slice(0, -1));
  if (!allowed(url)) return ask('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
  if (!serve) return ask('Fetch.continueRequest', { requestId });
  // A Request of Node's takes no foreign scheme; the app reads its address and method only.
  const response = await serve({ url, method: request.method } as Request);
  return ask('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  });
}

interface Message {
  id?: number;
  channel?: string;
  args?: unknown[];
  key?: { key: string; ctrl: boolean; shift: boolean };
}

async function hear(
  payload: string,
  contents: WebContents,
  deliver: (message: object) => void,
): Promise<void> {
  const { id, channel = '', args = [], key } = unpack(payload) as Message;
  if (key) return Menu.getApplicationMenu()?.press(key);
  const { mainFrame } = contents;
  try {
    const run = handlers.get(channel);
    if (!run) throw new Error(`No handler registered for '${channel}'`);
    deliver({ id, value: await run({ sender: contents, senderFrame: mainFrame }, ...args) });
  } catch (error) {
    deliver({ id, error: `Error invoking remote method '${channel}': ${String(error)}` });
  }
}

const unpackInPage = `text => JSON.parse(text, (_key, part) =>
  typeof part?.$buffer === 'string' ? Uint8Array.fromBase64(part.$buffer).buffer : part)`;
