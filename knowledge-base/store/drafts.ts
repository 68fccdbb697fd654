// The machine's last draft of each answer, whole: candidates, reasons and score parts.
import type { Draft } from '../../contract/knowledge.ts';
import { one, type ReadHandle, run, type WriteHandle } from './handle.ts';

export function putDraft(db: WriteHandle, questionnaire: string, question: string, draft: Draft): void {
  run(
    db,
    `INSERT INTO drafts (questionnaire_id, question_id, json) VALUES (?, ?, ?)
     ON CONFLICT (questionnaire_id, question_id) DO UPDATE SET json = excluded.json`,
    questionnaire,
    question,
    JSON.stringify(draft),
  );
}

export function draftOf(db: ReadHandle, questionnaire: string, question: string): Draft | null {
  const row = one<{ json: string }>(
    db,
    'SELECT json FROM drafts WHERE questionnaire_id = ? AND question_id = ?',
    questionnaire,
    question,
  );
  return row && (JSON.parse(row.json) as Draft);
}
