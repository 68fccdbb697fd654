// The customer's file with its answers, and beside it the receipt and, when asked for, our own records. A fill
// whose receipt does not hold is an error and makes no file.
import type { CallOutput } from '../../contract/calls.ts';
import type { Receipt } from '../../contract/fill.ts';
import { AppError } from '../../contract/outcome.ts';
import { properName } from '../../documents/registry.ts';
import { addExport } from '../../knowledge-base/store/exports.ts';
import { touchQuestionnaire } from '../../knowledge-base/store/questionnaires.ts';
import { tell } from '../desk/audit.ts';
import type { Desk, Run, UseCase } from '../desk/desk.ts';
import { valueIn } from '../desk/value-in.ts';
import { storedFile } from '../questionnaires/read-questionnaire.ts';
import { lacksRoom, whole, writeCompanion, writeWord } from './companion.ts';
import { plainEntries, plainRefusals } from './entries.ts';
import { type ToExport, toExport } from './exported-answers.ts';
import { registerOf } from './register.ts';
import { responseOf } from './response.ts';

type Made = CallOutput<'export.make'>['files'][number];

export const makeExport: UseCase<'export.make'> = async (desk, input, run) => {
  const { id, includeDrafts } = input;
  const { bytes, name, summary } = storedFile(desk.store.read, id);
  run.progress('Filling the file', 0, null);
  const leaving = toExport(desk.store.read, id, includeDrafts);
  const filled = valueIn(await desk.rooms.fill(bytes, name, plainEntries(leaving.entries), run.signal));
  const receipt = wholeReceipt(filled.receipt, leaving);
  await run.breathe();
  const base = stemOf(properName(summary.format, name));
  const files: Made[] = [put(desk, 'filled', `${base.stem} (answered)${base.ending}`, filled.bytes)];
  const proof = new TextEncoder().encode(`${JSON.stringify(receipt, null, 2)}\n`);
  files.push(put(desk, 'receipt', `${base.stem} (receipt).json`, proof));
  if (input.register) {
    run.progress('Writing the answer register', 0, null);
    const sheets = registerOf(desk.store.read, id, leaving);
    const register = whole(await desk.rooms.author({ kind: 'workbook', sheets }, run.signal));
    files.push(put(desk, 'register', `${base.stem} (register).xlsx`, register));
  }
  files.push(...(await responseFiles(desk, input, base.stem, leaving, receipt, run)));
  desk.store.write(db => {
    const at = desk.now();
    addExport(db, id, { id: desk.newId(), at, actor: run.actor, includeDrafts, receipt });
    touchQuestionnaire(db, id, at, 'exported');
    const drafts = includeDrafts ? ', drafts included' : '';
    tell(desk, db, run.actor, {
      action: 'questionnaire.exported',
      subject: 'questionnaire',
      subjectId: id,
      questionnaireId: id,
      after: `${receipt.written.length} cells, sha256 ${receipt.filledSha256}${drafts}`,
    });
  });
  desk.emit('changed', { what: 'questionnaires' });
  return { files, receipt };
};

/**
 * The response document when it is asked for, and always, as Word and as PDF, when a PDF or Word file had no room
 * for an answer.
 */
async function responseFiles(
  desk: Desk,
  { id, response }: { id: string; response?: boolean | undefined },
  stem: string,
  leaving: ToExport,
  receipt: Receipt,
  run: Run,
): Promise<Made[]> {
  const noRoom = lacksRoom(leaving.exported, leaving.entries, receipt);
  if (!response && !noRoom) return [];
  run.progress('Writing the response document', 0, null);
  const words = responseOf(desk, id, leaving);
  const word = (bytes: Uint8Array) => put(desk, 'response', `${stem} (response).docx`, bytes);
  if (!noRoom) return [word(await writeWord(desk, words, run.signal))];
  const { docx, pdf } = await writeCompanion(desk, words, run.signal);
  return [word(docx), ...(pdf ? [put(desk, 'response', `${stem} (response).pdf`, pdf)] : [])];
}

/** The fill's receipt with what was refused before the file was touched. */
function wholeReceipt(receipt: Receipt, { entries }: ToExport): Receipt {
  if (!receipt.holds) {
    throw new AppError(
      'fill-refused',
      'The filled file did not prove unharmed, so it was not made. Nothing was sent or saved.',
    );
  }
  return { ...receipt, refused: [...plainRefusals(entries), ...receipt.refused] };
}

function put(desk: Desk, kind: Made['kind'], name: string, bytes: Uint8Array): Made {
  return { ...desk.files.put(name, bytes), kind };
}

function stemOf(name: string): { stem: string; ending: string } {
  const at = name.lastIndexOf('.');
  return at <= 0 ? { stem: name, ending: '' } : { stem: name.slice(0, at), ending: name.slice(at) };
}
