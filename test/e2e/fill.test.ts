// A sales engineer's evening: drop the customer's file, correct one column, draft, go through what needs a
// person, write one answer, approve some, export. The downloaded file is read back: it holds the approved
// answers in their cells and nothing else.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropFile } from './drop.ts';
import { startJourney } from './journey.ts';
import {
  callHost,
  cellsOf,
  changedCells,
  corpus,
  draftFrom,
  fromCorpus,
  goTo,
  hasCorpus,
  importPolicies,
  makeFile,
  rowsOf,
  sample,
  zaproPolicies,
} from './steps.ts';

const cases = [
  { name: 'our sample', file: sample, column: 'D', from: 'Comment', there: true },
  {
    name: fromCorpus('CAIQ 3.0.1'),
    file: join(corpus, 'questionnaires/metanorma_csa-caiq-v3.0.1-09-01-2017.xlsx'),
    column: 'I',
    from: 'Comment',
    there: hasCorpus,
  },
];

const typed = 'Our own words, written by hand in this review.';

describe.each(cases)('with $name', ({ file, column, from, there }) => {
  it.skipIf(!there)('fills exactly the approved answers', async () => {
    const desk = await startJourney();
    const { page } = desk;
    await importPolicies(page, 'zapro', zaproPolicies);
    await goTo(page, 'Questionnaires');
    await dropFile(page, file);

    // One column corrected by hand, shown at once and kept.
    const head = page.getByRole('button', { name: new RegExp(`^Column ${column} `) });
    await head.waitFor({ timeout: 60_000 });
    expect(await head.textContent()).toContain(from);
    await head.click();
    await page.getByRole('menuitem', { name: 'Answer', exact: true }).click();
    await expect.poll(() => head.textContent(), { timeout: 30_000 }).toContain('Answer');

    await draftFrom(page, 'zapro');
    const before = await rowsOf(page);
    const waiting = before.rows.filter(row => row.state === 'needs-you');
    const drafted = before.rows.filter(row => row.state === 'drafted');
    expect(before.rows.filter(row => row.state === 'approved')).toEqual([]);
    expect(waiting.length).toBeGreaterThan(3);
    expect(drafted.length).toBeGreaterThan(3);

    // What needs a person, and only that.
    await page.getByRole('button', { name: `Needs you ${waiting.length}` }).click();
    const first = waiting[0];
    if (!first) throw new Error('Nothing needs a person.');
    await page.getByRole('heading', { name: first.text }).waitFor();
    await page.getByRole('radiogroup', { name: 'Choice' }).waitFor();
    await page.keyboard.press('c');
    await page.getByLabel('Answer text').fill(typed);
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');

    // Three drafts approved one after another.
    await page.getByRole('button', { name: `Drafted ${drafted.length}` }).click();
    for (const row of drafted.slice(0, 3)) {
      await page.getByRole('heading', { name: row.text }).waitFor();
      await page.keyboard.press('a');
    }
    await page.getByText(`4 of ${before.rows.length} approved`).waitFor();
    await expect
      .poll(async () => (await rowsOf(page)).rows.filter(row => row.state === 'approved').length)
      .toBe(4);

    await page.getByRole('main').getByRole('link', { name: 'Export' }).click();
    const bytes = await makeFile(desk);
    const changed = changedCells(
      await cellsOf(new Uint8Array(readFileSync(file)), basename(file)),
      await cellsOf(bytes, basename(file)),
    );
    const { id, rows } = await rowsOf(page);
    const approved = rows.filter(row => row.state === 'approved');
    const places = new Map<string, string>();
    for (const row of approved) {
      const { question } = await callHost(page, 'answer.get', {
        questionnaire: id,
        question: row.questionId,
      });
      for (const { at, role, option } of question.slots) {
        if (!('sheet' in at)) throw new Error('The journey fills workbooks.');
        const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(at.cell) ?? [];
        const place = `${at.sheet}!${digits}:${letters.charCodeAt(0) - 64}`;
        if (role === 'choice' && row.choice) places.set(place, row.choice);
        if (role === 'mark' && option === row.choice) places.set(place, 'mark');
        if (role === 'text' && row.answer) places.set(place, row.answer);
      }
    }
    expect([...changed.keys()].sort()).toEqual([...places.keys()].sort());
    for (const [place, value] of places) {
      if (value === 'mark') expect(changed.get(place), place).not.toBe('');
      else expect(changed.get(place), place).toBe(value);
    }
    expect([...changed.values()]).toContain(typed);
    expect(desk.trouble).toEqual([]);
  });
});
