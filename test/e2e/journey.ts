// One journey's desk, which ends with its test however it ends.
import { onTestFinished } from 'vitest';
import { type Desk, startDesk } from './desk.ts';

/** Starts Vouch on an empty workspace; call it inside a test. */
export async function startJourney<D extends Desk>(start: () => Promise<D>): Promise<D>;
export async function startJourney(): Promise<Desk>;
export async function startJourney(start: () => Promise<Desk> = startDesk): Promise<Desk> {
  const desk = await start();
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await tell(desk);
    await desk.close();
  });
  return desk;
}

/** What a person would have seen when the journey failed. */
async function tell(desk: Desk): Promise<void> {
  const shown = await desk.page
    .locator('body')
    .innerText({ timeout: 5000 })
    .catch(() => '');
  console.error(`The page showed: ${shown.slice(0, 2000)}`);
  console.error(`The program printed: ${desk.printed()}`, desk.trouble);
}
