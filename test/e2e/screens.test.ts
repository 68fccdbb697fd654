// Every screen in every state: no accessibility violation, light and dark, no error of the page, nothing the
// content policy had to stop. What does not depend on colours is checked once.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeDesk, startFakeDesk } from '../renderer/open-page.ts';
import { findViolations } from '../renderer/run-axe.ts';
import { screenStates } from '../renderer/screen-states.ts';

let desk: FakeDesk;
beforeAll(async () => {
  desk = await startFakeDesk();
});
afterAll(async () => desk?.close());

it.each(screenStates.map(state => [state.name, state] as const))(
  '%s has no violation',
  async (_name, state) => {
    const { page, trouble, close } = await desk.open({ ...state.options });
    try {
      page.setDefaultTimeout(10_000);
      await page.locator('.page, .trouble, .waiting').first().waitFor();
      await page.waitForTimeout(150);
      await state.reach?.(page);
      await page.waitForTimeout(150);
      expect(await findViolations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await page.locator(':root[data-mantine-color-scheme=dark]').waitFor({ state: 'attached' });
      expect(await findViolations(page, 'colours')).toEqual([]);
      expect(trouble).toEqual([]);
    } finally {
      await close();
    }
  },
);
