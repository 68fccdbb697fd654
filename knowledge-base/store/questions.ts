// The questions of a questionnaire as the finder gave them. The list's columns stand apart from the full JSON
// so that two thousand rows are read without parsing two thousand slots.
import type { Question } from '../../contract/questionnaire.ts';
import { all, one, type ReadHandle, run, type WriteHandle } from './handle.ts';

/** A question and the key under which the same wording is found elsewhere. */
export interface KeyedQuestion {
  question: Question;
  textKey: string;
}

/**
 * Makes these the questions of the questionnaire. New ones get an empty answer; ones no longer found are kept
 * out of sight with their answers, and come back when the mapping finds them again.
 */
export function putQuestions(db: WriteHandle, questionnaire: string, found: readonly KeyedQuestion[]): void {
  run(db, 'UPDATE questions SET present = 0 WHERE questionnaire_id = ?', questionnaire);
  found.forEach(({ question, textKey }, position) => {
    run(
      db,
      `INSERT INTO questions (questionnaire_id, id, position, present, ref, text, text_key, section, at, optional, json)
       VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (questionnaire_id, id) DO UPDATE SET position = excluded.position, present = 1,
         ref = excluded.ref, text = excluded.text, text_key = excluded.text_key, section = excluded.section,
         at = excluded.at, optional = excluded.optional, json = excluded.json`,
      questionnaire,
      question.id,
      position,
      question.ref,
      question.text,
      textKey,
      question.section,
      JSON.stringify(question.at),
      question.optional ? 1 : 0,
      JSON.stringify(question),
    );
    run(
      db,
      `INSERT OR IGNORE INTO answers (questionnaire_id, question_id, state, outcome, confidence, choice, text,
         slot_values, reason, assignee, origin, changed, version, approved_by, approved_at)
       VALUES (?, ?, 'empty', NULL, 0, NULL, '', '{}', NULL, NULL, 'none', 0, 1, NULL, NULL)`,
      questionnaire,
      question.id,
    );
  });
}

export function questionById(db: ReadHandle, questionnaire: string, id: string): Question | null {
  const row = one<{ json: string }>(
    db,
    'SELECT json FROM questions WHERE questionnaire_id = ? AND id = ?',
    questionnaire,
    id,
  );
  return row && (JSON.parse(row.json) as Question);
}

/** The questions in sight, in file order. */
export function questionsOf(db: ReadHandle, questionnaire: string): Question[] {
  const sql = 'SELECT json FROM questions WHERE questionnaire_id = ? AND present = 1 ORDER BY position';
  return all<{ json: string }>(db, sql, questionnaire).map(row => JSON.parse(row.json) as Question);
}

export function textKeysOf(db: ReadHandle, questionnaire: string): { id: string; textKey: string }[] {
  return all(
    db,
    'SELECT id, text_key AS textKey FROM questions WHERE questionnaire_id = ? AND present = 1 ORDER BY position',
    questionnaire,
  );
}

export interface SaidElsewhere {
  questionId: string;
  customer: string;
  file: string;
  question: string;
  choice: string | null;
  text: string;
}

/** The statement that finds what other customers were told to the same wording; its plan is tested. */
export const saidElsewhereSql = `SELECT mine.id AS questionId, n.customer, n.file, other.text AS question, a.choice, a.text
  FROM questions mine
  JOIN questions other ON other.text_key = mine.text_key AND other.questionnaire_id <> mine.questionnaire_id
  JOIN answers a ON a.questionnaire_id = other.questionnaire_id AND a.question_id = other.id
    AND a.state IN ('approved', 'recalled')
  JOIN questionnaires n ON n.id = other.questionnaire_id AND n.exported_at IS NOT NULL
  WHERE mine.questionnaire_id = ? AND mine.present = 1 AND mine.text_key <> '' AND other.present = 1
  ORDER BY mine.position, n.exported_at DESC`;

/** What exported questionnaires answered to questions in the same words as this one's; a later recall unsays nothing. */
export function saidElsewhere(db: ReadHandle, questionnaire: string): SaidElsewhere[] {
  return all(db, saidElsewhereSql, questionnaire);
}

export interface AnswerKey {
  questionnaireId: string;
  questionId: string;
}

/** Answers a person gave or approved, in these very words to a question of this wording, in a fitting scope. */
export function answersSaying(
  db: ReadHandle,
  said: { questionKey: string; choice: string | null; text: string; scope: string | null },
): AnswerKey[] {
  return all(
    db,
    `SELECT a.questionnaire_id AS questionnaireId, a.question_id AS questionId
     FROM questions q
     JOIN answers a ON a.questionnaire_id = q.questionnaire_id AND a.question_id = q.id
     JOIN questionnaires n ON n.id = q.questionnaire_id
     WHERE q.text_key = ? AND q.text_key <> '' AND a.state IN ('approved', 'edited', 'recalled')
       AND a.choice IS ? AND a.text = ? AND (n.scope IS NULL OR ? IS NULL OR n.scope = ?)
     ORDER BY 1, 2`,
    said.questionKey,
    said.choice,
    said.text,
    said.scope,
    said.scope,
  );
}
