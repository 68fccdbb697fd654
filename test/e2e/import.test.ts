// The import screen on real forms: the picture shows the customer's own words and colours with the role of each
// column, a correction is applied at once, and the next file of the same form comes already corrected.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildDocx, p } from '../support/build-docx.ts';
import { dropFile } from './drop.ts';
import { startJourney } from './journey.ts';
import { corpus, fromCorpus, goTo, hasCorpus, sample } from './steps.ts';

const real = (file: string) => join(corpus, 'questionnaires', file);
const cases = [
  { name: 'our sample', file: sample, there: true },
  ...[
    ['CAIQ 3.0.1', 'metanorma_csa-caiq-v3.0.1-09-01-2017.xlsx'],
    ['a vendor questionnaire', 'kaide_Vendor_Security_Questionnaire.xlsx'],
    ['a Spanish supply chain form', 'intuitem_Cuestionario_Cadena_de_Suministro_es.xlsx'],
  ].map(([name, file]) => ({
    name: fromCorpus(name ?? ''),
    file: real(file ?? ''),
    there: hasCorpus,
  })),
];

describe.each(cases)('with $name', ({ file, there }) => {
  it.skipIf(!there)('shows the sheet with its roles, takes a correction and remembers it', async () => {
    const desk = await startJourney();
    const { page } = desk;
    const heads = page.getByRole('button', { name: /^Column [A-Z]+ / });
    await dropFile(page, file);
    await heads.first().waitFor({ timeout: 60_000 });
    const roles = await heads.allTextContents();
    expect(roles.some(role => role.includes('Question'))).toBe(true);

    // The picture: cells with words, some in the fill colours of the file.
    const cells = page.getByRole('region', { name: /^Sheet / }).locator('td');
    expect((await cells.allTextContents()).filter(text => text.trim() !== '').length).toBeGreaterThan(10);
    const colours = await cells.evaluateAll(all => [
      ...new Set(all.map(one => getComputedStyle(one).backgroundColor)),
    ]);
    expect(colours.length).toBeGreaterThan(1);

    // The last column that is anything becomes guidance.
    const at = roles.findLastIndex(role => /Comment|Answer|Choice|Tick/.test(role));
    expect(at).toBeGreaterThan(0);
    await heads.nth(at).click();
    await page.getByRole('menuitem', { name: 'Guidance', exact: true }).click();
    await expect.poll(() => heads.nth(at).textContent(), { timeout: 30_000 }).toContain('Guidance');

    await goTo(page, 'Questionnaires');
    await dropFile(page, file);
    await page.getByText('Known form', { exact: false }).waitFor({ timeout: 60_000 });
    await expect.poll(() => heads.nth(at).textContent(), { timeout: 30_000 }).toContain('Guidance');
    expect(desk.trouble).toEqual([]);
  });
});

it('lists the questions of a Word file of running text, of which there is no sheet to show', async () => {
  const desk = await startJourney();
  const { page } = desk;
  const asked = ['Are backups encrypted?', 'Who may read customer data?', 'How often is access reviewed?'];
  const file = join(mkdtempSync(join(tmpdir(), 'vouch-text-')), 'vendor-questionnaire.docx');
  const lines = ['Vendor security questionnaire', ...asked.flatMap(text => [text, ''])];
  writeFileSync(file, buildDocx(lines.map(text => p(text)).join('')));
  await dropFile(page, file);
  const found = page.getByRole('region', { name: 'What was found, in its place' });
  await found.getByRole('listitem').first().waitFor({ timeout: 60_000 });
  const items = await found.getByRole('listitem').allTextContents();
  expect(items.map(item => asked.find(text => item.includes(text)))).toEqual(asked);
  expect(await page.getByLabel('Heading row').count()).toBe(0);

  await page.getByRole('switch', { name: 'Answer the questions of Text' }).press('Space');
  await found.getByText('This text is left out').waitFor();
  await page.getByText('0 questions to answer').waitFor();
  expect(desk.trouble).toEqual([]);
});
