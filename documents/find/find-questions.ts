// From a file's neutral model to its questions and the places their answers go. Grids and running text are
// analysed apart; what needs the whole file in view (repeated sheets, contact fields, messages) is decided last.

import type { Place } from '../../contract/place.ts';
import type { Mapping, Questionnaire, RegionCorrection } from '../../contract/questionnaire.ts';
import type { Grid, SourceDocument } from '../../contract/source-document.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { FoundRegion } from './found.ts';
import { regionOfTable } from './grid-region.ts';
import { viewGrid } from './grid-view.ts';
import { messagesAbout } from './messages.ts';
import { idMaker } from './places.ts';
import { cutTables } from './tables.ts';
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
  for (const grid of document.grids) found.push(...regionsOfGrid(grid, corrections, makeId));
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

function regionsOfGrid(
  grid: Grid,
  corrections: Map<string, RegionCorrection>,
  makeId: (at: Place) => string,
  rowPlaces?: Place[],
): FoundRegion[] {
  const view = viewGrid(grid);
  if (view.contentRows.length === 0) return [];
  const name = grid.kind === 'table' ? `table:${grid.index}` : `${grid.kind}:${grid.name}`;
  const firstId = `${name}#1`;
  const headerRow = corrections.get(firstId)?.headerRow;
  return cutTables(view, headerRow).map((table, at) => {
    const id = `${name}#${at + 1}`;
    const correction = corrections.get(id);
    const label = at === 0 ? grid.name : `${grid.name} (${at + 1})`;
    return regionOfTable(
      { view, id, label, makeId, ...(rowPlaces ? { rowPlaces } : {}), ...(correction ? { correction } : {}) },
      table,
    );
  });
}
