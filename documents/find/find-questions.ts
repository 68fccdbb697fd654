// From a file's neutral model to its questions and the places their answers go. Grids and running text are
// analysed apart; what needs the whole file in view (repeated sheets, contact fields, messages) is decided last.
import type { Mapping, Questionnaire } from '../../contract/questionnaire.ts';
import type { SourceDocument } from '../../contract/source-document.ts';
import { regionsOfBlocks } from './block-regions.ts';
import { fingerprintOf } from './fingerprint.ts';
import { regionsOfGrid } from './grid-regions.ts';
import { messagesAbout } from './messages.ts';
import { idMaker } from './places.ts';
import { weighDocument } from './weigh-document.ts';

/**
 * Every question of a document with its slots, and a report on every sheet and table, included or not.
 * @param mapping corrections a person made, by region id; they override what is found
 * @returns a document without questions gives an empty list and a message that says why
 */
export function findQuestions(document: SourceDocument, mapping?: Mapping): Questionnaire {
  const corrections = new Map((mapping?.corrections ?? []).map(one => [one.region, one]));
  const makeId = idMaker();
  const found = [
    ...document.grids.flatMap(grid => regionsOfGrid({ grid, corrections, makeId })),
    ...regionsOfBlocks(document, corrections, makeId),
  ];
  weighDocument(found);
  const regions = found.map(one => one.region);
  const included = found.filter(one => one.region.included);
  const questions = included
    .flatMap(one => one.questions.map((question, at) => ({ question, order: one.orders?.[at] ?? 0 })))
    .sort((a, b) => a.order - b.order)
    .map(one => one.question);
  return {
    fingerprint: fingerprintOf(regions, questions),
    questions,
    regions,
    messages: messagesAbout(document, found),
  };
}
