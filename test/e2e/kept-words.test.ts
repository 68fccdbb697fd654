// Words in dialogs and forms that only a button sends, over a host in memory: neither Escape nor a refusal nor another
// screen loses them, and once sent they are gone.
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeDesk, startFakeDesk } from '../renderer/open-page.ts';

let desk: FakeDesk;
beforeAll(async () => {
  desk = await startFakeDesk();
});
afterAll(async () => desk?.close());

/** Opens the comment dialog; a key pressed before the page listens is pressed again, as a person would. */
async function openComment(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (let tries = 0; tries < 5; tries++) {
    await page.keyboard.press('m');
    const opened = await dialog.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (opened) return;
  }
  throw new Error('The comment dialog did not open.');
}

it('keeps a comment over Escape and a refusal, for its question only', async () => {
  const { page, close } = await desk.open({
    hash: '#/review/n1/q1',
    failing: { 'answer.comment': 'io' },
  });
  try {
    await page.getByRole('region', { name: 'Evidence' }).getByRole('listitem').first().waitFor();
    const words = page.getByLabel('Comment, seen by colleagues only');
    await openComment(page);
    await words.fill('Ask the platform team.');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    await openComment(page);
    expect(await words.inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('k');
    await openComment(page);
    expect(await words.inputValue()).toBe('Ask the platform team.');
    await words.press('Enter');
    await page.getByText('What you wrote is kept').waitFor();
    await openComment(page);
    expect(await words.inputValue()).toBe('Ask the platform team.');
  } finally {
    await close();
  }
});

it('forgets a comment that was taken', async () => {
  const { page, close } = await desk.open({ hash: '#/review/n1/q1' });
  try {
    await page.getByRole('region', { name: 'Evidence' }).getByRole('listitem').first().waitFor();
    const words = page.getByLabel('Comment, seen by colleagues only');
    await openComment(page);
    await words.fill('Ask the platform team.');
    await words.press('Enter');
    await page.getByRole('region', { name: 'Comments' }).getByText('Ask the platform team.').waitFor();
    await openComment(page);
    expect(await words.inputValue()).toBe('');
  } finally {
    await close();
  }
});

it('keeps what was typed into a library answer while another one is looked at', async () => {
  const { page, close } = await desk.open({ hash: '#/library/answers/l1' });
  try {
    const text = page.getByRole('textbox', { name: 'Answer', exact: true });
    const before = await text.inputValue();
    await text.fill('Worded anew.');
    await page.evaluate(() => {
      location.hash = '#/library/answers/l2';
    });
    await expect.poll(() => text.inputValue()).not.toBe('Worded anew.');
    await page.evaluate(() => {
      location.hash = '#/library/answers/l1';
    });
    await expect.poll(() => text.inputValue()).toBe('Worded anew.');
    await page.getByText('Not saved yet', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Let my changes go' }).click();
    expect(await text.inputValue()).toBe(before);
  } finally {
    await close();
  }
});
