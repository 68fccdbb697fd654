// The desktop shell: one instance, one window, the workspace in a worker thread, and nothing that can leave
// the machine. Everything the app does goes through the contract's calls.
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, session } from 'electron';
import type { CallInput } from '../contract/calls.ts';
import type { Backend, MenuCommand } from '../contract/host.ts';
import { startEngine } from '../workspace/engine/start-engine.ts';
import { defaultWorkspace } from '../workspace/home/default-workspace.ts';
import { loadSampleOnce } from '../workspace/home/load-sample-once.ts';
import { chooseQuestionnaires, makeDesk } from './desk.ts';
import { serveCalls } from './ipc.ts';
import { followLongWork } from './long-work.ts';
import { makeMenu } from './menu.ts';
import { filesInWords, stageFromDisk } from './open-with.ts';
import { denyNetwork, registerScheme, servePage } from './page.ts';
import { keepRecent } from './recent.ts';
import { openWindow } from './window.ts';

let window: BrowserWindow | null = null;
let backend: Backend | null = null;
/** True while a page is there that has said it listens to commands. */
let listening = false;
/** Files to open once the page listens. */
const waiting = filesInWords(process.argv, process.cwd());

/** The sample library and questionnaire that come with the app. */
function sampleIn(root: string) {
  return {
    policies: join(root, 'knowledge-base', 'policies'),
    questionnaire: join(root, 'test', 'fixtures', 'sample-questionnaire.xlsx'),
    scope: 'zapro',
  };
}

/** A command means the page in front of the person; without one it brings the window back. */
function send(command: MenuCommand): void {
  if (window && listening) window.webContents.send('command', command, null);
  else showWindow();
}

function open(paths: string[]): void {
  waiting.push(...paths);
  showWindow();
  void handOver();
}

async function handOver(): Promise<void> {
  while (backend && window && listening) {
    const path = waiting.shift();
    if (path === undefined) return;
    const handle = await stageFromDisk(backend, path);
    if (handle) {
      recent.staged(handle.file, path);
      window?.webContents.send('command', 'opened' satisfies MenuCommand, handle);
    } else
      dialog.showErrorBox(
        'Vouch',
        `Cannot read ${path}. Check that it still exists and that you may read it.`,
      );
  }
}

function showWindow(): void {
  if (!backend) return;
  if (!window) {
    const opened = openWindow(join(import.meta.dirname, 'preload.cjs'));
    opened.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) listening = false;
    });
    opened.on('closed', () => {
      window = null;
      listening = false;
    });
    window = opened;
  }
  if (window.isMinimized()) window.restore();
  window.focus();
}

const recent = keepRecent(join(app.getPath('userData'), 'recent.json'), showMenu);
const work = followLongWork(() => window, showWindow, Date.now);

function showMenu(): void {
  const importFiles = async () => {
    const paths = await chooseQuestionnaires(window);
    if (paths.length > 0) open(paths);
  };
  const deeds = {
    send,
    importFiles: () => void importFiles(),
    open: (path: string) => open([path]),
    clearRecent: () => recent.clear(),
  };
  Menu.setApplicationMenu(makeMenu(deeds, recent.list()));
}

async function run(): Promise<void> {
  await app.whenReady();
  denyNetwork(session.defaultSession);
  servePage(session.defaultSession, join(import.meta.dirname, '..', 'renderer'));
  showMenu();
  const engine: Backend = await startEngine({
    location: app.commandLine.getSwitchValue('workspace') || defaultWorkspace(),
    host: 'electron',
    version: app.getVersion(),
    sample: sampleIn(join(import.meta.dirname, '..', '..')),
    entry: new URL('engine-worker.js', import.meta.url),
    parserEntry: new URL('file-worker.js', import.meta.url),
  });
  if (process.argv.includes('--sample')) await loadSampleOnce(engine);
  backend = engine;
  const desk = makeDesk(engine, () => window);
  serveCalls(engine, {
    ...desk,
    listening() {
      listening = true;
      void handOver();
    },
    staged: recent.staged,
    async follow(name, input, run) {
      const answer = await work.follow(name, run);
      if (answer.ok && name === 'questionnaire.import')
        recent.imported((input as CallInput<'questionnaire.import'>).file);
      return answer;
    },
  });
  engine.on('progress', data => {
    work.progress(data);
    window?.webContents.send('event:progress', data);
  });
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
  // Windows knows the app's notifications, recent files and taskbar button by this name.
  if (process.platform === 'win32') app.setAppUserModelId('app.vouch.desktop');
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('second-instance', (_event, words, folder) => open(filesInWords(words, folder)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open([path]);
  });
  run().catch(error => {
    dialog.showErrorBox('Vouch', error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
} else {
  app.quit();
}
