// The answer of each question: what stands there now, in which state, and its version. Every write raises the
// version, which is how two people find out that they edited the same answer.
import type { OutcomeKind } from '../../contract/knowledge.ts';
import type { AnswerRow, AnswerState } from '../../contract/review.ts';
import { all, one, type ReadHandle, run, type WriteHandle } from './handle.ts';

/** What can change about an answer, and what undo restores. */
export interface AnswerContent {
  state: AnswerState;
  outcome: OutcomeKind | null;
  confidence: number;
  choice: string | null;
  text: string;
  /** Values set for single slots, by slot index. */
  slotValues: Record<string, string>;
  reason: string | null;
  assignee: string | null;
  /** Where the words came from: the drafter, a former file, a person. */
  origin: 'none' | 'draft' | 'carried' | 'person';
  approvedBy: string | null;
  approvedAt: string | null;
}

export interface Answer extends AnswerContent {
  questionnaireId: string;
  questionId: string;
  version: number;
}

type StoredAnswer = Omit<Answer, 'slotValues'> & { slotValues: string };

const answerColumns = `questionnaire_id AS questionnaireId, question_id AS questionId, state, outcome, confidence,
  choice, text, slot_values AS slotValues, reason, assignee, origin, approved_by AS approvedBy,
  approved_at AS approvedAt, version`;

function parseAnswer(row: StoredAnswer): Answer {
  return { ...row, slotValues: JSON.parse(row.slotValues) as Record<string, string> };
}

export function answerOf(db: ReadHandle, questionnaire: string, question: string): Answer | null {
  const row = one<StoredAnswer>(
    db,
    `SELECT ${answerColumns} FROM answers WHERE questionnaire_id = ? AND question_id = ?`,
    questionnaire,
    question,
  );
  return row && parseAnswer(row);
}

/** The answers of the questions in sight, by question id. */
export function answersOf(db: ReadHandle, questionnaire: string): Map<string, Answer> {
  const rows = all<StoredAnswer>(
    db,
    `SELECT ${answerColumns} FROM answers WHERE questionnaire_id = ?`,
    questionnaire,
  );
  return new Map(rows.map(row => [row.questionId, parseAnswer(row)]));
}

/** Writes the content; the version rises. */
export function putAnswer(
  db: WriteHandle,
  questionnaire: string,
  question: string,
  content: AnswerContent,
): void {
  run(
    db,
    `UPDATE answers SET state = ?, outcome = ?, confidence = ?, choice = ?, text = ?, slot_values = ?, reason = ?,
       assignee = ?, origin = ?, approved_by = ?, approved_at = ?, version = version + 1
     WHERE questionnaire_id = ? AND question_id = ?`,
    content.state,
    content.outcome,
    content.confidence,
    content.choice,
    content.text,
    JSON.stringify(content.slotValues),
    content.reason,
    content.assignee,
    content.origin,
    content.approvedBy,
    content.approvedAt,
    questionnaire,
    question,
  );
}

/** Marks the questions that last time's file of this form did not hold in the same words. */
export function markChanged(db: WriteHandle, questionnaire: string, questions: readonly string[]): void {
  for (const question of questions) {
    run(
      db,
      'UPDATE answers SET changed = 1 WHERE questionnaire_id = ? AND question_id = ?',
      questionnaire,
      question,
    );
  }
}

interface ListedRow {
  questionId: string;
  position: number;
  ref: string | null;
  text: string;
  section: string | null;
  at: string;
  optional: number;
  state: AnswerState;
  outcome: OutcomeKind | null;
  confidence: number;
  choice: string | null;
  answer: string;
  assignee: string | null;
  comments: number;
  changed: number;
  version: number;
}

const rowColumns = `q.id AS questionId, q.position, q.ref, q.text, q.section, q.at, q.optional, a.state, a.outcome,
  a.confidence, a.choice, a.text AS answer, a.assignee, a.changed, a.version,
  (SELECT count(*) FROM comments c WHERE c.questionnaire_id = q.questionnaire_id AND c.question_id = q.id) AS comments`;
const rowTables =
  'questions q JOIN answers a ON a.questionnaire_id = q.questionnaire_id AND a.question_id = q.id';

/** The statement behind the review list; its plan is tested. */
export const listRowsSql = `SELECT ${rowColumns} FROM ${rowTables}
  WHERE q.questionnaire_id = ? AND q.present = 1 ORDER BY q.position`;

/** All rows of the review list in file order. */
export function answerRows(db: ReadHandle, questionnaire: string): AnswerRow[] {
  return all<ListedRow>(db, listRowsSql, questionnaire).map(parseRow);
}

/** The rows of these questions, in file order. */
export function someAnswerRows(
  db: ReadHandle,
  questionnaire: string,
  questions: readonly string[],
): AnswerRow[] {
  return all<ListedRow>(
    db,
    `SELECT ${rowColumns} FROM json_each(?) wanted
       JOIN questions q ON q.questionnaire_id = ? AND q.id = wanted.value
       JOIN answers a ON a.questionnaire_id = q.questionnaire_id AND a.question_id = q.id
     ORDER BY q.position`,
    JSON.stringify(questions),
    questionnaire,
  ).map(parseRow);
}

/** Up to `reach` rows on each side of a position. */
export function rowsAround(
  db: ReadHandle,
  questionnaire: string,
  position: number,
  reach: number,
): { before: AnswerRow[]; after: AnswerRow[] } {
  const rows = all<ListedRow>(
    db,
    `SELECT ${rowColumns} FROM ${rowTables}
     WHERE q.questionnaire_id = ? AND q.present = 1 AND q.position BETWEEN ? AND ? ORDER BY q.position`,
    questionnaire,
    position - reach,
    position + reach,
  ).map(parseRow);
  return {
    before: rows.filter(row => row.position < position),
    after: rows.filter(row => row.position > position),
  };
}

function parseRow(row: ListedRow): AnswerRow {
  return {
    ...row,
    at: JSON.parse(row.at) as AnswerRow['at'],
    optional: row.optional === 1,
    changed: row.changed === 1,
  };
}
