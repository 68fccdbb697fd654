// The one window: sandboxed, isolated, remembering its size, and unable to go anywhere but our own page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { writeFileSafely } from '../workspace/write-file.ts';
import { giveContextMenu } from './context-menu.ts';
import { APP_ORIGIN } from './page.ts';

interface WindowState {
  x?: number;
  y?: number;
  width: number;
  height: number;
  maximized: boolean;
}

/** How often a window's page is brought back before something is taken to be wrong with it. */
const MOST_DEATHS = 3;
const first: WindowState = { width: 1280, height: 800, maximized: false };
const stateFile = () => join(app.getPath('userData'), 'window.json');

/** The last size and place, unless the screen it was on is gone. */
export function readWindowState(): WindowState {
  try {
    const read = JSON.parse(readFileSync(stateFile(), 'utf8')) as Partial<WindowState>;
    if (!(Number(read.width) >= 640 && Number(read.height) >= 480)) return first;
    const state: WindowState = {
      width: Number(read.width),
      height: Number(read.height),
      maximized: read.maximized === true,
    };
    const { x, y } = read;
    if (typeof x !== 'number' || typeof y !== 'number') return state;
    const seen = screen
      .getAllDisplays()
      .some(
        ({ workArea: area }) =>
          x >= area.x - 50 &&
          y >= area.y - 50 &&
          x < area.x + area.width - 100 &&
          y < area.y + area.height - 100,
      );
    return seen ? { ...state, x, y } : state;
  } catch {
    return first;
  }
}

export function openWindow(preload: string): BrowserWindow {
  const state = readWindowState();
  const { maximized, ...bounds } = state;
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Vouch',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      safeDialogs: true,
    },
  });
  stayHome(window);
  comeBack(window);
  giveContextMenu(window);
  // Maximizing shows the window at once, so it waits for the page like showing does.
  window.once('ready-to-show', () => (maximized ? window.maximize() : window.show()));
  window.on('close', () => {
    const kept: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSafely(stateFile(), JSON.stringify(kept));
    } catch (error) {
      console.error('The place of the window is not kept:', error);
    }
  });
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

/** Denies navigation, new windows and embedded views; links in policies are text, not doors. */
function stayHome(window: BrowserWindow): void {
  const contents = window.webContents;
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const deny = (event: { preventDefault(): void }, url: string): void => {
    if (!url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault();
  };
  contents.on('will-navigate', (event, url) => deny(event, url));
  contents.on('will-redirect', (event, url) => deny(event, url));
  contents.on('will-frame-navigate', event => deny(event, event.url));
  contents.on('will-attach-webview', event => event.preventDefault());
}

/** A page whose process died is loaded anew, on what was saved; one that keeps dying is left, with words. */
function comeBack(window: BrowserWindow): void {
  let died = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    died += 1;
    if (died <= MOST_DEATHS) window.webContents.reload();
    else
      dialog.showErrorBox(
        'Vouch',
        `The window stopped working (${reason}). What was saved is safe: close Vouch and start it again.`,
      );
  });
}
