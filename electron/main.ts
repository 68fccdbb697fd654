// The desktop shell: one instance, one window, the workspace in a worker thread, and nothing that can leave
// the machine. Everything the app does goes through the contract's calls.
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, session } from 'electron';
import type { FileHandle } from '../contract/calls.ts';
import type { Backend, MenuCommand } from '../contract/host.ts';
import { startEngine } from '../workspace/engine/start-engine.ts';
import { loadSampleOnce } from '../workspace/home/load-sample-once.ts';
import { makeDesk, notifyWhenDone } from './desk.ts';
import { serveCalls } from './ipc.ts';
import { makeMenu } from './menu.ts';
import { fileInWords, stageFromDisk } from './open-with.ts';
import { denyNetwork, registerScheme, servePage } from './page.ts';
import { openWindow } from './window.ts';

let window: BrowserWindow | null = null;
let backend: Backend | null = null;
let waiting: string | null = fileInWords(process.argv);

/** The sample library and questionnaire that come with the app. */
function sampleIn(root: string) {
  return {
    policies: join(root, 'knowledge-base', 'policies'),
    questionnaire: join(root, 'test', 'fixtures', 'sample-questionnaire.xlsx'),
    scope: 'zapro',
  };
}

function send(command: MenuCommand, file: FileHandle | null = null): void {
  window?.webContents.send('command', command, file);
}

async function open(path: string): Promise<void> {
  if (!backend || !window) {
    waiting = path;
    return;
  }
  const handle = await stageFromDisk(backend, path);
  if (handle) send('opened', handle);
  else
    dialog.showErrorBox('Vouch', `Cannot read ${path}. Check that it still exists and that you may read it.`);
}

function showWindow(): void {
  if (!window) {
    window = openWindow(join(import.meta.dirname, 'preload.cjs'));
    window.on('closed', () => {
      window = null;
    });
    window.webContents.once('did-finish-load', () => {
      if (waiting !== null) void open(waiting);
      waiting = null;
    });
  }
  if (window.isMinimized()) window.restore();
  window.focus();
}

async function run(): Promise<void> {
  await app.whenReady();
  denyNetwork(session.defaultSession);
  servePage(session.defaultSession, join(import.meta.dirname, '..', 'renderer'));
  Menu.setApplicationMenu(makeMenu(send));
  const engine: Backend = await startEngine({
    location: join(app.getPath('userData'), 'workspace.vouch'),
    host: 'electron',
    version: app.getVersion(),
    sample: sampleIn(join(import.meta.dirname, '..', '..')),
    entry: new URL('engine-worker.js', import.meta.url),
    parserEntry: new URL('file-worker.js', import.meta.url),
  });
  if (process.argv.includes('--sample')) await loadSampleOnce(engine);
  backend = engine;
  const desk = makeDesk(engine, () => window);
  serveCalls(engine, desk);
  notifyWhenDone(engine, () => window, Date.now);
  engine.on('progress', data => window?.webContents.send('event:progress', data));
  engine.on('changed', data => window?.webContents.send('event:changed', data));
  showWindow();
  app.on('activate', showWindow);
  app.on('will-quit', event => {
    if (!backend) return;
    event.preventDefault();
    const closing = backend;
    backend = null;
    desk.dispose();
    void closing.close().finally(() => app.quit());
  });
}

if (app.requestSingleInstanceLock()) {
  registerScheme();
  app.enableSandbox();
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('second-instance', (_event, words) => {
    showWindow();
    const path = fileInWords(words);
    if (path) void open(path);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void open(path);
  });
  run().catch(error => {
    dialog.showErrorBox('Vouch', error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
} else {
  app.quit();
}
