// Recognises a form by its own words: sheet names, headers and question texts, never the answers in it. Equal
// fingerprints are the same template; `sameTemplate` says how near two versions of one are.
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

/** What a form is made of, small enough to keep beside it. */
export interface TemplateWords {
  questions: readonly { text: string }[];
}

/**
 * Share of question texts two forms have in common, 0 to 1, by the smaller form: 1 for the same form, about
 * 0.5 and more for versions of one template.
 */
export function sameTemplate(a: TemplateWords, b: TemplateWords): number {
  const words = (form: TemplateWords) => new Set(form.questions.map(question => plainWords(question.text)));
  const [first, second] = [words(a), words(b)];
  let common = 0;
  for (const text of first) if (second.has(text)) common += 1;
  return common / Math.max(1, Math.min(first.size, second.size));
}
