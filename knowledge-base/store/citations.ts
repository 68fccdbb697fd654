// What an answer rests on, worded as it was when it was cited. The passage hash is what recall compares.
import type { Evidence } from '../../contract/knowledge.ts';
import { all, type ReadHandle, run, type WriteHandle } from './handle.ts';

export interface Citation {
  evidence: Evidence;
  /** Empty for library evidence. */
  documentId: string;
  passageHash: string;
}

/** Replaces the citations of an answer, best first. */
export function putCitations(
  db: WriteHandle,
  questionnaire: string,
  question: string,
  citations: readonly Citation[],
): void {
  run(db, 'DELETE FROM citations WHERE questionnaire_id = ? AND question_id = ?', questionnaire, question);
  citations.forEach(({ evidence, documentId, passageHash }, ordinal) => {
    run(
      db,
      `INSERT INTO citations (questionnaire_id, question_id, ordinal, source, ref_id, document_id, passage_hash, json)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      questionnaire,
      question,
      ordinal,
      evidence.source,
      evidence.id,
      documentId,
      passageHash,
      JSON.stringify(evidence),
    );
  });
}

interface StoredCitation {
  documentId: string;
  passageHash: string;
  json: string;
}

function parseCitation(row: StoredCitation): Citation {
  return {
    evidence: JSON.parse(row.json) as Evidence,
    documentId: row.documentId,
    passageHash: row.passageHash,
  };
}

export function citationsOf(db: ReadHandle, questionnaire: string, question: string): Citation[] {
  return all<StoredCitation>(
    db,
    `SELECT document_id AS documentId, passage_hash AS passageHash, json FROM citations
     WHERE questionnaire_id = ? AND question_id = ? ORDER BY ordinal`,
    questionnaire,
    question,
  ).map(parseCitation);
}

/** The citations of every answer of a questionnaire, by question id. */
export function allCitations(db: ReadHandle, questionnaire: string): Map<string, Citation[]> {
  const rows = all<StoredCitation & { question: string }>(
    db,
    `SELECT question_id AS question, document_id AS documentId, passage_hash AS passageHash, json FROM citations
     WHERE questionnaire_id = ? ORDER BY question_id, ordinal`,
    questionnaire,
  );
  const found = new Map<string, Citation[]>();
  for (const row of rows) {
    const list = found.get(row.question);
    if (list) list.push(parseCitation(row));
    else found.set(row.question, [parseCitation(row)]);
  }
  return found;
}

/** Answers that cite a passage of this document which is not among its passages any more. */
export function answersQuotingLostPassages(
  db: ReadHandle,
  documentId: string,
): { questionnaireId: string; questionId: string }[] {
  return all(
    db,
    `SELECT DISTINCT c.questionnaire_id AS questionnaireId, c.question_id AS questionId FROM citations c
     WHERE c.document_id = ? AND NOT EXISTS
       (SELECT 1 FROM passages p WHERE p.document_id = c.document_id AND p.hash = c.passage_hash)
     ORDER BY 1, 2`,
    documentId,
  );
}

/** Answers that rest on this library answer. */
export function answersQuotingLibrary(
  db: ReadHandle,
  libraryId: string,
): { questionnaireId: string; questionId: string }[] {
  return all(
    db,
    `SELECT DISTINCT questionnaire_id AS questionnaireId, question_id AS questionId FROM citations
     WHERE ref_id = ? AND source = 'library'`,
    libraryId,
  );
}
