// Approved question-answer pairs. Every write of the words is a new version; the evidence is kept as it was
// worded when a person approved it, so that a changed policy can be shown against it.
import type { LibraryAnswer, LibraryVersion } from '../../contract/curate.ts';
import type { Place } from '../../contract/place.ts';
import { all, one, type ReadHandle, run, type WriteHandle } from './handle.ts';
import { indexLibraryWords } from './library-words.ts';
import { raiseRevision } from './revisions.ts';

export type LibraryEvidence = LibraryAnswer['evidence'][number] & { documentId: string };
/** A library answer to write; its version is counted here. */
export type LibraryWrite = Omit<LibraryAnswer, 'version' | 'evidence'> & {
  questionKey: string;
  evidence: LibraryEvidence[];
};

type StoredLibraryAnswer = Omit<LibraryAnswer, 'tags' | 'evidence'> & { number: number; tags: string };

export const libraryColumns = `l.number, l.id, l.question, l.choice, l.text, l.scope, l.owner, l.tags,
  l.review_by AS reviewBy, l.source, l.approved_by AS approvedBy, l.approved_at AS approvedAt, l.state, l.version,
  l.updated_at AS updatedAt`;

/** Adds the answer, or writes it over the one with this id; either way the words become the newest version. */
export function putLibraryAnswer(db: WriteHandle, given: LibraryWrite, actor: string): void {
  run(
    db,
    `INSERT INTO library (id, question, question_key, choice, text, scope, owner, tags, review_by, source,
       approved_by, approved_at, state, version, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
     ON CONFLICT (id) DO UPDATE SET question = excluded.question, question_key = excluded.question_key,
       choice = excluded.choice, text = excluded.text, scope = excluded.scope, owner = excluded.owner,
       tags = excluded.tags, review_by = excluded.review_by, source = excluded.source,
       approved_by = excluded.approved_by, approved_at = excluded.approved_at, state = excluded.state,
       version = version + 1, updated_at = excluded.updated_at`,
    given.id,
    given.question,
    given.questionKey,
    given.choice,
    given.text,
    given.scope,
    given.owner,
    JSON.stringify(given.tags),
    given.reviewBy,
    given.source,
    given.approvedBy,
    given.approvedAt,
    given.state,
    given.updatedAt,
  );
  putLibraryEvidence(db, given.id, given.evidence);
  const written = one<StoredLibraryAnswer>(
    db,
    `SELECT ${libraryColumns} FROM library l WHERE l.id = ?`,
    given.id,
  );
  if (!written) return;
  run(
    db,
    'INSERT INTO library_versions (library_id, version, question, choice, text, at, actor) VALUES (?, ?, ?, ?, ?, ?, ?)',
    given.id,
    written.version,
    given.question,
    given.choice,
    given.text,
    given.updatedAt,
    actor,
  );
  indexLibraryWords(db, written.number, given);
  raiseRevision(db, 'library');
}

/** Changes the state alone; the words and their version stay. */
export function setLibraryState(
  db: WriteHandle,
  id: string,
  state: LibraryAnswer['state'],
  at: string,
): void {
  run(db, 'UPDATE library SET state = ?, updated_at = ? WHERE id = ?', state, at, id);
  raiseRevision(db, 'library');
}

export function putLibraryEvidence(db: WriteHandle, id: string, evidence: readonly LibraryEvidence[]): void {
  run(db, 'DELETE FROM library_evidence WHERE library_id = ?', id);
  evidence.forEach((item, ordinal) => {
    run(
      db,
      `INSERT INTO library_evidence (library_id, ordinal, passage_id, document_id, passage_hash, text, document,
         section, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      ordinal,
      item.passageId,
      item.documentId,
      item.hash,
      item.text,
      item.document,
      item.section,
      JSON.stringify(item.place),
    );
  });
}

export function libraryAnswerById(db: ReadHandle, id: string): LibraryAnswer | null {
  const row = one<StoredLibraryAnswer>(db, `SELECT ${libraryColumns} FROM library l WHERE l.id = ?`, id);
  return row && (withEvidence(db, [row])[0] ?? null);
}

/** Active answers that may be used in a scope: its own and those of every scope. Null means all of them. */
export function activeLibraryAnswers(db: ReadHandle, scope: string | null): LibraryAnswer[] {
  const rows =
    scope === null
      ? all<StoredLibraryAnswer>(
          db,
          `SELECT ${libraryColumns} FROM library l WHERE l.state = 'active' ORDER BY l.number`,
        )
      : all<StoredLibraryAnswer>(
          db,
          `SELECT ${libraryColumns} FROM library l
           WHERE l.state = 'active' AND (l.scope IS NULL OR l.scope = ?) ORDER BY l.number`,
          scope,
        );
  return withEvidence(db, rows);
}

/** All answers, whatever their state, oldest first: for an export of the library. */
export function allLibraryAnswers(db: ReadHandle): LibraryAnswer[] {
  return withEvidence(db, all(db, `SELECT ${libraryColumns} FROM library l ORDER BY l.number`));
}

/** Answers of any state whose question has exactly these words (as a key), newest first. */
export function libraryAnswersOfQuestion(db: ReadHandle, questionKey: string): LibraryAnswer[] {
  const rows = all<StoredLibraryAnswer>(
    db,
    `SELECT ${libraryColumns} FROM library l WHERE l.question_key = ? ORDER BY l.updated_at DESC`,
    questionKey,
  );
  return withEvidence(db, rows);
}

/** Active library answers that quote a passage of this document which is not among its passages any more. */
export function libraryQuotingLostPassages(db: ReadHandle, documentId: string): string[] {
  return all<{ id: string }>(
    db,
    `SELECT DISTINCT e.library_id AS id FROM library_evidence e JOIN library l ON l.id = e.library_id
     WHERE e.document_id = ? AND l.state <> 'retired' AND NOT EXISTS
       (SELECT 1 FROM passages p WHERE p.document_id = e.document_id AND p.hash = e.passage_hash)
     ORDER BY 1`,
    documentId,
  ).map(row => row.id);
}

/** Retired answers that said the same: the twins a merge took away among them. */
export function retiredInSameWords(
  db: ReadHandle,
  { id, choice, text }: Pick<LibraryAnswer, 'id' | 'choice' | 'text'>,
): string[] {
  return all<{ id: string }>(
    db,
    "SELECT id FROM library WHERE state = 'retired' AND text = ? AND choice IS ? AND id <> ? ORDER BY number",
    text,
    choice,
    id,
  ).map(row => row.id);
}

export function libraryEvidenceOf(db: ReadHandle, id: string): LibraryEvidence[] {
  return all<Omit<LibraryEvidence, 'place'> & { place: string }>(
    db,
    `SELECT passage_id AS passageId, document_id AS documentId, passage_hash AS hash, text, document, section, place
     FROM library_evidence WHERE library_id = ? ORDER BY ordinal`,
    id,
  ).map(row => ({ ...row, place: JSON.parse(row.place) as Place }));
}

export function libraryVersions(db: ReadHandle, id: string): LibraryVersion[] {
  return all(
    db,
    `SELECT version, question, choice, text, at, actor FROM library_versions WHERE library_id = ? ORDER BY version DESC`,
    id,
  );
}

export function countLibraryAnswers(db: ReadHandle): number {
  return one<{ n: number }>(db, "SELECT count(*) AS n FROM library WHERE state <> 'retired'")?.n ?? 0;
}

/** Reads the evidence of many rows in one query and puts it with its answer. */
export function withEvidence(db: ReadHandle, rows: readonly StoredLibraryAnswer[]): LibraryAnswer[] {
  const evidence = all<{ id: string; place: string } & Omit<LibraryAnswer['evidence'][number], 'place'>>(
    db,
    `SELECT e.library_id AS id, e.passage_id AS passageId, e.passage_hash AS hash, e.text, e.document, e.section, e.place
     FROM json_each(?) wanted JOIN library_evidence e ON e.library_id = wanted.value ORDER BY e.library_id, e.ordinal`,
    JSON.stringify(rows.map(row => row.id)),
  );
  const byAnswer = Map.groupBy(evidence, item => item.id);
  return rows.map(({ number: _, tags, ...row }) => ({
    ...row,
    tags: JSON.parse(tags) as string[],
    evidence: (byAnswer.get(row.id) ?? []).map(({ id: __, place, ...item }) => ({
      ...item,
      place: JSON.parse(place) as Place,
    })),
  }));
}

/** Notes that a person looked at the answer and stands by its words, which keep their version. */
export function confirmLibraryAnswer(
  db: WriteHandle,
  id: string,
  given: { approvedBy: string; approvedAt: string; reviewBy: string | null },
): void {
  run(
    db,
    `UPDATE library SET state = 'active', approved_by = ?, approved_at = ?, review_by = ?, updated_at = ? WHERE id = ?`,
    given.approvedBy,
    given.approvedAt,
    given.reviewBy,
    given.approvedAt,
    id,
  );
  raiseRevision(db, 'library');
}
