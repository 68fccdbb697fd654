// Recognises a form by its own words: sheet names, headers and question texts, never the answers in it. Equal
// fingerprints are the same template.
import { createHash } from 'node:crypto';
import type { Question, Region } from '../../contract/questionnaire.ts';
import { plainWords } from './plain-words.ts';

/** sha256 in hex over regions, their headers and all question texts, in order. */
export function fingerprintOf(regions: Region[], questions: Question[]): string {
  const hash = createHash('sha256');
  for (const region of regions) {
    hash.update(`region ${plainWords(region.label)}\n`);
    for (const column of region.columns) {
      if (column.header) hash.update(`${column.column} ${plainWords(column.header)}\n`);
    }
  }
  for (const question of questions) hash.update(`${plainWords(question.text)}\n`);
  return hash.digest('hex');
}
