// The append-only trail. It has no function to change or delete, and the schema refuses both.
import type { AuditEntry } from '../../contract/review.ts';
import { all, type ReadHandle, run, type WriteHandle } from './handle.ts';

export type NewAuditEntry = Omit<AuditEntry, 'id'>;

const columns =
  'id, at, actor, action, subject, subject_id AS subjectId, questionnaire_id AS questionnaireId, before, after';

export function appendAudit(db: WriteHandle, entry: NewAuditEntry): void {
  run(
    db,
    `INSERT INTO audit (at, actor, action, subject, subject_id, questionnaire_id, before, after)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    entry.at,
    entry.actor,
    entry.action,
    entry.subject,
    entry.subjectId,
    entry.questionnaireId,
    entry.before,
    entry.after,
  );
}

/** Newest first. `before` is the id to continue below; `questionnaire` null means the whole workspace. */
export function listAudit(
  db: ReadHandle,
  given: { questionnaire: string | null; before: number | null; limit: number },
): AuditEntry[] {
  const before = given.before ?? Number.MAX_SAFE_INTEGER;
  return given.questionnaire === null
    ? all(db, `SELECT ${columns} FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?`, before, given.limit)
    : all(
        db,
        `SELECT ${columns} FROM audit WHERE questionnaire_id = ? AND id < ? ORDER BY id DESC LIMIT ?`,
        given.questionnaire,
        before,
        given.limit,
      );
}

/** Everything that happened to one answer, newest first. */
export function auditOfAnswer(db: ReadHandle, questionnaire: string, question: string): AuditEntry[] {
  return all(
    db,
    `SELECT ${columns} FROM audit WHERE subject_id = ? AND questionnaire_id = ? ORDER BY id DESC`,
    question,
    questionnaire,
  );
}
