// A recorded fake of the `electron` module: what the shell asks for is written down, and tests speak as Electron
// would (a sender, a menu click, a navigation). The shell is type-checked against the real typings.
type Listener = (...args: never[]) => unknown;

class Emitter {
  listeners = new Map<string, Listener[]>();
  on(name: string, listener: Listener): this {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
    return this;
  }
  once(name: string, listener: Listener): this {
    return this.on(name, listener);
  }
  emit(name: string, ...args: unknown[]): void {
    for (const listener of this.listeners.get(name) ?? [])
      (listener as (...all: unknown[]) => unknown)(...args);
  }
}

export const record = {
  handlers: new Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>(),
  windows: [] as FakeWindow[],
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  rendererListeners: new Map<string, Listener[]>(),
  schemes: [] as unknown[],
  notifications: [] as unknown[],
  saveTo: '' as string,
  /** What the open dialog answers; none is a dismissal. */
  chosen: [] as string[],
  recent: [] as string[],
  errors: [] as string[],
  popped: [] as unknown[],
  reset(): void {
    this.handlers.clear();
    this.windows.length = 0;
    this.exposed.clear();
    this.invoked.length = 0;
    this.rendererListeners.clear();
    this.notifications.length = 0;
    this.saveTo = '';
    this.chosen = [];
    this.recent.length = 0;
    this.errors.length = 0;
    this.popped.length = 0;
  },
};

class FakeContents extends Emitter {
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  sent: unknown[][] = [];
  drags: { file: string }[] = [];
  mainFrame = { url: '' };
  reloads = 0;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  send(...args: unknown[]): void {
    this.sent.push(args);
  }
  startDrag(item: { file: string }): void {
    this.drags.push(item);
  }
  reload(): void {
    this.reloads += 1;
  }
}

export class FakeWindow extends Emitter {
  webContents = new FakeContents();
  loaded = '';
  focused = false;
  options: Record<string, unknown>;
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    record.windows.push(this);
  }
  async loadURL(url: string): Promise<void> {
    this.loaded = url;
    this.webContents.mainFrame.url = url;
  }
  shown = '';
  progress: number[] = [];
  show(): void {
    this.shown += 'shown ';
  }
  maximize(): void {
    this.shown += 'maximized ';
  }
  setProgressBar(share: number): void {
    this.progress.push(share);
  }
  focus(): void {
    this.focused = true;
  }
  isFocused(): boolean {
    return this.focused;
  }
  isMaximized(): boolean {
    return false;
  }
  isMinimized(): boolean {
    return false;
  }
  getNormalBounds() {
    return { x: 10, y: 20, width: 1000, height: 700 };
  }
}

export const userData = { path: '' };

export const app = Object.assign(new Emitter(), {
  isPackaged: true,
  getPath: () => userData.path,
  addRecentDocument: (path: string) => record.recent.push(path),
  clearRecentDocuments: () => record.recent.splice(0),
  quit: () => undefined,
});
export const BrowserWindow = FakeWindow;
export const ipcMain = {
  handle: (channel: string, handler: (event: unknown, ...args: unknown[]) => Promise<unknown>) => {
    if (record.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    record.handlers.set(channel, handler);
  },
};
export const ipcRenderer = {
  invoke: async (...args: unknown[]) => {
    record.invoked.push(args);
    return { ok: true, value: true };
  },
  on: (channel: string, listener: Listener) => {
    record.rendererListeners.set(channel, [...(record.rendererListeners.get(channel) ?? []), listener]);
  },
  removeListener: (channel: string, listener: Listener) => {
    record.rendererListeners.set(
      channel,
      (record.rendererListeners.get(channel) ?? []).filter(other => other !== listener),
    );
  },
};
export const webUtils = { getPathForFile: (file: { path?: string }) => file.path ?? '' };
export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => record.exposed.set(name, value),
};
export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => record.schemes.push(...schemes),
};
export const dialog = {
  showSaveDialog: async () => ({ canceled: record.saveTo === '', filePath: record.saveTo }),
  showOpenDialog: async () => ({ canceled: record.chosen.length === 0, filePaths: record.chosen }),
  showErrorBox: (_title: string, text: string) => record.errors.push(text),
};
export const Menu = {
  buildFromTemplate: (template: unknown[]) =>
    Object.assign(template, { popup: () => record.popped.push([...template]) }),
};
export const nativeImage = { createFromDataURL: (url: string) => ({ url }) };
export const nativeTheme = { shouldUseDarkColors: false };
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] };
export class Notification extends Emitter {
  static isSupported(): boolean {
    return true;
  }
  constructor(options: unknown) {
    super();
    record.notifications.push(options);
  }
  show(): void {}
}
