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
  onTestFinished(async () => {
    await journey.desk?.close();
    await journey.host.stop();
  });
  journey.desk = await openDesk(host);
  return journey;
}
