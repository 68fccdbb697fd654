// One journey's host and browser, which end with its test however it ends.
import { onTestFailed, onTestFinished } from 'vitest';
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
  onTestFinished(async () => {
    await journey.desk?.close();
    await journey.host.stop();
  });
  journey.desk = await openDesk(host);
  onTestFailed(async () => {
    const [page] = journey.desk.context.pages();
    const shown = await page?.getByRole('main').innerText({ timeout: 2000 });
    console.error(`The page showed: ${shown?.slice(0, 1500)}`);
    console.error(`The host printed: ${journey.host.printed()}`, journey.desk.trouble);
  });
  return journey;
}
