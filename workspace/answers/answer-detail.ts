// Everything the review screen shows of one question: the answer, its draft and evidence, what people said, the
// questions around it, and its place on the customer's sheet.
import type { AnswerDetail, AuditEntry, Picture } from '../../contract/review.ts';
import { answerOf, rowsAround, someAnswerRows } from '../../knowledge-base/store/answers.ts';
import { auditOfAnswer } from '../../knowledge-base/store/audit.ts';
import { citationsOf } from '../../knowledge-base/store/citations.ts';
import { addComment, commentsOf } from '../../knowledge-base/store/comments.ts';
import { draftOf } from '../../knowledge-base/store/drafts.ts';
import { questionnaireSummary, touchQuestionnaire } from '../../knowledge-base/store/questionnaires.ts';
import { questionById } from '../../knowledge-base/store/questions.ts';
import { answerRecalls } from '../../knowledge-base/store/recalls.ts';
import { joinBursts } from '../activity/join-bursts.ts';
import { tell } from '../desk/audit.ts';
import type { Desk, Run, UseCase } from '../desk/desk.ts';
import { pausing } from '../desk/pausing.ts';
import { regionOfPlace, warmDocument } from '../questionnaires/pictures.ts';
import { noSuchAnswer } from './change-answers.ts';

const AROUND = 2;
const LIBRARY_SHOWN = 5;
/** Rows of the customer's sheet above and in all of a small picture. */
const ABOVE = 2;
const PICTURED = 6;

export const getAnswer: UseCase<'answer.get'> = async (desk, input, run) => {
  await desk.knowledge.ready(pausing(run));
  return detailOf(desk, input.questionnaire, input.question);
};

function detailOf(desk: Desk, questionnaire: string, id: string): AnswerDetail {
  const db = desk.store.read;
  const question = questionById(db, questionnaire, id);
  const answer = answerOf(db, questionnaire, id);
  const [row] = someAnswerRows(db, questionnaire, [id]);
  if (!question || !answer || !row) throw noSuchAnswer(id);
  const draft = draftOf(db, questionnaire, id);
  const citations = citationsOf(db, questionnaire, id).map(citation => citation.evidence);
  const scope = questionnaireSummary(db, questionnaire)?.scope ?? null;
  return {
    row,
    question,
    // The evidence shown is what the answer rests on now, which a person may have swapped.
    draft: draft && { ...draft, citations },
    choice: answer.choice,
    text: answer.text,
    slotValues: answer.slotValues,
    reason: answer.reason,
    comments: commentsOf(db, questionnaire, id),
    library: desk.knowledge.nearestAnswers(question.text, scope, LIBRARY_SHOWN),
    neighbours: rowsAround(db, questionnaire, row.position, AROUND),
    picture: pictureOfQuestion(desk, questionnaire, question.at),
    recalled: answerRecalls(db, questionnaire, id).map(({ document, was, now }) => ({ document, was, now })),
  };
}

/** The small picture when the file is at hand; otherwise it is read in the background and announced. */
function pictureOfQuestion(desk: Desk, id: string, at: AnswerDetail['row']['at']): Picture | null {
  const open = desk.documents.peek(id);
  if (!open) {
    warmDocument(desk, id);
    return null;
  }
  const { document, questionnaire } = open;
  const stands = regionOfPlace(questionnaire, at);
  if (!stands) return null;
  const fromRow = Math.max(1, stands.row - ABOVE);
  return desk.rooms.picture(document, questionnaire, stands.region.id, fromRow, PICTURED);
}

export const commentAnswer: UseCase<'answer.comment'> = (desk, input, run: Run) => {
  if (!questionById(desk.store.read, input.questionnaire, input.question)) throw noSuchAnswer(input.question);
  desk.store.write(db => {
    const comment = { id: desk.newId(), author: run.actor, text: input.text, at: desk.now() };
    addComment(db, input.questionnaire, input.question, comment);
    touchQuestionnaire(db, input.questionnaire, desk.now());
    tell(desk, db, run.actor, {
      action: 'answer.commented',
      subject: 'answer',
      subjectId: input.question,
      questionnaireId: input.questionnaire,
      after: input.text,
    });
  });
  desk.emit('changed', { what: 'answers' });
  return detailOf(desk, input.questionnaire, input.question);
};

export const answerHistory: UseCase<'answer.history'> = (desk, input) => {
  const entries: AuditEntry[] = auditOfAnswer(desk.store.read, input.questionnaire, input.question);
  return { entries: joinBursts(entries) };
};
