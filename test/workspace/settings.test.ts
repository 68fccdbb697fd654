// Settings that promise something keep it.
import { expect, it } from 'vitest';
import { parameters } from '../../knowledge-base/match/parameters.ts';
import { putSetting } from '../../knowledge-base/store/settings.ts';
import { draftedDesk, openDesk } from './stand-ins.ts';

it('takes no draft threshold under the one the matcher itself keeps, and says which that is', async () => {
  const desk = openDesk();
  const { leastThreshold } = await desk.call('workspace.info', {});
  expect(leastThreshold).toBe(parameters.threshold);
  expect((await desk.call('settings.get', {})).draftThreshold).toBe(leastThreshold);
  expect((await desk.call('settings.set', { draftThreshold: 0 })).draftThreshold).toBe(leastThreshold);
  expect((await desk.call('settings.set', { draftThreshold: 0.7 })).draftThreshold).toBe(0.7);
});

it('lifts a threshold stored under an earlier matcher to where it has an effect', async () => {
  const desk = openDesk();
  desk.desk.store.write(db => putSetting(db, 'draftThreshold', 0.01));
  expect((await desk.call('settings.get', {})).draftThreshold).toBe(parameters.threshold);
});

it('proposes what is below the setting, and says that it needs somebody', async () => {
  const { desk, id } = await draftedDesk();
  await desk.call('settings.set', { draftThreshold: 0.95 });
  const { rows } = await desk.call('questionnaire.draft', { id, questions: ['Q1'] });
  expect(rows[0]).toMatchObject({ state: 'needs-you', answer: expect.stringContaining('encrypted') });
});
