// The window against a recorded fake of Electron: where it may go, what it remembers, how it comes back.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { openWindow, readWindowState } from '../../electron/window.ts';
import { type FakeWindow, record, userData } from './fake-electron.ts';

beforeEach(() => {
  record.reset();
  userData.path = mkdtempSync(join(tmpdir(), 'vouch-user-'));
});

const page = () => record.windows[0] as FakeWindow;

it('opens a sandboxed, isolated window that can go nowhere else', () => {
  openWindow('/preload.cjs');
  expect(page().options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  expect(page().loaded).toBe('vouch://app/index.html');
  expect(page().webContents.openHandler?.({ url: 'https://example.com' })).toEqual({ action: 'deny' });
  for (const name of ['will-navigate', 'will-redirect']) {
    const stop = vi.fn();
    page().webContents.emit(name, { preventDefault: stop }, 'https://example.com');
    expect(stop, name).toHaveBeenCalledOnce();
    page().webContents.emit(name, { preventDefault: stop }, 'vouch://app/index.html#/review');
    expect(stop, name).toHaveBeenCalledOnce();
  }
  const stop = vi.fn();
  page().webContents.emit('will-attach-webview', { preventDefault: stop });
  expect(stop).toHaveBeenCalledOnce();
});

it('remembers its size, and forgets a place on a screen that is gone or a broken note', () => {
  openWindow('/preload.cjs');
  page().emit('close');
  expect(readWindowState()).toEqual({ x: 10, y: 20, width: 1000, height: 700, maximized: false });
  const file = join(userData.path, 'window.json');
  writeFileSync(file, JSON.stringify({ x: 5000, y: 20, width: 1000, height: 700 }));
  expect(readWindowState()).toEqual({ width: 1000, height: 700, maximized: false });
  writeFileSync(file, '{');
  expect(readWindowState()).toMatchObject({ width: 1280, height: 800 });
});

it('loads a page anew whose process died, a few times, and leaves one that ended well', () => {
  openWindow('/preload.cjs');
  const { webContents } = page();
  webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
  expect(webContents.reloads).toBe(0);
  for (let time = 0; time < 4; time++) webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  expect(webContents.reloads).toBe(3);
  expect(record.errors).toEqual([expect.stringContaining('start it again')]);
});

it('offers cut, copy and paste in a field, copy on a selection, and else nothing', () => {
  openWindow('/preload.cjs');
  const editFlags = { canCut: true, canCopy: true, canPaste: false, canSelectAll: true };
  const ask = (isEditable: boolean, selectionText: string) =>
    page().webContents.emit('context-menu', {}, { isEditable, selectionText, editFlags });
  ask(false, ' ');
  expect(record.popped).toEqual([]);
  ask(false, 'words');
  ask(true, '');
  expect(record.popped).toMatchObject([
    [{ role: 'copy' }],
    [{ role: 'cut' }, { role: 'copy' }, { role: 'paste', enabled: false }, {}, { role: 'selectAll' }],
  ]);
});

it('shows itself once the page can be seen, maximized when it was', () => {
  writeFileSync(
    join(userData.path, 'window.json'),
    JSON.stringify({ width: 1000, height: 700, maximized: true }),
  );
  openWindow('/preload.cjs');
  expect(page().shown).toBe('');
  page().emit('ready-to-show');
  expect(page().shown).toBe('maximized ');
});

it('closes although its place cannot be kept', () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  openWindow('/preload.cjs');
  userData.path = join(userData.path, 'no-folder');
  writeFileSync(userData.path, '');
  page().emit('close');
  expect(quiet).toHaveBeenCalledOnce();
});
