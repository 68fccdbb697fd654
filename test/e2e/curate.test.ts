// Curation: past answers from a completed form into the library, the newer version of the form with those
// answers carried over and the differing wordings shown, and two pairs of the library settled.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropFile } from './drop.ts';
import { startJourney } from './journey.ts';
import { callHost, corpus, fromCorpus, goTo, hasCorpus, rowsOf } from './steps.ts';

const csv = (rows: string[][]) => rows.map(row => row.map(cell => `"${cell}"`).join(',')).join('\r\n');

/** A completed form of last year and this year's: one statement reworded, one new, two pairs that collide. */
function ownForms(): { completed: string; newer: string } {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-curate-'));
  const past = [
    ['1.1', 'You must keep an inventory of all information assets.', 'Kept in the asset register.'],
    ['1.2', 'You must encrypt laptops that hold research data.', 'Full disk encryption on all laptops.'],
    ['1.3', 'You must encrypt laptops which hold research data.', 'Laptops are not encrypted.'],
    [
      '1.4',
      'You must review access to the research environment regularly.',
      'Access is reviewed every 30 days.',
    ],
    [
      '1.5',
      'You must review access to the research environments regularly.',
      'Access is reviewed every 90 days.',
    ],
    ['1.6', 'You must remove accounts of people who leave.', 'Accounts are removed on the last day.'],
    [
      '1.7',
      'You must keep backups of project data in another building.',
      'Copied to the second building daily.',
    ],
  ];
  const now = [
    ['1.0.1', 'You must keep an inventory of all information assets.', ''],
    ['1.0.2', 'You must encrypt laptops that hold research data.', ''],
    ['1.0.3', 'You must remove the accounts of people who leave the project.', ''],
    ['1.0.4', 'You must keep backups of project data in another building.', ''],
    ['1.0.5', 'You must rehearse the response to a data breach with project staff.', ''],
  ];
  const head = ['Item', 'Statement', 'Response'];
  const completed = join(folder, 'evaluation-completed.csv');
  const newer = join(folder, 'evaluation-newer.csv');
  writeFileSync(completed, csv([head, ...past]));
  writeFileSync(newer, csv([head, ...now]));
  return { completed, newer };
}

const cases = [
  { name: 'our own forms', files: ownForms, answers: 7, carried: 4, differing: 1, there: true },
  {
    name: fromCorpus('SATRE'),
    files: () => ({
      completed: join(corpus, 'completed/satre_uod-evaluation-completed.csv'),
      newer: join(corpus, 'questionnaires/satre_source.csv'),
    }),
    answers: 100,
    carried: 100,
    differing: 1,
    there: hasCorpus,
  },
];

describe.each(cases)('with $name', ({ files, answers, carried, differing, there }) => {
  it.skipIf(!there)('takes past answers in, carries them over, and settles two pairs', async () => {
    const { completed, newer } = files();
    const desk = await startJourney();
    const { page } = desk;

    await goTo(page, 'Library');
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import past answers' }).click();
    await (await choosing).setFiles(completed);
    await page.getByRole('button', { name: 'All', exact: true }).click({ timeout: 60_000 });
    await page.getByRole('button', { name: /^Take [\d,]+ into the library$/ }).click();
    const held = async () => (await callHost(page, 'library.search', { text: '', limit: 1 })).total;
    await expect.poll(held, { timeout: 60_000 }).toBeGreaterThanOrEqual(answers);

    // Two pairs: of the first one answer is kept, of the second both.
    await page.getByRole('link', { name: /^Conflicts/ }).click();
    const pairs = page.getByRole('listitem', { name: /^(contradiction|duplicate): / });
    await pairs.first().waitFor({ timeout: 60_000 });
    const before = { pairs: await pairs.count(), answers: await held() };
    expect(before.pairs).toBeGreaterThanOrEqual(2);
    await pairs.first().getByRole('button', { name: 'Keep the left one' }).click();
    await expect.poll(() => pairs.count(), { timeout: 30_000 }).toBe(before.pairs - 1);
    await pairs.first().getByRole('button', { name: 'Keep both' }).click();
    await expect.poll(() => pairs.count(), { timeout: 30_000 }).toBe(before.pairs - 2);
    const { answers: retired } = await callHost(page, 'library.search', { text: '', state: 'retired' });
    expect(retired.length).toBe(1);

    // The newer form: carried where the statement is the same or nearly so, and nothing approved by that.
    await goTo(page, 'Questionnaires');
    await dropFile(page, newer);
    await page.getByText('What was found').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Carry over past answers' }).click();
    const shown = page.getByRole('region', { name: 'Answers carried over' });
    await shown.waitFor({ timeout: 60_000 });
    const words = (await shown.getByRole('heading').textContent()) ?? '';
    const number = Number(/^\d+/.exec(words)?.[0]);
    expect(number, words).toBeGreaterThanOrEqual(carried - 1);
    expect(await shown.getByRole('listitem').count()).toBeGreaterThanOrEqual(differing);
    expect(await shown.locator('ins, del').count()).toBeGreaterThan(0);
    const { rows } = await rowsOf(page);
    const filled = rows.filter(row => row.answer !== '' || row.choice !== null);
    expect(filled.length).toBe(number);
    expect(new Set(filled.map(row => row.state))).not.toContain('approved');
    expect(desk.trouble).toEqual([]);
  });
});
