// A newcomer's first ten minutes: policies in, the sample questionnaire dropped, answers with their evidence,
// some approved, the file out, and the downloaded file holding the approved answers and nothing else.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dropFile } from './drop.ts';
import { startJourney } from './journey.ts';
import { cellsOf, changedCells, makeFile, sample } from './steps.ts';

it('goes from an empty desk to a filled file', async () => {
  const desk = await startJourney();
  const { page } = desk;
  await page.getByRole('link', { name: 'Policies' }).click();
  await page.getByRole('combobox', { name: 'Scope for imported policies' }).fill('zapro');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import policies' }).click();
  const policies = [
    'access-control',
    'data-protection',
    'continuity-and-recovery',
    'network-and-infrastructure',
  ];
  await (await choosing).setFiles(policies.map(name => `knowledge-base/policies/zapro/${name}.md`));
  await page
    .getByText('Multi-factor authentication', { exact: false })
    .or(page.getByText('access-control.md'))
    .first()
    .waitFor();

  await page.getByRole('link', { name: 'Questionnaires' }).click();
  await dropFile(page, sample);
  await page.getByText('19 questions', { exact: false }).first().waitFor();
  // One row left out by its number, and taken in again.
  const row = page.getByRole('button', { name: 'Row 6 is a question' });
  await row.click();
  await page.getByText('18 questions', { exact: false }).first().waitFor();
  await row.click();
  await page.getByText('19 questions', { exact: false }).first().waitFor();
  await page.getByRole('combobox', { name: 'Answer from' }).click();
  await page.getByRole('option', { name: 'zapro' }).click();
  await page.getByRole('button', { name: /^Draft/ }).click();
  await page.getByRole('heading', { name: /multi-factor authentication/i }).waitFor();

  // The evidence is the policy's own sentence, with where it stands.
  const evidence = page.getByRole('region', { name: 'Evidence' });
  await expect
    .poll(() => evidence.textContent(), { timeout: 20_000 })
    .toContain('Multi-factor authentication (MFA) is required for all accounts.');
  expect(await evidence.textContent()).toContain('access-control.md');

  await page.getByRole('radio', { name: 'Yes' }).first().waitFor();
  await page.keyboard.press('a');
  await page.getByText('1 of 24 approved').waitFor();

  await page.getByRole('main').getByRole('link', { name: 'Export' }).click();
  const saved = await makeFile(desk);
  const before = await cellsOf(new Uint8Array(readFileSync(sample)), sample);
  const after = await cellsOf(saved, sample);
  expect([...changedCells(before, after).keys()]).toEqual(['Security!5:3', 'Security!5:4']);
  expect(after.get('Security!5:3')).toBe('Yes');
  expect(after.get('Security!5:4')).toContain(
    'Multi-factor authentication (MFA) is required for all accounts',
  );
  expect(desk.trouble).toEqual([]);
});
