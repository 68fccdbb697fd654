// From the customer's bytes to questions, with what a person taught about this form before applied.
import type { Mapping } from '../../contract/questionnaire.ts';
import type { ReadHandle } from '../../knowledge-base/store/handle.ts';
import { originalBytes } from '../../knowledge-base/store/originals.ts';
import { questionnaireFile, questionnaireSummary } from '../../knowledge-base/store/questionnaires.ts';
import type { Desk } from '../desk/desk.ts';
import { noSuchQuestionnaire } from '../desk/no-such-questionnaire.ts';
import type { OpenDocument } from '../desk/open-documents.ts';
import { valueIn } from '../desk/value-in.ts';

/** The bytes, name and mapping of a stored questionnaire, or `not-found`. */
export function storedFile(db: ReadHandle, id: string) {
  const summary = questionnaireSummary(db, id);
  const file = questionnaireFile(db, id);
  const bytes = file && originalBytes(db, file.sha256);
  if (!summary || !file || !bytes) {
    throw noSuchQuestionnaire(id);
  }
  return { ...file, summary, bytes, name: summary.file };
}

/** The document and what was found in it; read again when it is not at hand. */
export function openQuestionnaire(desk: Desk, id: string, signal: AbortSignal): Promise<OpenDocument> {
  return desk.documents.load(id, async () => {
    const { bytes, name, mapping } = storedFile(desk.store.read, id);
    const document = valueIn(await desk.rooms.read(bytes, name, signal));
    return { document, questionnaire: await desk.rooms.find(document, mapping, signal) };
  });
}

export const noMapping: Mapping = { corrections: [] };
