// A person's correction of what was found: applied at once, and remembered for the next file of the same form.
import { putMapping, touchQuestionnaire } from '../../knowledge-base/store/questionnaires.ts';
import { putQuestions, questionsOf } from '../../knowledge-base/store/questions.ts';
import { putTemplate } from '../../knowledge-base/store/templates.ts';
import { tell } from '../desk/audit.ts';
import type { UseCase } from '../desk/desk.ts';
import { importResultOf, keyed } from './import-questionnaire.ts';
import { openQuestionnaire, storedFile } from './read-questionnaire.ts';
import { whatIsAsked } from './what-is-asked.ts';

export const correctMapping: UseCase<'questionnaire.correct'> = async (desk, { id, mapping }, run) => {
  const { document } = await openQuestionnaire(desk, id, run.signal);
  const stored = storedFile(desk.store.read, id);
  const seen = await desk.rooms.find(document, mapping, run.signal);
  const found = whatIsAsked(seen);
  const messages = [...document.messages, ...found.messages];
  desk.store.write(db => {
    const before = questionsOf(db, id).length;
    putMapping(db, id, { mapping, regions: found.regions, messages });
    putQuestions(db, id, keyed(found));
    putTemplate(db, stored.fingerprint, { mapping, questionnaireId: id, file: stored.name, at: desk.now() });
    touchQuestionnaire(db, id, desk.now());
    tell(desk, db, run.actor, {
      action: 'questionnaire.corrected',
      subject: 'questionnaire',
      subjectId: id,
      questionnaireId: id,
      before: `${before} questions`,
      after: `${found.questions.length} questions`,
    });
  });
  desk.documents.put(id, { document, questionnaire: seen });
  desk.emit('changed', { what: 'answers' });
  return importResultOf(desk, id, found, null);
};
