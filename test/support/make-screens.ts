// Makes the pictures of docs/screens: every screen, light and dark, on the sample, as `vouch serve` shows it.
// Run with `npm run screens`. The host's link works once, so both colour schemes are taken in one session.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { dropFile } from '../e2e/drop.ts';
import { openDesk, startHost } from '../e2e/host.ts';

const folder = 'docs/screens';
mkdirSync(folder, { recursive: true });

const host = await startHost(undefined, ['--sample']);
const desk = await openDesk(host);
const { page } = desk;
try {
  await showPlainPlace(page);
  await approveSome(page);
  await receiveAnother(page);
  await shoot('import');
  await go('Questionnaires');
  await shoot('questionnaires');
  await page.getByText('Northwind Bank (sample)').first().click();
  await page.getByRole('region', { name: 'Evidence' }).waitFor();
  await page.getByRole('option', { name: /AC-1/ }).click();
  await shoot('review');
  await page.keyboard.press('?');
  await shoot('keys');
  await page.keyboard.press('Escape');
  await go('Export');
  await page.getByRole('button', { name: 'Make the file' }).waitFor();
  await shoot('export');
  await page.getByRole('button', { name: 'Finish and keep approved answers' }).click();
  await page.getByRole('button', { name: 'Finish', exact: true }).click();
  await page.getByText(/^Finished \d/).waitFor();
  await go('Library');
  await page.getByRole('main').getByText('multi-factor', { exact: false }).first().click();
  await shoot('library');
  await go('Policies');
  await page.getByRole('main').getByText('access-control.md').first().click();
  await shoot('policies');
  await go('Activity');
  await shoot('activity');
  await go('Settings');
  await shoot('settings');
  if (desk.trouble.length > 0) throw new Error(desk.trouble.join('\n'));
} finally {
  await desk.close();
  await host.stop();
}

function go(name: string): Promise<void> {
  return page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click();
}

async function shoot(name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await dismissNotes();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(500);
    const path = join(folder, `${name}-${scheme}.png`);
    await page.screenshot({ path });
    shrink(path);
  }
}

/** The pictures are made in a throw-away folder, whose path would say nothing to a reader. */
async function showPlainPlace(page: Page): Promise<void> {
  await page.route('**/api/workspace.info', async route => {
    const response = await route.fetch();
    const answer = await response.json();
    await route.fulfill({
      response,
      json: { ...answer, value: { ...answer.value, location: '/home/ada/Vouch/workspace.vouch' } },
    });
  });
}

/** Notifications say what has just been done; a picture is of the screen behind them. */
async function dismissNotes(): Promise<void> {
  for (const close of await page.getByRole('button', { name: 'Dismiss' }).all()) await close.click();
}

/** Few colours are on a screen, so a palette halves a picture; without ImageMagick it stays as it is. */
function shrink(path: string): void {
  spawnSync('convert', [path, '+dither', '-colors', '96', `PNG8:${path}`]);
}

/** Approves the first drafts of the sample, so that the pictures show states and not emptiness. */
async function approveSome(page: Page): Promise<void> {
  await go('Settings');
  await page.getByLabel('Your name').fill('Ada Lindqvist');
  await page.getByLabel('Your name').blur();
  await go('Questionnaires');
  await page.getByText('Northwind Bank (sample)').first().click();
  const card = page.getByRole('region', { name: 'Answer as the customer will see it' });
  for (let at = 0; at < 12; at++) {
    await card.waitFor();
    await page.waitForTimeout(200);
    await page.keyboard.press((await card.getByText('Drafted').count()) > 0 ? 'a' : 'j');
  }
}

/** The same form from another customer: known by its fingerprint, with a date and a customer of its own. */
async function receiveAnother(page: Page): Promise<void> {
  await go('Questionnaires');
  await dropFile(page, 'test/fixtures/sample-questionnaire.xlsx');
  await page.getByText('Known form', { exact: false }).waitFor();
  await page.getByLabel('Customer').fill('Fabrikam Health');
  await page.getByLabel('Due').fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
  await page.getByLabel('Owner').fill('Ada Lindqvist');
  await page.getByLabel('Owner').blur();
}
