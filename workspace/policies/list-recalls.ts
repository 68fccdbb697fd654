// Everything that waits for a person because a policy changed: library answers and questionnaires' answers, each
// with the passage as it was and as it stands now.
import type { CallOutput } from '../../contract/calls.ts';
import { someAnswerRows } from '../../knowledge-base/store/answers.ts';
import { searchLibrary } from '../../knowledge-base/store/library-list.ts';
import { questionnaireSummary } from '../../knowledge-base/store/questionnaires.ts';
import {
  answerRecalls,
  libraryRecalls,
  type Recall,
  recalledAnswers,
} from '../../knowledge-base/store/recalls.ts';
import type { UseCase } from '../desk/desk.ts';

type Recalls = CallOutput<'policy.recalls'>;

export const listRecalls: UseCase<'policy.recalls'> = desk => {
  const db = desk.store.read;
  const everything = { text: '', scope: undefined, owner: undefined, tag: undefined, dueBy: undefined };
  const recalled = searchLibrary(db, { ...everything, state: 'recalled', offset: 0, limit: 5000 }).answers;
  const library: Recalls['library'] = recalled.flatMap(answer =>
    libraryRecalls(db, answer.id).map(recall => ({ answer, ...shown(recall) })),
  );
  const answers: Recalls['answers'] = recalledAnswers(db).flatMap(({ questionnaireId, questionId }) => {
    const questionnaire = questionnaireSummary(db, questionnaireId);
    const [row] = someAnswerRows(db, questionnaireId, [questionId]);
    if (!questionnaire || !row) return [];
    return answerRecalls(db, questionnaireId, questionId).map(recall => ({
      questionnaire,
      row,
      ...shown(recall),
    }));
  });
  return { library, answers };
};

function shown({ was, now, document }: Recall) {
  return { was, now, document };
}
