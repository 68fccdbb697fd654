// A security lead's review without a mouse: import, draft, judge question after question, export, save. Once
// the policies are in, the only input is keys (and the file dialog's choice); the journey counts what was decided.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { startJourney } from './journey.ts';
import {
  cellsOf,
  changedCells,
  corpus,
  fromCorpus,
  hasCorpus,
  importPolicies,
  rowsOf,
  sample,
  zaproPolicies,
} from './steps.ts';

const cases = [
  { name: 'our sample', file: sample, questions: 12, there: true },
  {
    name: fromCorpus('HECVAT 4.14'),
    file: join(corpus, 'questionnaires/sagearbor_HECVAT414.xlsx'),
    questions: 50,
    there: hasCorpus,
  },
];

/** Tabs forward until the focused element has this accessible name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let tabs = 0; tabs < 120; tabs++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
    });
    if (name.test(here)) return;
  }
  throw new Error(`Tab never reached ${name}.`);
}

/** Opens the palette, types, and takes the first find. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('textbox', { name: 'Search' }).or(page.getByLabel('Search')).first().waitFor();
  await page.keyboard.type(words);
  await page.waitForTimeout(150);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** Decides the question in front: approves a draft, else chooses, writes or sets aside with a reason. */
async function decide(page: Page, at: number): Promise<'approved' | 'rejected'> {
  const card = page.getByRole('region', { name: 'Answer as the customer will see it' });
  const state = async () => (await card.locator('.answer-head .tag').last().textContent()) ?? '';
  if ((await state()) === 'Needs you') {
    if (at % 5 === 4) {
      await page.keyboard.press('r');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('Not ours to answer.');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expect.poll(state).toBe('Rejected');
      await page.keyboard.press('j');
      return 'rejected';
    }
    await page.keyboard.press('c');
    await page.keyboard.press('e');
    const text = page.getByLabel('Answer text');
    if ((await text.count()) > 0) await page.keyboard.type(`By hand, ${at + 1}.`);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('a');
  return 'approved';
}

describe.each(cases)('with $name', ({ file, questions, there }) => {
  it.skipIf(!there)(`reviews ${questions} questions from start to export`, async () => {
    const desk = await startJourney();
    const { page } = desk;
    await importPolicies(page, 'zapro', zaproPolicies);

    const choosing = page.waitForEvent('filechooser');
    await command(page, 'import a questionnaire');
    await (await choosing).setFiles(file);
    await page.getByText('What was found').waitFor({ timeout: 60_000 });
    await tabTo(page, /^Draft answers$/);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Evidence' }).waitFor({ timeout: 150_000 });

    const started = Date.now();
    const decided = { approved: 0, rejected: 0 };
    const list = page.getByRole('listbox', { name: 'Questions' });
    for (let at = 0; at < questions; at++) {
      const here = await list.getAttribute('aria-activedescendant');
      await page.locator('.question-panel .answer-card .answer-foot').waitFor();
      decided[await decide(page, at)]++;
      await expect.poll(() => list.getAttribute('aria-activedescendant')).not.toBe(here);
    }
    const seconds = (Date.now() - started) / 1000;
    await expect
      .poll(async () => {
        const { rows } = await rowsOf(page);
        return {
          approved: rows.filter(row => row.state === 'approved').length,
          rejected: rows.filter(row => row.state === 'rejected').length,
        };
      })
      .toEqual(decided);
    process.stdout.write(`${questions} questions decided by keys in ${seconds.toFixed(0)} s\n`);

    await command(page, 'go to export');
    await page.getByRole('button', { name: 'Make the file', disabled: false }).waitFor({ timeout: 60_000 });
    await tabTo(page, /^Make the file$/);
    await page.keyboard.press('Enter');
    await page.getByText('Receipt: only answer cells changed').waitFor({ timeout: 120_000 });
    await tabTo(page, /^Save .*xlsx/);
    const saved = await desk.saved(() => page.keyboard.press('Enter'));
    const changed = changedCells(
      await cellsOf(new Uint8Array(readFileSync(file)), basename(file)),
      await cellsOf(saved, basename(file)),
    );
    expect(changed.size).toBeGreaterThanOrEqual(decided.approved);
    expect([...changed.values()].some(text => text.startsWith('By hand, '))).toBe(true);
    expect(desk.trouble).toEqual([]);
  });
});
