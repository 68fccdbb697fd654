// The `electron` module of the stand-in: as much of it as the shell uses, over Node and a page of Chromium.
// What a person would see of the desktop itself (dialogs, menus, notifications) is kept to be looked at.
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { cancellable } from './cancellable.ts';
import type { DevTools } from './devtools.ts';
import { openPage } from './page.ts';
import { BrowserWindow } from './window.ts';

const paths = new Map<string, string>();
const known: Record<string, () => string> = {
  home: homedir,
  temp: tmpdir,
  appData: () => process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'),
  userData: () => join(app.getPath('appData'), app.getName()),
  downloads: () => join(homedir(), 'Downloads'),
};

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine = {
    appendSwitch: () => undefined,
    getSwitchValue: (name: string) =>
      process.argv.find(word => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
  };
  #name = 'Electron';
  #ready = Promise.withResolvers<void>();
  #quitting = false;

  getName = () => this.#name;
  setName(name: string): void {
    this.#name = name;
  }
  getVersion = () => process.version;
  getPath(name: string): string {
    const path = paths.get(name) ?? known[name]?.();
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }
  setPath(name: string, path: string): void {
    paths.set(name, path);
  }
  setAppUserModelId(): void {}
  enableSandbox(): void {}
  requestSingleInstanceLock = () => true;
  addRecentDocument(): void {}
  clearRecentDocuments(): void {}
  isReady = () => false;
  whenReady = (): Promise<void> => this.#ready.promise;
  settleReady(): void {
    this.emit('ready', {}, {});
    this.#ready.resolve();
  }

  /** As Electron does: ask, close every window, ask again, end. */
  quit(): void {
    this.emit('before-quit', cancellable());
    this.#quitting = true;
    const open = BrowserWindow.getAllWindows();
    for (const window of open) window.close();
    if (open.length === 0) this.#leave();
  }
  windowClosed(): void {
    if (BrowserWindow.getAllWindows().length > 0) return;
    if (this.#quitting) this.#leave();
    else if (!this.emit('window-all-closed')) this.quit();
  }
  #leave(): void {
    const event = cancellable();
    this.emit('will-quit', event);
    if (event.defaultPrevented) this.#quitting = false;
    else this.exit(0);
  }
  exit(code: number): void {
    this.emit('quit', {}, code);
    const end = () => process.exit(code);
    const closing = browser?.send('Browser.close') ?? Promise.resolve();
    closing.then(end, end);
    setTimeout(end, 5000);
  }
}

let browser: DevTools | null = null;
export const app = new App();

/** The browser is up: windows can be made from now on. */
export async function becomeReady(devTools: DevTools): Promise<void> {
  browser = devTools;
  await devTools.send('Target.setDiscoverTargets', { discover: true });
  mkdirSync(app.getPath('userData'), { recursive: true });
  BrowserWindow.open = (options, contents) => openPage(devTools, options, contents);
  BrowserWindow.closed = () => app.windowClosed();
  app.settleReady();
}

export { ipcMain, Menu, protocol, session } from './desks.ts';
export { BrowserWindow, WebContents as webContents } from './window.ts';

export const dialog = {
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showOpenDialog: async () => ({ canceled: true, filePaths: [] as string[] }),
  showErrorBox: (title: string, text: string) => process.stderr.write(`${title}: ${text}\n`),
};
export const nativeImage = { createFromDataURL: (url: string) => ({ url }) };
export const nativeTheme = { shouldUseDarkColors: false };
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] };
export class Notification extends EventEmitter {
  static readonly shown: unknown[] = [];
  static isSupported = () => true;
  readonly #options: unknown;
  constructor(options: unknown) {
    super();
    this.#options = options;
  }
  show(): void {
    Notification.shown.push(this.#options);
  }
}
