// What every journey does: bring policies and files in, draft, ask the host what it holds, and read a made file
// back with the product's own readers.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../contract/calls.ts';
import type { Envelope, Host } from '../../contract/host.ts';
import { readDocument } from '../../documents/registry.ts';
import type { Desk } from './desk.ts';

export const sample = 'test/fixtures/sample-questionnaire.xlsx';
export const corpus = resolve(import.meta.dirname, '../../../shared/corpus');
export const hasCorpus = process.env.VOUCH_CORPUS !== 'off' && existsSync(corpus);

/** The name of a case on a corpus file, saying why where it is skipped. */
export const fromCorpus = (name: string) =>
  hasCorpus ? name : `${name} (skipped: ../shared/corpus is not beside this checkout, or was switched off)`;

const zapro = 'knowledge-base/policies/zapro';
export const zaproPolicies = [
  'access-control',
  'application-security',
  'continuity-and-recovery',
  'data-protection',
  'monitoring-and-incidents',
  'network-and-infrastructure',
  'people',
  'scope-and-governance',
  'vendors-and-compliance',
].map(name => `${zapro}/${name}.md`);

export const goTo = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click();

/** Asks the host as the page itself would, for checks that do not trust what the screen says. */
export async function callHost<N extends CallName>(
  page: Page,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const answer = await page.evaluate(
    async ({ name, input }) => {
      const { vouch } = window as { vouch?: Pick<Host, 'call'> };
      if (vouch) return vouch.call(name, input as never);
      const response = await fetch(`/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      return (await response.json()) as Envelope;
    },
    { name, input: input as unknown },
  );
  expect(answer.ok, `${name}: ${JSON.stringify(answer).slice(0, 300)}`).toBe(true);
  return (answer as { value: unknown }).value as CallOutput<N>;
}

export async function rowsOf(page: Page) {
  const { items } = await callHost(page, 'questionnaire.list', {});
  const id = items[0]?.id ?? '';
  return { id, ...(await callHost(page, 'questionnaire.get', { id })) };
}

/** Imports policy files into a scope through the screen and waits until they are listed. */
export async function importPolicies(page: Page, scope: string, files: string[]): Promise<void> {
  await goTo(page, 'Policies');
  await page.getByRole('combobox', { name: 'Scope for imported policies' }).fill(scope);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import policies' }).click();
  await (await choosing).setFiles(files);
  await expect
    .poll(async () => (await callHost(page, 'policy.list', {})).documents.length, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(files.length);
}

/** On the Import screen: answers from one scope, drafts everything, and waits for Review. */
export async function draftFrom(page: Page, scope: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Answer from' }).click();
  await page.getByRole('option', { name: scope, exact: true }).click();
  await page.getByRole('button', { name: /^Draft/ }).click();
  await page.getByRole('region', { name: 'Evidence' }).waitFor({ timeout: 150_000 });
}

/** On the Review screen: narrows the list to a question and waits until it is in front. */
export async function showQuestion(page: Page, text: string): Promise<void> {
  await page.getByLabel('Filter questions by words').fill(text);
  await page.getByRole('heading', { name: text }).waitFor();
  await page.keyboard.press('Escape');
}

/** On the Export screen: presses the button once the checks are done; says what stands there when they are not. */
export async function startMaking(page: Page): Promise<void> {
  try {
    await page.getByRole('button', { name: 'Make the file', disabled: false }).click({ timeout: 60_000 });
  } catch (cause) {
    const shown = await page.getByRole('main').textContent();
    throw new Error(`The file cannot be made: ${shown?.slice(0, 1500)}`, { cause });
  }
}

/** Makes the file on the Export screen, saves it, and gives the bytes that were saved. */
export async function makeFile(desk: Desk): Promise<Uint8Array> {
  await startMaking(desk.page);
  const save = desk.page.getByRole('button', { name: /^Save / }).first();
  await save.waitFor({ timeout: 120_000 });
  return desk.saved(() => save.click());
}

/** Text of every cell by "sheet!row:column". */
export async function cellsOf(bytes: Uint8Array, name: string): Promise<Map<string, string>> {
  const read = await readDocument(bytes, name);
  if (!read.ok) throw new Error(read.error.text);
  return new Map(
    read.value.grids.flatMap(grid =>
      grid.cells.map(cell => [`${grid.name}!${cell.row}:${cell.column}`, cell.text] as const),
    ),
  );
}

/** Cells whose text differs, with what stands there now. */
export function changedCells(before: Map<string, string>, after: Map<string, string>): Map<string, string> {
  return new Map([...after].filter(([at, text]) => text !== (before.get(at) ?? '')));
}
