// The receipts of files that left, so that what a customer was sent can be proven later.
import type { Receipt } from '../../contract/fill.ts';
import { all, type ReadHandle, run, type WriteHandle } from './handle.ts';

export interface ExportRecord {
  id: string;
  at: string;
  actor: string;
  includeDrafts: boolean;
  receipt: Receipt;
}

export function addExport(db: WriteHandle, questionnaire: string, made: ExportRecord): void {
  run(
    db,
    'INSERT INTO exports (id, questionnaire_id, at, actor, include_drafts, receipt) VALUES (?, ?, ?, ?, ?, ?)',
    made.id,
    questionnaire,
    made.at,
    made.actor,
    made.includeDrafts ? 1 : 0,
    JSON.stringify(made.receipt),
  );
}

/** Newest first. */
export function exportsOf(db: ReadHandle, questionnaire: string): ExportRecord[] {
  return all<{ id: string; at: string; actor: string; includeDrafts: number; receipt: string }>(
    db,
    `SELECT id, at, actor, include_drafts AS includeDrafts, receipt FROM exports
     WHERE questionnaire_id = ? ORDER BY at DESC`,
    questionnaire,
  ).map(row => ({
    ...row,
    includeDrafts: row.includeDrafts === 1,
    receipt: JSON.parse(row.receipt) as Receipt,
  }));
}
