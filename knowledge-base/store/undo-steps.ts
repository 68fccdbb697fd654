// The steps a person can take back and do again, per questionnaire. A new step drops those taken back.
import type { AnswerContent } from './answers.ts';
import type { Citation } from './citations.ts';
import { one, type ReadHandle, run, type WriteHandle } from './handle.ts';
import type { Recall } from './recalls.ts';

/** Everything a step may have changed about one answer. */
export interface AnswerSnapshot extends AnswerContent {
  citations: Citation[];
  recalls: Recall[];
}

export interface AnswerStep {
  question: string;
  before: AnswerSnapshot;
  after: AnswerSnapshot;
}

export interface UndoEntry {
  number: number;
  at: string;
  actor: string;
  action: string;
  steps: AnswerStep[];
}

const KEPT = 200;
type StoredEntry = Omit<UndoEntry, 'steps'> & { steps: string };
const columns = 'number, at, actor, action, steps';

export function addUndoEntry(db: WriteHandle, questionnaire: string, entry: Omit<UndoEntry, 'number'>): void {
  run(db, 'DELETE FROM undo_steps WHERE questionnaire_id = ? AND undone = 1', questionnaire);
  run(
    db,
    'INSERT INTO undo_steps (questionnaire_id, at, actor, action, undone, steps) VALUES (?, ?, ?, ?, 0, ?)',
    questionnaire,
    entry.at,
    entry.actor,
    entry.action,
    JSON.stringify(entry.steps),
  );
  run(
    db,
    `DELETE FROM undo_steps WHERE questionnaire_id = ? AND undone = 0 AND number <=
       (SELECT number FROM undo_steps WHERE questionnaire_id = ? AND undone = 0
        ORDER BY number DESC LIMIT 1 OFFSET ?)`,
    questionnaire,
    questionnaire,
    KEPT,
  );
}

/** The step that undo would take back: the newest that stands. */
export function nextToUndo(db: ReadHandle, questionnaire: string): UndoEntry | null {
  const sql = `SELECT ${columns} FROM undo_steps WHERE questionnaire_id = ? AND undone = 0 ORDER BY number DESC LIMIT 1`;
  return parseEntry(one<StoredEntry>(db, sql, questionnaire));
}

/** The step that redo would make again: the oldest of those taken back. */
export function nextToRedo(db: ReadHandle, questionnaire: string): UndoEntry | null {
  const sql = `SELECT ${columns} FROM undo_steps WHERE questionnaire_id = ? AND undone = 1 ORDER BY number LIMIT 1`;
  return parseEntry(one<StoredEntry>(db, sql, questionnaire));
}

/** Makes the last standing step reach further, for words typed on. What was taken back is dropped. */
export function extendUndoEntry(
  db: WriteHandle,
  questionnaire: string,
  number: number,
  given: { steps: AnswerStep[]; at: string },
): void {
  run(db, 'DELETE FROM undo_steps WHERE questionnaire_id = ? AND undone = 1', questionnaire);
  putUndoEntry(db, number, { ...given, undone: false });
}

/** Stores the steps of an entry anew, taken back or standing. */
export function putUndoEntry(
  db: WriteHandle,
  number: number,
  given: { undone: boolean; steps: AnswerStep[]; at: string },
): void {
  run(
    db,
    'UPDATE undo_steps SET undone = ?, steps = ?, at = ? WHERE number = ?',
    given.undone ? 1 : 0,
    JSON.stringify(given.steps),
    given.at,
    number,
  );
}

export function removeUndoEntry(db: WriteHandle, number: number): void {
  run(db, 'DELETE FROM undo_steps WHERE number = ?', number);
}

function parseEntry(row: StoredEntry | null): UndoEntry | null {
  return row && { ...row, steps: JSON.parse(row.steps) as AnswerStep[] };
}
