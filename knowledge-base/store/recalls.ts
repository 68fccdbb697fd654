// Quoted passages that changed: for answers and for library answers, as they were and as they stand now.
import { all, type ReadHandle, run, type WriteHandle } from './handle.ts';

export interface Recall {
  document: string;
  was: string;
  wasHash: string;
  /** The passage that stands in its place, or null when it is gone. */
  now: string | null;
  nowId: string | null;
}

const columns = 'document, was, was_hash AS wasHash, now, now_id AS nowId';

export function putAnswerRecalls(
  db: WriteHandle,
  questionnaire: string,
  question: string,
  recalls: readonly Recall[],
): void {
  run(
    db,
    'DELETE FROM answer_recalls WHERE questionnaire_id = ? AND question_id = ?',
    questionnaire,
    question,
  );
  recalls.forEach((recall, ordinal) => {
    run(
      db,
      `INSERT INTO answer_recalls (questionnaire_id, question_id, ordinal, document, was, was_hash, now, now_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      questionnaire,
      question,
      ordinal,
      recall.document,
      recall.was,
      recall.wasHash,
      recall.now,
      recall.nowId,
    );
  });
}

export function answerRecalls(db: ReadHandle, questionnaire: string, question: string): Recall[] {
  return all(
    db,
    `SELECT ${columns} FROM answer_recalls WHERE questionnaire_id = ? AND question_id = ? ORDER BY ordinal`,
    questionnaire,
    question,
  );
}

/** Every answer in the state `recalled`, questionnaire by questionnaire. */
export function recalledAnswers(db: ReadHandle): { questionnaireId: string; questionId: string }[] {
  return all(
    db,
    `SELECT a.questionnaire_id AS questionnaireId, a.question_id AS questionId
     FROM answers a JOIN questions q ON q.questionnaire_id = a.questionnaire_id AND q.id = a.question_id
     WHERE a.state = 'recalled' AND q.present = 1 ORDER BY a.questionnaire_id, q.position`,
  );
}

/** Every answer, whatever its state, that a recall is noted for. */
export function answersWithRecalls(db: ReadHandle): { questionnaireId: string; questionId: string }[] {
  return all(
    db,
    'SELECT DISTINCT questionnaire_id AS questionnaireId, question_id AS questionId FROM answer_recalls ORDER BY 1, 2',
  );
}

export function libraryWithRecalls(db: ReadHandle): string[] {
  const rows = all<{ id: string }>(db, 'SELECT DISTINCT library_id AS id FROM library_recalls ORDER BY 1');
  return rows.map(row => row.id);
}

export function putLibraryRecalls(db: WriteHandle, libraryId: string, recalls: readonly Recall[]): void {
  run(db, 'DELETE FROM library_recalls WHERE library_id = ?', libraryId);
  recalls.forEach((recall, ordinal) => {
    run(
      db,
      `INSERT INTO library_recalls (library_id, ordinal, document, was, was_hash, now, now_id)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      libraryId,
      ordinal,
      recall.document,
      recall.was,
      recall.wasHash,
      recall.now,
      recall.nowId,
    );
  });
}

export function libraryRecalls(db: ReadHandle, libraryId: string): Recall[] {
  return all(db, `SELECT ${columns} FROM library_recalls WHERE library_id = ? ORDER BY ordinal`, libraryId);
}
