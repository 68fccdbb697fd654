// The answer register: every question with what was answered, how sure, by whom approved and from which source.
// It is our own record; the customer's file never holds any of it. Brought into a library, it gives what is approved.

import { sayPlace } from '../../contract/place.ts';
import { stateWords } from '../../contract/review.ts';
import type { SourceDocument } from '../../contract/source-document.ts';
import type { AuthoredSheet } from '../../documents/authored/write-workbook.ts';
import { allCitations, type Citation } from '../../knowledge-base/store/citations.ts';
import type { ReadHandle } from '../../knowledge-base/store/handle.ts';
import { sayAnswer } from '../answers/change-answers.ts';
import { rowsOfFirstGrid } from '../library/library-sheet.ts';
import type { ToExport } from './exported-answers.ts';

const columns = [
  'Number',
  'Section',
  'Question',
  'Choice',
  'Answer',
  'In the file',
  'State',
  'Confidence',
  'Approved by',
  'Approved at',
  'Assigned to',
  'Reason',
  'Sources',
  'Place',
];

export function registerOf(db: ReadHandle, id: string, given: ToExport): AuthoredSheet[] {
  const citations = allCitations(db, id);
  const written = new Set(given.exported.map(({ question }) => question.id));
  const rows = given.questions.map(question => {
    const answer = given.answers.get(question.id);
    return [
      question.ref ?? '',
      question.section ?? '',
      question.text,
      answer?.choice ?? '',
      answer ? sayAnswer({ ...answer, choice: null }) : '',
      written.has(question.id) ? 'yes' : 'no',
      answer ? stateWords[answer.state] : '',
      answer?.outcome ? answer.confidence.toFixed(2) : '',
      answer?.approvedBy ?? '',
      answer?.approvedAt ?? '',
      answer?.assignee ?? '',
      answer?.reason ?? '',
      sayEachSource(citations.get(question.id) ?? []).join('\n'),
      sayPlace(question.at),
    ];
  });
  return [{ name: 'Answers', columns, rows }];
}

export interface RegisteredAnswer {
  section: string | null;
  question: string;
  choice: string | null;
  text: string;
}

/** The approved answers of a register; null when the document is something else. */
export function registeredAnswers(document: SourceDocument): RegisteredAnswer[] | null {
  const [header, ...rows] = rowsOfFirstGrid(document) ?? [];
  if (!header || !columns.every((name, at) => header[at]?.trim() === name)) return null;
  const at = (row: string[], name: string) => row[columns.indexOf(name)]?.trim() ?? '';
  return rows
    .filter(row => at(row, 'State') === stateWords.approved)
    .map(row => ({
      section: at(row, 'Section') || null,
      question: at(row, 'Question'),
      choice: at(row, 'Choice') || null,
      text: at(row, 'Answer'),
    }));
}

/** Each source once: the document, its section and the place, or the approved answer it came from. */
function sayEachSource(citations: readonly Citation[]): string[] {
  const said = citations.map(({ evidence }) => {
    const { document, section, place } = evidence.citation;
    if (evidence.source === 'library') return `Approved answer: ${document}`;
    return [document, section, sayPlace(place)].filter(part => part !== '').join(', ');
  });
  return [...new Set(said)];
}
