// Keys pressed faster than the host answers, over a host in memory that takes its time: what is on the screen
// never falls back to an older state, and a key does no work that the page did not need.
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeDesk, startFakeDesk } from '../renderer/open-page.ts';

let desk: FakeDesk;
beforeAll(async () => {
  desk = await startFakeDesk();
});
afterAll(async () => desk?.close());

async function openReview(options: Parameters<FakeDesk['open']>[0]) {
  const opened = await desk.open({ hash: '#/review/n1/q1', ...options });
  await opened.page.getByRole('listbox').waitFor();
  await opened.page.getByRole('region', { name: 'Evidence' }).getByRole('listitem').first().waitFor();
  return opened;
}

/** What the first row of the list says of itself from now on, each wording once. */
async function followRow(page: Page, question: string): Promise<() => Promise<string[]>> {
  await page.evaluate(id => {
    const row = document.getElementById(`question-${id}`);
    const said: string[] = [];
    Object.assign(window, { said });
    const look = () => {
      const now = row?.querySelector('.sr')?.textContent ?? '';
      if (said.at(-1) !== now) said.push(now);
    };
    look();
    if (row) new MutationObserver(look).observe(row, { subtree: true, childList: true, characterData: true });
  }, question);
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

it('an answer approved while its words are still being saved does not fall back to edited', async () => {
  const { page, close } = await openReview({ delay: 250 });
  try {
    const said = await followRow(page, 'q1');
    await page.getByLabel('Answer text').fill('Our own words.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.waitForTimeout(1500);
    const states = await said();
    expect(states.slice(-2)).toEqual([', Edited', ', Approved']);
    expect(states.filter(state => state === ', Approved')).toHaveLength(1);
  } finally {
    await close();
  }
});

it('approves what was typed while its choice was still being saved', async () => {
  const { page, close } = await openReview({ delay: 1200 });
  try {
    const said = await followRow(page, 'q1');
    await page.keyboard.press('c');
    await page.waitForTimeout(400);
    await page.keyboard.press('e');
    await page.keyboard.type(' By hand.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await expect.poll(async () => (await said()).at(-1)).toBe(', Approved');
    await page.waitForTimeout(4000);
    expect((await said()).at(-1)).toBe(', Approved');
    expect(await page.getByRole('alert').count()).toBe(0);
  } finally {
    await close();
  }
});

it('an undo pressed right after an approval takes that approval back', async () => {
  const { page, close } = await openReview({ delay: 250 });
  try {
    const said = await followRow(page, 'q1');
    await page.getByLabel('Answer text').fill('Our own words.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.keyboard.press('u');
    await page.waitForTimeout(2500);
    expect((await said()).slice(-3)).toEqual([', Edited', ', Approved', ', Edited']);
  } finally {
    await close();
  }
});

it('a refused approval gives the row back as it was typed', async () => {
  const { page, close } = await openReview({ failing: { 'answer.approve': 'conflict' } });
  try {
    const said = await followRow(page, 'q1');
    await page.getByLabel('Answer text').fill('Our own words.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await expect.poll(async () => (await said()).slice(-2)).toEqual([', Approved', ', Edited']);
    await page.keyboard.press('k');
    expect(await page.getByLabel('Answer text').inputValue()).toBe('Our own words.');
    await page.getByLabel('Answer text').fill('Once more.');
    await page.getByText('Saved', { exact: true }).waitFor();
  } finally {
    await close();
  }
});

it('moving, choosing and approving leave the style sheets alone and lay the page out once a key', async () => {
  const { page, close } = await openReview({ questions: 2000, motion: true });
  try {
    await page.evaluate(() => {
      const styled: string[] = [];
      Object.assign(window, { styled });
      new MutationObserver(changes => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes) if (node.nodeName === 'STYLE') styled.push(node.textContent ?? '');
      }).observe(document, { subtree: true, childList: true });
    });
    const counted = await page.context().newCDPSession(page);
    await counted.send('Performance.enable');
    const layouts = async () =>
      (await counted.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'LayoutCount')
        ?.value ?? 0;
    const press = async (keys: string) => {
      for (const key of keys) {
        await page.keyboard.press(key);
        await page.waitForTimeout(100);
      }
    };
    await press('jjjjjjjjjjjjjjjjjjjj');
    const before = await layouts();
    await press('jjjjjjjjjj');
    expect((await layouts()) - before).toBeLessThan(15);
    await press('cacaca');
    expect(await page.evaluate(() => (window as unknown as { styled: string[] }).styled)).toEqual([]);
  } finally {
    await close();
  }
});

it('reads the rows again when somebody else changed them, and not after deeds of its own', async () => {
  const { page, close } = await openReview({ questions: 200 });
  try {
    await page.evaluate(() => {
      const { vouch } = window as unknown as { vouch: { call: (name: string, input: unknown) => unknown } };
      const asked: string[] = [];
      const call = vouch.call;
      Object.assign(window, { asked });
      vouch.call = (name, input) => {
        asked.push(name);
        return call(name, input);
      };
    });
    const reads = () =>
      page.evaluate(
        () =>
          (window as unknown as { asked: string[] }).asked.filter(name => name === 'questionnaire.get')
            .length,
      );
    await page.keyboard.press('a');
    await page.keyboard.press('a');
    await page.keyboard.press('c');
    await page.keyboard.press('u');
    await page.waitForTimeout(2000);
    expect(await reads()).toBe(0);
    await page.evaluate(() => {
      const { vouch } = window as unknown as { vouch: { emit: (name: string, data: unknown) => void } };
      vouch.emit('changed', {
        what: 'answers',
        answers: { questionnaire: 'n1', versions: { q7: 99 } },
      });
    });
    await expect.poll(reads).toBe(1);
  } finally {
    await close();
  }
});
