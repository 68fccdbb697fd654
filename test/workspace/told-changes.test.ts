import { expect, it } from 'vitest';
import type { EventData } from '../../contract/calls.ts';
import { draftedDesk } from './stand-ins.ts';

it('says which answers a person changed and how they are numbered now, undoing included', async () => {
  const { desk, id } = await draftedDesk();
  const told: EventData<'changed'>[] = [];
  desk.on('changed', event => told.push(event));
  const versionsOf = (rows: { questionId: string; version: number }[]) =>
    Object.fromEntries(rows.map(({ questionId, version }) => [questionId, version]));
  const approved = await desk.call('answer.approve', { questionnaire: id, questions: ['Q1', 'Q2'] });
  const undone = await desk.call('answer.undo', { questionnaire: id });
  expect(told).toEqual(
    [approved, undone].map(({ rows }) => ({
      what: 'answers',
      answers: { questionnaire: id, versions: versionsOf(rows) },
    })),
  );
  expect(versionsOf((await desk.call('questionnaire.get', { id })).rows)).toMatchObject(
    versionsOf(undone.rows),
  );
});

it('names no answers where it cannot say which changed', async () => {
  const { desk, id } = await draftedDesk();
  const told: EventData<'changed'>[] = [];
  desk.on('changed', event => told.push(event));
  await desk.call('questionnaire.draft', { id, questions: ['Q1'] });
  expect(told.filter(({ what }) => what === 'answers').every(({ answers }) => answers === undefined)).toBe(
    true,
  );
  expect(told.length).toBeGreaterThan(0);
});
