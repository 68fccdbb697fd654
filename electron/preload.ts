// The bridge between the page and the shell: the calls of the contract by name and nothing generic. The only
// file that touches ipcRenderer. Runs sandboxed, so it is bundled into one CommonJS file.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { callNames, type EventName, type FileHandle } from '../contract/calls.ts';
import type { Envelope, Host, MenuCommand } from '../contract/host.ts';

const known: ReadonlySet<string> = new Set(callNames);
const eventNames: ReadonlySet<string> = new Set<EventName>(['progress', 'changed']);
const wrong: Envelope<never> = {
  ok: false,
  error: { code: 'bad-input', text: 'There is no such call.', params: {} },
};

function listen(channel: string, deliver: (...args: unknown[]) => void): () => void {
  const listener = (_event: unknown, ...args: unknown[]) => deliver(...args);
  ipcRenderer.on(channel, listener);
  return () => ipcRenderer.removeListener(channel, listener);
}

const bridge = {
  kind: 'electron',
  call: async (name, input) => (known.has(name) ? await ipcRenderer.invoke(`call:${name}`, input) : wrong),
  on: (name, listener) =>
    eventNames.has(name) ? listen(`event:${name}`, data => listener(data as never)) : () => undefined,
  // The bytes are the page's; where they stand on the disk is looked up here, and the page is not told.
  stage: async (name: string, bytes: ArrayBuffer, file: File) =>
    await ipcRenderer.invoke('file:stage', name, bytes, webUtils.getPathForFile(file)),
  save: async file => await ipcRenderer.invoke('file:save', file),
  onCommand: listener => {
    const stop = listen('command', (command, file) =>
      listener(command as MenuCommand, (file ?? null) as FileHandle | null),
    );
    void ipcRenderer.invoke('desk:listening');
    return stop;
  },
  dragOut: file => void ipcRenderer.invoke('file:drag', file),
} satisfies Omit<Host, 'stage'> & {
  stage(name: string, bytes: ArrayBuffer, file: File): Promise<Envelope<FileHandle>>;
};

contextBridge.exposeInMainWorld('vouch', bridge);
