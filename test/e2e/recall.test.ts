// Recall: one sentence of a policy changes after an answer that quotes it was approved, sent and kept in the
// library. Re-importing the policy brings both back with the difference, and one key each confirms them.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { dropFile } from './drop.ts';
import { startJourney } from './journey.ts';
import {
  callHost,
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
  zaproPolicies,
} from './steps.ts';

const kaide = ['access_control', 'encryption_policy', 'incident_response', 'logging_monitoring'];
const cases = [
  { name: 'our sample', scope: 'zapro', policies: zaproPolicies, file: sample, there: true },
  {
    name: fromCorpus('Kaide'),
    scope: 'kaide',
    policies: kaide.map(name => join(corpus, `policies/kaide_${name}.md`)),
    file: join(corpus, 'questionnaires/kaide_Vendor_Security_Questionnaire.xlsx'),
    there: hasCorpus,
  },
];

/** A drafted answer with the policy sentence it quotes, as the policy's file spells it. */
async function quotedAnswer(page: Page, policies: string[]) {
  const { id, rows } = await rowsOf(page);
  for (const row of rows.filter(({ state, answer }) => state === 'drafted' && answer !== '')) {
    const { draft } = await callHost(page, 'answer.get', { questionnaire: id, question: row.questionId });
    const [cited] = draft?.citations ?? [];
    if (draft?.citations.length !== 1 || !cited) continue;
    const policy = policies.find(path => basename(path) === cited.citation.document);
    if (policy && readFileSync(policy, 'utf8').includes(cited.text)) return { id, row, policy, cited };
  }
  throw new Error('No draft quotes a whole sentence of a policy.');
}

describe.each(cases)('with $name', ({ scope, policies, file, there }) => {
  it.skipIf(!there)('recalls what quoted a changed sentence and lets it be confirmed', async () => {
    const desk = await startJourney();
    const { page } = desk;
    await importPolicies(page, scope, policies);
    await goTo(page, 'Questionnaires');
    await dropFile(page, file);
    await page.getByText('What was found').waitFor({ timeout: 60_000 });
    await draftFrom(page, scope);
    const { id, row, policy, cited } = await quotedAnswer(page, policies);

    await showQuestion(page, row.text);
    await page.keyboard.press('a');
    await expect
      .poll(async () => (await rowsOf(page)).rows.find(one => one.questionId === row.questionId)?.state)
      .toBe('approved');
    await page.getByRole('main').getByRole('link', { name: 'Export' }).click();
    await makeFile(desk);
    await page.getByRole('button', { name: 'Finish and keep approved answers' }).click();
    await page.getByRole('button', { name: 'Finish', exact: true }).click({ timeout: 60_000 });
    await page.getByText(/^Finished \d/).waitFor();

    // The same policy with one sentence changed.
    const changed = join(mkdtempSync(join(tmpdir(), 'vouch-recall-')), basename(policy));
    const added = `${cited.text.replace(/[.\s]+$/, '')}, except on Sundays.`;
    writeFileSync(changed, readFileSync(policy, 'utf8').replace(cited.text, added));
    await importPolicies(page, scope, [changed]);
    const recalls = () => callHost(page, 'policy.recalls', {});
    await expect
      .poll(async () => (await recalls()).answers.length, { timeout: 30_000 })
      .toBeGreaterThanOrEqual(1);
    const { library, answers } = await recalls();
    expect(answers.map(one => one.row.questionId)).toEqual([row.questionId]);
    expect(library.length).toBe(1);

    await page.getByRole('link', { name: `Recalled ${library.length + answers.length}` }).click();
    const listed = page.getByRole('region', { name: 'Recalled answers' });
    await listed.waitFor();
    expect(await listed.locator('ins').first().textContent()).toContain('Sundays');
    expect(await listed.getByText('already exported').count()).toBe(1);
    await page.keyboard.press('a');
    await expect.poll(async () => listed.getByRole('listitem').count()).toBe(1);
    await page.keyboard.press('a');
    await page.getByText('Nothing is recalled').waitFor();
    const after = await callHost(page, 'questionnaire.get', { id });
    expect(after.rows.find(one => one.questionId === row.questionId)?.state).toBe('approved');
    const kept = await callHost(page, 'library.search', { text: '', state: 'active' });
    expect(kept.total).toBe(1);
    expect(desk.trouble).toEqual([]);
  });
});
