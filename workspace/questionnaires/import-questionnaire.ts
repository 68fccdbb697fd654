// A customer's file becomes a questionnaire: read, questions found, a known form recognised by its fingerprint,
// its mapping applied, and last time's approved answers carried over.
import { AppError } from '../../contract/outcome.ts';
import type { Questionnaire } from '../../contract/questionnaire.ts';
import type { ImportResult } from '../../contract/review.ts';
import { markChanged } from '../../knowledge-base/store/answers.ts';
import type { WriteHandle } from '../../knowledge-base/store/handle.ts';
import {
  addQuestionnaire,
  formsLike,
  lastOfForm,
  questionnaireSummary,
  removeQuestionnaire,
} from '../../knowledge-base/store/questionnaires.ts';
import { putQuestions, textKeysOf } from '../../knowledge-base/store/questions.ts';
import { putTemplate, templateOf } from '../../knowledge-base/store/templates.ts';
import { tell } from '../desk/audit.ts';
import type { Desk, Run, UseCase } from '../desk/desk.ts';
import { noSuchQuestionnaire } from '../desk/no-such-questionnaire.ts';
import { textKey } from '../desk/text-key.ts';
import { valueIn } from '../desk/value-in.ts';
import { carryInto } from './carry.ts';
import { noMapping } from './read-questionnaire.ts';
import { whatIsAsked } from './what-is-asked.ts';

/** Smallest share of questions in the same words for an earlier file to count as an older form of this one. */
const SAME_FORM = 0.5;

export const importQuestionnaire: UseCase<'questionnaire.import'> = async (desk, input, run) => {
  const { name, bytes } = desk.files.get(input.file);
  const given = { customer: input.customer ?? '', scope: input.scope ?? null, due: input.due ?? null };
  return addFile(desk, { name, bytes, ...given }, run);
};

export interface GivenFile {
  name: string;
  bytes: Uint8Array;
  customer: string;
  scope: string | null;
  due: string | null;
}

export async function addFile(desk: Desk, file: GivenFile, run: Run): Promise<ImportResult> {
  run.progress('Reading the file', 0, null);
  const document = valueIn(await desk.rooms.read(file.bytes, file.name, run.signal));
  await run.breathe();
  run.progress('Finding the questions', 0, null);
  const plain = await desk.rooms.find(document, noMapping, run.signal);
  const template = templateOf(desk.store.read, plain.fingerprint);
  const taught = template !== null && template.mapping.corrections.length > 0;
  const seen = taught ? await desk.rooms.find(document, template.mapping, run.signal) : plain;
  const found = whatIsAsked(seen);
  if (found.regions.length === 0 && found.questions.length === 0) throw noQuestions(file.name, found);
  const questions = keyed(found);
  await run.breathe();

  const id = desk.newId();
  const mapping = template?.mapping ?? noMapping;
  const before = desk.store.write(db => {
    addQuestionnaire(db, {
      ...file,
      id,
      file: file.name,
      format: document.format,
      owner: run.actor,
      fingerprint: plain.fingerprint,
      mapping,
      regions: found.regions,
      messages: [...document.messages, ...found.messages],
      at: desk.now(),
    });
    putQuestions(db, id, questions);
    const action = 'questionnaire.imported';
    const after = `${file.name}: ${found.questions.length} questions`;
    tell(desk, db, run.actor, {
      action,
      subject: 'questionnaire',
      subjectId: id,
      questionnaireId: id,
      after,
    });
    const earlier = earlierForm(db, plain.fingerprint, id);
    if (earlier !== null) markNew(db, id, earlier);
    const remembered = { mapping, questionnaireId: id, file: file.name, at: desk.now() };
    putTemplate(db, plain.fingerprint, remembered);
    return earlier;
  });
  if (before !== null) await carryOrLeave(desk, run, id, before);
  desk.documents.put(id, { document, questionnaire: seen });
  desk.emit('changed', { what: 'questionnaires' });
  return importResultOf(desk, id, found, template);
}

/** A stop while last time's answers come over leaves no file half carried behind. */
async function carryOrLeave(desk: Desk, run: Run, id: string, before: string): Promise<void> {
  try {
    await carryInto(desk, run, id, before);
  } catch (error) {
    desk.store.write(db => removeQuestionnaire(db, id));
    throw error;
  }
}

/** `found` says why, when the finder looked at the file. */
export function noQuestions(name: string, found?: Questionnaire): AppError {
  const why = found?.messages[0]?.text ?? 'Choose a file that holds questions to answer.';
  return new AppError('no-questions', `No question was found in ${name}. ${why}`, {
    file: name,
  });
}

export function keyed(found: Questionnaire) {
  return found.questions.map(question => ({ question, textKey: textKey(question.text) }));
}

export function importResultOf(
  desk: Desk,
  id: string,
  found: Pick<Questionnaire, 'regions' | 'messages'>,
  template: { questionnaireId: string; file: string; at: string } | null,
): ImportResult {
  const questionnaire = questionnaireSummary(desk.store.read, id);
  if (!questionnaire) throw noSuchQuestionnaire(id);
  const known = template && {
    questionnaireId: template.questionnaireId,
    file: template.file,
    at: template.at,
  };
  return { questionnaire, regions: found.regions, messages: found.messages, known };
}

/** Last time's file of this form: the same fingerprint, or one that holds most of the same questions. */
function earlierForm(db: WriteHandle, fingerprint: string, id: string): string | null {
  const same = lastOfForm(db, fingerprint, id);
  if (same !== null) return same;
  const keys = textKeysOf(db, id).map(row => row.textKey);
  const [nearest] = formsLike(db, keys, id);
  const enough = nearest && nearest.shared >= SAME_FORM * Math.min(keys.length, nearest.questions);
  return enough ? nearest.id : null;
}

/** Marks the questions that the earlier file did not hold in the same words. */
function markNew(db: WriteHandle, id: string, earlier: string): void {
  const before = new Set(textKeysOf(db, earlier).map(row => row.textKey));
  const fresh = textKeysOf(db, id).filter(row => !before.has(row.textKey));
  markChanged(
    db,
    id,
    fresh.map(row => row.id),
  );
}
