// Every screen in every state, light and dark: no accessibility violation, no error of the page, nothing the
// content policy had to stop.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeDesk, startFakeDesk } from '../renderer/open-page.ts';
import { findViolations } from '../renderer/run-axe.ts';
import { screenStates } from '../renderer/screen-states.ts';

let desk: FakeDesk;
beforeAll(async () => {
  desk = await startFakeDesk();
});
afterAll(async () => desk?.close());

describe.each([
  ['light', false],
  ['dark', true],
])('in %s', (_, dark) => {
  it.each(screenStates.map(state => [state.name, state] as const))(
    '%s has no violation',
    async (_name, state) => {
      const { page, trouble, close } = await desk.open({ ...state.options, dark });
      try {
        await page.locator('.page, .trouble, .waiting').first().waitFor();
        await page.waitForTimeout(250);
        await state.reach?.(page);
        await page.waitForTimeout(250);
        expect(await findViolations(page)).toEqual([]);
        expect(trouble).toEqual([]);
      } finally {
        await close();
      }
    },
  );
});
