// One test per folder of cases/: a described document and the questions expected of it. A new case needs no code.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { questionnaire } from '../../../contract/questionnaire.ts';
import { findQuestions } from '../../../documents/find/find-questions.ts';
import { buildDocument, type DocumentDescription } from './build-document.ts';
import { sayQuestions } from './say-questions.ts';

interface Expected {
  questions: string[];
  /** Ids of the regions taken; all others must be left out. */
  included: string[];
  /** Codes of warnings; info messages are not compared. */
  messages?: string[];
}

const cases = join(import.meta.dirname, 'cases');

describe('question finding on described documents', () => {
  for (const name of readdirSync(cases)) {
    it(name.replaceAll('-', ' '), () => {
      const load = (file: string) => JSON.parse(readFileSync(join(cases, name, file), 'utf8'));
      const document = buildDocument(load('input.json') as DocumentDescription);
      const expected = load('expected.json') as Expected;
      const found = findQuestions(document);
      expect(sayQuestions(found)).toEqual(expected.questions);
      expect(found.regions.filter(one => one.included).map(one => one.id)).toEqual(expected.included);
      const warnings = found.messages.filter(one => one.severity === 'warning').map(one => one.code);
      expect(warnings).toEqual(expected.messages ?? []);
      expect(() => questionnaire.parse(found)).not.toThrow();
      expect(new Set(found.questions.map(one => one.id)).size).toBe(found.questions.length);
    });
  }
});
