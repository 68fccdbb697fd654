// Words typed while the host was away, of which somebody else changed the answer meanwhile: the person finds both
// and says which stands. Neither is written over unseen. In the browser only: a desktop window dies with its host.
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { openWorkspace } from '../../workspace/open-workspace.ts';
import { dropFile } from './drop.ts';
import { startJourney } from './journey.ts';
import { callHost, goTo, rowsOf, sample, showQuestion } from './steps.ts';

/** As another window or the command line would, while no page is open. */
async function changeElsewhere(location: string, questionnaire: string, answers: Record<string, string>) {
  const desk = openWorkspace({ location, host: 'web', actor: 'Somebody Else' });
  const { rows } = await desk.call('questionnaire.get', { id: questionnaire });
  for (const { questionId: question, version } of rows) {
    const text = answers[question];
    if (text !== undefined) await desk.call('answer.edit', { questionnaire, question, version, text });
  }
  desk.close();
}

async function typeInto(page: Page, question: string, words: string): Promise<void> {
  await showQuestion(page, question);
  await page.getByLabel('Answer text').fill(words);
  await page.getByText('Not saved yet', { exact: false }).waitFor({ timeout: 15_000 });
}

it('shows both where an answer was changed while the host was away, and keeps what the person chooses', async () => {
  const desk = await startJourney();
  let { page } = desk;
  await dropFile(page, sample);
  await page.getByText('What was found').waitFor({ timeout: 60_000 });
  await goTo(page, 'Review');
  await page.getByRole('region', { name: 'Evidence' }).waitFor();
  const { id, rows } = await rowsOf(page);
  const [one, two, three] = rows;
  if (!one || !two || !three) throw new Error('The sample has three questions.');

  await desk.kill();
  await typeInto(page, one.text, 'Mine of the first.');
  await typeInto(page, two.text, 'Mine of the second.');
  await typeInto(page, three.text, 'Mine of the third.');
  await changeElsewhere(desk.workspace, id, {
    [one.questionId]: 'Theirs of the first.',
    [two.questionId]: 'Theirs of the second.',
  });
  await desk.restart();
  page = desk.page;

  // What nobody else touched is saved by itself; of the other two the person hears on whatever screen they are.
  const answers = async () => {
    const list = (await callHost(page, 'questionnaire.get', { id })).rows;
    return [one, two, three].map(row => list.find(({ questionId }) => questionId === row.questionId)?.answer);
  };
  const told = page.getByRole('region', { name: 'Not saved' });
  await told.getByText('2 answers you worked on changed elsewhere').waitFor({ timeout: 30_000 });
  await expect.poll(answers).toEqual(['Theirs of the first.', 'Theirs of the second.', 'Mine of the third.']);

  await told.getByRole('button', { name: 'Look and choose' }).click();
  const card = page.getByRole('region', { name: 'Answer as the customer will see it' });
  const both = card.getByRole('alert');
  await both.getByText('Theirs of the first.', { exact: true }).waitFor();
  expect(await page.getByLabel('Answer text').inputValue()).toBe('Mine of the first.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await page.getByText('What you typed here is not saved yet', { exact: false }).waitFor();
  await page.keyboard.press('k');
  await both.getByRole('button', { name: 'Save mine' }).click();
  await expect.poll(async () => (await answers())[0]).toBe('Mine of the first.');

  await told.getByText('1 answer you worked on changed elsewhere').waitFor();
  await told.getByRole('button', { name: 'Look and choose' }).click();
  await both.getByRole('button', { name: 'Take what stands now' }).click();
  await both.waitFor({ state: 'detached' });
  expect(await page.getByLabel('Answer text').inputValue()).toBe('Theirs of the second.');
  await told.waitFor({ state: 'detached' });
  expect(await answers()).toEqual(['Mine of the first.', 'Theirs of the second.', 'Mine of the third.']);
  expect(await page.evaluate(() => Object.keys(localStorage).filter(key => key.includes('typed')))).toEqual(
    [],
  );
});
