// What the stand-in puts into a page before its own scripts: `require('electron')` for the preload, and the wire to
// the main process. One thing is simpler than in Electron: the preload shares the page's world, and what crosses
// the bridge is cloned as Electron clones it, so that what cannot be cloned fails here too.

/** Names the two ends of the wire; the page never sees them. */
export const TO_MAIN = '__standInToMain';
export const FROM_MAIN = '__standInFromMain';

/** Values as text; array buffers as base64, which the DevTools protocol can carry. */
export const pack = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part instanceof ArrayBuffer ? { $buffer: Buffer.from(part).toString('base64') } : part,
  );

export const unpack = (text: string): unknown =>
  JSON.parse(text, (_key, part: unknown) => {
    const coded = (part as { $buffer?: string } | null)?.$buffer;
    if (typeof coded !== 'string') return part;
    return new Uint8Array(Buffer.from(coded, 'base64')).buffer;
  });

/** The source that runs first in every document: `preload` as Electron's loader would run it. */
export const sourceFor = (preload: string): string =>
  `(${installBridge.toString()})(${JSON.stringify(TO_MAIN)}, ${JSON.stringify(FROM_MAIN)}, (require, module, exports) => {${preload}\n});`;

type Run = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void;
type Heard = (event: object, ...args: unknown[]) => void;

/** Runs in the page, as text: it may use nothing from outside itself. */
function installBridge(toMain: string, fromMain: string, preload: Run): void {
  const send = (globalThis as never as Record<string, (text: string) => void>)[toMain];
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const listeners = new Map<string, Heard[]>();
  let number = 0;
  const tell = (message: object) =>
    send?.(
      JSON.stringify(message, (_key, part) =>
        part instanceof ArrayBuffer
          ? { $buffer: (new Uint8Array(part) as unknown as { toBase64(): string }).toBase64() }
          : part,
      ),
    );
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        number += 1;
        waiting.set(number, { resolve, reject });
        tell({ id: number, channel, args: structuredClone(args) });
      }),
    on: (channel: string, listener: Heard) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    removeListener: (channel: string, listener: Heard) => {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter(other => other !== listener),
      );
    },
  };
  const crossing = (value: unknown): unknown => {
    if (value instanceof Promise) return value.then(crossing);
    if (typeof value === 'function') return (...args: unknown[]) => crossing(value(...args.map(crossing)));
    return structuredClone(value);
  };
  const contextBridge = {
    exposeInMainWorld: (name: string, api: Record<string, unknown>) => {
      const value = Object.freeze(
        Object.fromEntries(Object.entries(api).map(([key, part]) => [key, crossing(part)])),
      );
      Object.defineProperty(globalThis, name, { value, enumerable: true });
    },
  };
  const webUtils = {
    getPathForFile: (file: File) => {
      if (!(file instanceof File)) throw new TypeError('Not a file.');
      return '';
    },
  };
  Object.defineProperty(globalThis, fromMain, {
    value: (message: {
      id?: number;
      value?: unknown;
      error?: string;
      channel?: string;
      args?: unknown[];
    }) => {
      if (message.channel !== undefined)
        for (const listener of listeners.get(message.channel) ?? []) listener({}, ...(message.args ?? []));
      if (message.id === undefined) return;
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error === undefined) call?.resolve(message.value);
      else call?.reject(new Error(message.error));
    },
  });
  const module = { exports: {} };
  preload(
    name => {
      if (name !== 'electron') throw new Error(`module not found: ${name}`);
      return { contextBridge, ipcRenderer, webUtils };
    },
    module,
    module.exports,
  );
  // A key that the page and its fields leave alone reaches the menu.
  addEventListener('keydown', event => {
    const field =
      event.target instanceof HTMLElement && event.target.matches('input, textarea, [contenteditable]');
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey || /^F\d+$/.test(event.key))) return;
    if (field && 'zyxcva'.includes(event.key.toLowerCase())) return;
    const { key, ctrlKey, shiftKey, metaKey } = event;
    tell({ key: { key, ctrl: ctrlKey || metaKey, shift: shiftKey } });
  });
}
