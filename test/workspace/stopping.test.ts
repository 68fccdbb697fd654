// Long work that a person stops leaves nothing half done that they would have to clean up.
import { expect, it } from 'vitest';
import { addForm, draftedDesk, questions, utf8, yesNo } from './stand-ins.ts';

/** A desk with an approved form, and a stop that falls when a step of this name begins. */
async function stoppableDesk(step: string) {
  const { desk, id } = await draftedDesk();
  await desk.call('answer.approve', { questionnaire: id, questions: ['Q1', 'Q2'] });
  desk.on('progress', told => {
    if (told.step === step) void desk.call('job.cancel', { job: told.job });
  });
  return { desk, id };
}

it('leaves no file behind when its import is stopped while last time’s answers come over', async () => {
  const { desk } = await stoppableDesk('Carrying answers over');
  const { file } = desk.putFile('form.xlsx', utf8(JSON.stringify(questions)));
  const importing = desk.call('questionnaire.import', {
    file,
    customer: 'Initech',
    scope: 'acme',
    job: 'one',
  });
  await expect(importing).rejects.toMatchObject({ code: 'cancelled' });
  expect((await desk.call('questionnaire.list', {})).items.map(item => item.customer)).toEqual(['Globex']);
});

it('stops carrying answers over before the next few are written', async () => {
  const { desk, id } = await stoppableDesk('Carrying answers over');
  const { questionnaire } = await addForm(
    desk,
    [yesNo(1, 'Are full backups taken every day?')],
    'Hooli',
    'o.xlsx',
  );
  const carrying = desk.call('questionnaire.carry', { id: questionnaire.id, from: id, job: 'one' });
  await expect(carrying).rejects.toMatchObject({ code: 'cancelled' });
  const { rows } = await desk.call('questionnaire.get', { id: questionnaire.id });
  expect(rows.map(row => row.state)).toEqual(['empty']);
});
