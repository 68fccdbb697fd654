// The hardest ends: the host is killed in the middle of a sentence, and again in the middle of making the file.
// Started again on the same workspace, everything typed and approved is there, and the file can be made. A browser
// outlives its host and keeps what is typed meanwhile; the desktop app's window dies with it, and what counts there
// is that "Saved" was true.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropFile } from './drop.ts';
import { startJourney } from './journey.ts';
import {
  cellsOf,
  changedCells,
  corpus,
  draftFrom,
  fromCorpus,
  goTo,
  hasCorpus,
  importPolicies,
  makeFile,
  rowsOf,
  sample,
  showQuestion,
  startMaking,
  zaproPolicies,
} from './steps.ts';

const cases = [
  { name: 'our sample', file: sample, there: true },
  {
    name: fromCorpus('CAIQ 3.0.1'),
    file: join(corpus, 'questionnaires/metanorma_csa-caiq-v3.0.1-09-01-2017.xlsx'),
    there: hasCorpus,
  },
];

describe.each(cases)('with $name', ({ file, there }) => {
  // Two starts of the host more than other journeys have.
  it.skipIf(!there)('loses nothing when the host is killed', { timeout: 300_000 }, async () => {
    const desk = await startJourney();
    let { page } = desk;
    await importPolicies(page, 'zapro', zaproPolicies);
    await goTo(page, 'Questionnaires');
    await dropFile(page, file);
    await page.getByText('What was found').waitFor({ timeout: 60_000 });
    await draftFrom(page, 'zapro');

    const before = await rowsOf(page);
    const [first] = before.rows.filter(row => row.state === 'drafted');
    if (!first) throw new Error('Nothing was drafted.');
    await showQuestion(page, first.text);
    const text = page.getByLabel('Answer text');
    await text.fill('');
    let words = 'Written while the host was alive,';
    await text.pressSequentially(words, { delay: 15 });
    if (desk.kind === 'electron') await page.getByText('Saved', { exact: true }).waitFor();
    const dying = desk.kill();
    if (desk.kind === 'web') {
      const more = ' and after it had died.';
      await text.pressSequentially(more, { delay: 15 });
      await dying;
      await page.getByText('Not saved yet', { exact: false }).waitFor({ timeout: 15_000 });
      words += more;
    }
    await dying;

    // The new page finds the words where the old one kept them; nobody has to do anything.
    await desk.restart();
    page = desk.page;
    const rowNow = async () => (await rowsOf(page)).rows.find(row => row.questionId === first.questionId);
    await expect.poll(async () => (await rowNow())?.answer, { timeout: 30_000 }).toBe(words);
    expect((await rowNow())?.state).toBe('edited');

    // It and two more are approved; the host dies while it makes the file.
    await page
      .getByRole('main')
      .getByRole('link')
      .filter({ hasText: basename(file) })
      .first()
      .click();
    await page.getByRole('region', { name: 'Evidence' }).waitFor();
    const chosen = before.rows.filter(row => row.state === 'drafted').slice(0, 3);
    for (const row of chosen) {
      await showQuestion(page, row.text);
      await page.keyboard.press('a');
    }
    const approved = async () => (await rowsOf(page)).rows.filter(row => row.state === 'approved');
    await expect.poll(async () => (await approved()).length).toBe(3);
    await page.getByRole('main').getByRole('link', { name: 'Export' }).click();
    await startMaking(page);
    await desk.kill();
    await desk.restart();
    page = desk.page;
    expect((await approved()).length).toBe(3);

    await page.evaluate(hash => location.assign(hash), `#/export/${before.id}`);
    const changed = changedCells(
      await cellsOf(new Uint8Array(readFileSync(file)), basename(file)),
      await cellsOf(await makeFile(desk), basename(file)),
    );
    const rows = await approved();
    const texts = rows.map(row => row.answer).filter(answer => answer !== '');
    expect([...changed.values()]).toEqual(expect.arrayContaining([...texts, words]));
    expect(changed.size).toBe(rows.filter(row => row.choice !== null).length + texts.length);
  });
});
