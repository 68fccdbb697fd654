// From a file's neutral model to its questions and the places their answers go. Grids and running text are
// analysed apart; what needs the whole file in view (repeated sheets, contact fields, messages) is decided last.

import type { Mapping, Questionnaire } from '../../contract/questionnaire.ts';
import type { SourceDocument } from '../../contract/source-document.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { FoundRegion } from './found.ts';
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
  const found: FoundRegion[] = [];
  for (const grid of document.grids) found.push(...regionsOfGrid({ grid, corrections, makeId }));
  weighDocument(found);
  const questions = found.filter(one => one.region.included).flatMap(one => one.questions);
  const regions = found.map(one => one.region);
  return {
    fingerprint: fingerprintOf(regions, questions),
    questions,
    regions,
    messages: messagesAbout(document, found),
  };
}
