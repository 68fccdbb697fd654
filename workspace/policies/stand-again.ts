// A passage that was changed or lost and has come back in the same words (the wrong file imported, then the right
// one) ends the recalls it caused: nobody should confirm forty answers because of a mistake that was mended.
import { answerOf } from '../../knowledge-base/store/answers.ts';
import type { WriteHandle } from '../../knowledge-base/store/handle.ts';
import { libraryAnswerById, setLibraryState } from '../../knowledge-base/store/library.ts';
import {
  answerRecalls,
  answersWithRecalls,
  libraryRecalls,
  libraryWithRecalls,
  putAnswerRecalls,
  putLibraryRecalls,
} from '../../knowledge-base/store/recalls.ts';
import { tell } from '../desk/audit.ts';
import { type Desk, machine } from '../desk/desk.ts';
import { giveBack } from './take-back.ts';

/** `held`: the hashes a document holds now. */
export function standAgain(desk: Desk, db: WriteHandle, held: ReadonlySet<string>): void {
  for (const { questionnaireId, questionId } of answersWithRecalls(db)) {
    const recalls = answerRecalls(db, questionnaireId, questionId);
    const left = recalls.filter(recall => !held.has(recall.wasHash));
    if (left.length === recalls.length) continue;
    putAnswerRecalls(db, questionnaireId, questionId, left);
    const answer = answerOf(db, questionnaireId, questionId);
    if (answer && left.length === 0) giveBack(desk, db, answer);
  }
  for (const id of libraryWithRecalls(db)) {
    const recalls = libraryRecalls(db, id);
    const left = recalls.filter(recall => !held.has(recall.wasHash));
    if (left.length === recalls.length) continue;
    putLibraryRecalls(db, id, left);
    if (left.length > 0 || libraryAnswerById(db, id)?.state !== 'recalled') continue;
    setLibraryState(db, id, 'active', desk.now());
    const said = { subject: 'library', subjectId: id, before: 'recalled', after: 'active' };
    tell(desk, db, machine, { ...said, action: 'library.stands' });
  }
}
