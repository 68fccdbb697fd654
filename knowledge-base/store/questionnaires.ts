// Questionnaires under work: one row each, the file's bytes kept apart, progress counted from the answers.
import type { Message } from '../../contract/outcome.ts';
import type { Mapping, Region } from '../../contract/questionnaire.ts';
import { type AnswerState, answerState, type QuestionnaireSummary } from '../../contract/review.ts';
import { all, one, type ReadHandle, run, type WriteHandle } from './handle.ts';
import { keepOriginal } from './originals.ts';

export interface NewQuestionnaire {
  id: string;
  file: string;
  format: string;
  customer: string;
  scope: string | null;
  due: string | null;
  owner: string;
  fingerprint: string;
  bytes: Uint8Array;
  mapping: Mapping;
  regions: Region[];
  messages: Message[];
  at: string;
}

type SummaryRow = Omit<QuestionnaireSummary, 'counts' | 'questions'>;

const columns = `id, file, format, customer, scope, due, owner, created_at AS createdAt,
  touched_at AS touchedAt, exported_at AS exportedAt, finished_at AS finishedAt`;

const counting = `SELECT a.questionnaire_id AS id, a.state, count(*) AS n
  FROM answers a JOIN questions q ON q.questionnaire_id = a.questionnaire_id AND q.id = a.question_id
  WHERE q.present = 1`;

export function addQuestionnaire(db: WriteHandle, given: NewQuestionnaire): void {
  const sha256 = keepOriginal(db, given.bytes);
  run(
    db,
    `INSERT INTO questionnaires (id, file, format, customer, scope, due, owner, fingerprint, sha256, mapping,
       regions, messages, created_at, touched_at, exported_at, finished_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)`,
    given.id,
    given.file,
    given.format,
    given.customer,
    given.scope,
    given.due,
    given.owner,
    given.fingerprint,
    sha256,
    JSON.stringify(given.mapping),
    JSON.stringify(given.regions),
    JSON.stringify(given.messages),
    given.at,
    given.at,
  );
}

/** Newest touched first. */
export function listQuestionnaires(db: ReadHandle): QuestionnaireSummary[] {
  const rows = all<SummaryRow>(db, `SELECT ${columns} FROM questionnaires ORDER BY touched_at DESC, id`);
  const counts = new Map<string, CountRow[]>();
  for (const count of all<CountRow>(db, `${counting} GROUP BY a.questionnaire_id, a.state`)) {
    counts.set(count.id, [...(counts.get(count.id) ?? []), count]);
  }
  return rows.map(row => summarise(row, counts.get(row.id) ?? []));
}

export function questionnaireSummary(db: ReadHandle, id: string): QuestionnaireSummary | null {
  const row = one<SummaryRow>(db, `SELECT ${columns} FROM questionnaires WHERE id = ?`, id);
  if (!row) return null;
  return summarise(row, all<CountRow>(db, `${counting} AND a.questionnaire_id = ? GROUP BY a.state`, id));
}

interface CountRow {
  id: string;
  state: AnswerState;
  n: number;
}

function summarise(row: SummaryRow, counted: CountRow[]): QuestionnaireSummary {
  const counts = Object.fromEntries(answerState.options.map(state => [state, 0])) as Record<
    AnswerState,
    number
  >;
  for (const { state, n } of counted) counts[state] = n;
  const questions = counted.reduce((sum, { n }) => sum + n, 0);
  return { ...row, questions, counts };
}

export interface QuestionnaireFile {
  sha256: string;
  fingerprint: string;
  mapping: Mapping;
  regions: Region[];
  messages: Message[];
}

export function questionnaireFile(db: ReadHandle, id: string): QuestionnaireFile | null {
  const row = one<{
    sha256: string;
    fingerprint: string;
    mapping: string;
    regions: string;
    messages: string;
  }>(db, 'SELECT sha256, fingerprint, mapping, regions, messages FROM questionnaires WHERE id = ?', id);
  return (
    row && {
      sha256: row.sha256,
      fingerprint: row.fingerprint,
      mapping: JSON.parse(row.mapping) as Mapping,
      regions: JSON.parse(row.regions) as Region[],
      messages: JSON.parse(row.messages) as Message[],
    }
  );
}

export function putMapping(
  db: WriteHandle,
  id: string,
  given: { mapping: Mapping; regions: Region[]; messages: Message[] },
): void {
  run(
    db,
    'UPDATE questionnaires SET mapping = ?, regions = ?, messages = ? WHERE id = ?',
    JSON.stringify(given.mapping),
    JSON.stringify(given.regions),
    JSON.stringify(given.messages),
    id,
  );
}

export function describeQuestionnaire(
  db: WriteHandle,
  id: string,
  given: { customer: string; scope: string | null; due: string | null; owner: string },
): void {
  run(
    db,
    'UPDATE questionnaires SET customer = ?, scope = ?, due = ?, owner = ? WHERE id = ?',
    given.customer,
    given.scope,
    given.due,
    given.owner,
    id,
  );
}

/** Notes that something of the questionnaire was worked on, exported or finished at this moment. */
export function touchQuestionnaire(
  db: WriteHandle,
  id: string,
  at: string,
  what: 'worked' | 'exported' | 'finished' = 'worked',
): void {
  run(db, 'UPDATE questionnaires SET touched_at = ? WHERE id = ?', at, id);
  if (what === 'exported') run(db, 'UPDATE questionnaires SET exported_at = ? WHERE id = ?', at, id);
  if (what === 'finished') run(db, 'UPDATE questionnaires SET finished_at = ? WHERE id = ?', at, id);
}

/** Removes it with its questions and answers; the audit trail keeps what was said about it. */
export function removeQuestionnaire(db: WriteHandle, id: string): void {
  run(db, 'DELETE FROM questionnaires WHERE id = ?', id);
}

/** The questionnaire of the same form that was imported last, this one left out. */
export function lastOfForm(db: ReadHandle, fingerprint: string, except: string): string | null {
  const row = one<{ id: string }>(
    db,
    'SELECT id FROM questionnaires WHERE fingerprint = ? AND id <> ? ORDER BY created_at DESC LIMIT 1',
    fingerprint,
    except,
  );
  return row?.id ?? null;
}

/** How many of these question texts every other questionnaire holds, most first: an older form of this one. */
export function formsLike(
  db: ReadHandle,
  textKeys: readonly string[],
  except: string,
): { id: string; shared: number; questions: number }[] {
  return all(
    db,
    `SELECT q.questionnaire_id AS id, count(DISTINCT q.text_key) AS shared,
       (SELECT count(*) FROM questions o WHERE o.questionnaire_id = q.questionnaire_id AND o.present = 1) AS questions
     FROM json_each(?) wanted JOIN questions q ON q.text_key = wanted.value AND q.present = 1
     WHERE q.questionnaire_id <> ? GROUP BY q.questionnaire_id ORDER BY shared DESC, id`,
    JSON.stringify(textKeys),
    except,
  );
}
