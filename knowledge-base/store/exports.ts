// The receipts of files that left, so that what a customer was sent can be proven later.
import type { Receipt } from '../../contract/fill.ts';
import { run, type WriteHandle } from './handle.ts';

interface ExportRecord {
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
