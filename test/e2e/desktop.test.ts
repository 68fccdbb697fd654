// What only the desktop app has: files that the desktop hands over, the native menu and its dialog, recent files, a
// made file dragged out, and a window that is closed in the middle of a word.
import { copyFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElectronApplication } from 'playwright';
import { expect, it } from 'vitest';
import { dropFile } from './drop.ts';
import { startElectronDesk } from './electron-desk.ts';
import { startJourney } from './journey.ts';
import { callHost, goTo, makeFile, rowsOf, sample } from './steps.ts';

/** A copy of the sample under another name, so that each way in can be told apart. */
function formNamed(name: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'vouch-form-')), name);
  copyFileSync(sample, path);
  return path;
}

/** Clicks an entry of the menu by the words on the way to it. */
const click = (app: ElectronApplication, ...words: string[]) =>
  app.evaluate(({ Menu }, labels) => {
    let items = Menu.getApplicationMenu()?.items ?? [];
    for (const label of labels) {
      const found = items.find(item => item.label.replaceAll('&', '') === label);
      if (!found) throw new Error(`No ${label} among ${items.map(item => item.label).join(', ')}`);
      if (found.submenu) items = found.submenu.items;
      else found.click();
    }
  }, words);

it('opens a file it was started with, and another that a second start names', async () => {
  const desk = await startJourney(() => startElectronDesk([formNamed('first.xlsx')]));
  const { page } = desk;
  await page.getByText('What was found').waitFor({ timeout: 60_000 });
  await desk.app.evaluate(({ app }, { words, folder }) => app.emit('second-instance', {}, words, folder), {
    words: ['vouch', 'second.xlsx'],
    folder: resolve(formNamed('second.xlsx'), '..'),
  });
  const files = async () => (await callHost(page, 'questionnaire.list', {})).items.map(item => item.file);
  await expect.poll(async () => (await files()).sort()).toEqual(['first.xlsx', 'second.xlsx']);
  expect(desk.trouble).toEqual([]);
});

it('imports through the menu and its dialog, and offers the file again', async () => {
  const desk = await startJourney(() => startElectronDesk());
  const { app, page } = desk;
  await page.getByRole('navigation').waitFor();
  const form = formNamed('by menu.xlsx');
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, form);
  await click(app, 'File', 'Import questionnaire…');
  await page.getByText('What was found').waitFor({ timeout: 60_000 });
  await click(app, 'Go', 'Library');
  await page.getByRole('heading', { name: 'Library' }).first().waitFor();
  await expect.poll(() => click(app, 'File', 'Open recent', 'by menu.xlsx').then(() => true)).toBe(true);
  await page.getByText('What was found').waitFor({ timeout: 60_000 });
  expect(desk.trouble).toEqual([]);
});

it('keeps what was typed when the window is closed at once', async () => {
  const desk = await startJourney(() => startElectronDesk());
  let { page } = desk;
  await dropFile(page, sample);
  await page.getByText('What was found').waitFor({ timeout: 60_000 });
  await goTo(page, 'Review');
  await page.getByLabel('Answer text').fill('Typed and gone.');
  const gone = desk.app.waitForEvent('close');
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await gone;
  // The engine was waited for: SQLite takes its write-ahead log away when it is closed.
  expect(existsSync(`${desk.workspace}-wal`)).toBe(false);
  await desk.restart();
  page = desk.page;
  await expect
    .poll(async () => (await rowsOf(page)).rows.map(row => row.answer), { timeout: 30_000 })
    .toContain('Typed and gone.');
  expect(desk.trouble).toEqual([]);
});

it('does once what a key of both the page and the menu means, and finds from the menu', async () => {
  const desk = await startJourney(() => startElectronDesk());
  const { app, page } = desk;
  await dropFile(page, sample);
  await page.getByText('What was found').waitFor({ timeout: 60_000 });
  await goTo(page, 'Review');
  const approved = async () => (await rowsOf(page)).rows.filter(row => row.state === 'approved').length;
  for (const words of ['One.', 'Two.']) {
    await page.getByRole('radiogroup', { name: 'Choice' }).waitFor();
    await page.keyboard.press('c');
    await page.getByLabel('Answer text').fill(words);
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
  }
  await expect.poll(approved).toBe(2);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(approved).toBe(1);
  await page.waitForTimeout(500);
  expect(await approved()).toBe(1);
  await click(app, 'Edit', 'Redo');
  await expect.poll(approved).toBe(2);
  await click(app, 'Edit', 'Find');
  await expect
    .poll(() =>
      page.getByLabel('Filter questions by words').evaluate(field => field === document.activeElement),
    )
    .toBe(true);
  expect(desk.trouble).toEqual([]);
});

it('lets a made file be dragged out of the window', async () => {
  const desk = await startJourney(() => startElectronDesk());
  const { app, page } = desk;
  await dropFile(page, sample);
  await page.getByText('What was found').waitFor({ timeout: 60_000 });
  await goTo(page, 'Export');
  const saved = await makeFile(desk);
  // A drag goes to the desktop itself; what it would carry is looked at instead.
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window) window.webContents.startDrag = item => Object.assign(globalThis, { dragged: item.file });
  });
  await page.getByRole('button', { name: 'Drag out' }).first().dispatchEvent('dragstart');
  const dragged = () => app.evaluate(() => (globalThis as { dragged?: string }).dragged ?? '');
  await expect.poll(dragged).toMatch(/\.xlsx$/);
  expect(new Uint8Array(readFileSync(await dragged()))).toEqual(saved);
  expect(desk.trouble).toEqual([]);
});
