// The customer's sheet around a question. Pictures need the whole file in its read form; when it is not at hand
// it is read in the background, because a key on the review screen must never wait for a workbook.

import { AppError } from '../../contract/outcome.ts';
import type { Place } from '../../contract/place.ts';
import type { Questionnaire, Region } from '../../contract/questionnaire.ts';
import type { Desk, UseCase } from '../desk/desk.ts';
import { openQuestionnaire } from './read-questionnaire.ts';

export const questionnairePicture: UseCase<'questionnaire.picture'> = async (desk, input, run) => {
  const { document, questionnaire } = await openQuestionnaire(desk, input.id, run.signal);
  const picture = desk.rooms.picture(document, questionnaire, input.region, input.fromRow, input.rows);
  if (!picture) {
    throw new AppError('not-found', 'This part of the file is running text, so there is no sheet to show.', {
      region: input.region,
    });
  }
  return picture;
};

/** Reads the file in the background and says so when it is there. */
export function warmDocument(desk: Desk, id: string): void {
  openQuestionnaire(desk, id, new AbortController().signal).then(
    () => desk.emit('changed', { what: 'answers' }),
    () => {}, // a file that cannot be read any more has no picture; reading it for a purpose says why
  );
}

/** The region a place stands in, with its row from 1; null for running text. */
export function regionOfPlace(found: Questionnaire, at: Place): { region: Region; row: number } | null {
  const stands = gridOfPlace(at);
  if (!stands) return null;
  const { prefix, row } = stands;
  const near = found.regions.filter(region => region.included && region.id.startsWith(prefix));
  const region = near.find(one => one.firstRow <= row && row <= one.lastRow) ?? near[0];
  return region ? { region, row } : null;
}

function gridOfPlace(at: Place): { prefix: string; row: number } | null {
  if ('sheet' in at) return { prefix: `sheet:${at.sheet}#`, row: Number(/\d+$/.exec(at.cell)?.[0] ?? 1) };
  if ('column' in at) return { prefix: 'csv:', row: at.row };
  if ('table' in at) return { prefix: `table:${at.table}#`, row: at.row + 1 };
  return null;
}
