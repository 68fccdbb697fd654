// BrowserWindow and its contents, over a page that openPage drives.
import { EventEmitter } from 'node:events';
import { cancellable } from './cancellable.ts';

/** What a page can be asked to do. */
export interface Driven {
  target: string;
  load(url: string): Promise<void>;
  deliver(message: object): void;
  resize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}

export interface WindowOptions {
  width?: number;
  height?: number;
  webPreferences?: { preload?: string };
}

export class WebContents extends EventEmitter {
  readonly mainFrame = { url: 'about:blank' };
  readonly drags: { file: string }[] = [];
  driven: Promise<Driven> | null = null;

  static readonly all = new Map<string, WebContents>();
  static fromDevToolsTargetId = (target: string) => WebContents.all.get(target);

  send(channel: string, ...args: unknown[]): void {
    void this.driven?.then(page => page.deliver({ channel, args }));
  }
  startDrag(item: { file: string }): void {
    this.drags.push({ file: item.file });
  }
  setWindowOpenHandler(): void {}
  reload(): void {}
  isDestroyed = () => this.driven === null;
  close(): void {
    BrowserWindow.fromWebContents(this)?.close();
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly #all: BrowserWindow[] = [];
  static open: (options: WindowOptions, contents: WebContents) => Promise<Driven> = () =>
    Promise.reject(new Error('Cannot create BrowserWindow before app is ready'));
  static closed: () => void = () => undefined;
  static getAllWindows = () => [...BrowserWindow.#all];
  static fromWebContents = (contents: WebContents | undefined) =>
    BrowserWindow.#all.find(window => window.webContents === contents) ?? null;

  readonly webContents = new WebContents();
  #size: { width: number; height: number };

  constructor(options: WindowOptions) {
    super();
    this.#size = { width: options.width ?? 800, height: options.height ?? 600 };
    BrowserWindow.#all.push(this);
    const { webContents: contents } = this;
    contents.driven = BrowserWindow.open(options, contents);
    contents.driven.then(page => WebContents.all.set(page.target, contents));
    contents.once('did-finish-load', () => this.emit('ready-to-show'));
    contents.once('destroyed', () => this.#gone());
  }
  async loadURL(url: string): Promise<void> {
    await (await this.webContents.driven)?.load(url);
  }
  close(): void {
    const event = cancellable();
    this.emit('close', event);
    if (!event.defaultPrevented) void this.webContents.driven?.then(page => page.close());
  }
  #gone(): void {
    const at = BrowserWindow.#all.indexOf(this);
    if (at < 0) return;
    BrowserWindow.#all.splice(at, 1);
    this.webContents.driven = null;
    this.emit('closed');
    BrowserWindow.closed();
  }
  setContentSize(width: number, height: number): void {
    this.#size = { width, height };
    void this.webContents.driven?.then(page => page.resize(width, height));
  }
  getNormalBounds = () => ({ x: 0, y: 0, ...this.#size });
  show(): void {}
  focus(): void {}
  restore(): void {}
  maximize(): void {}
  setProgressBar(): void {}
  isFocused = () => true;
  isMaximized = () => false;
  isMinimized = () => false;
  isDestroyed = () => this.webContents.driven === null;
}
