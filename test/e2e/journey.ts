// One journey's host and browser, which end with its test however it ends.
import { onTestFinished } from 'vitest';
import { type Desk, openDesk, type RunningHost, startHost } from './host.ts';

export interface Journey {
  /** Replaced by a journey that kills its host and starts another. */
  host: RunningHost;
  desk: Desk;
}

/** Starts a host on an empty workspace and opens it; call it inside a test. */
export async function startJourney(): Promise<Journey> {
  const host = await startHost();
  const journey = { host } as Journey;
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail' && journey.desk) await tell(journey);
    await journey.desk?.close();
    await journey.host.stop();
  });
  journey.desk = await openDesk(host);
  return journey;
}

/** What a person would have seen when the journey failed. */
async function tell({ desk, host }: Journey): Promise<void> {
  const [page] = desk.context.pages();
  const shown = await page?.locator('body').innerText({ timeout: 5000 });
  console.error(`The page showed: ${shown?.slice(0, 2000)}`);
  console.error(`The host printed: ${host.printed()}`, desk.trouble);
}
