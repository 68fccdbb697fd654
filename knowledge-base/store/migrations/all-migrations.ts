// Every step the schema has gone through, in order. A shipped step never changes; a new need is a new file
// with the next number, in steps of ten.
import { policiesAndPassages } from './0010-policies-and-passages.ts';
import { questionnairesAndAnswers } from './0020-questionnaires-and-answers.ts';
import { library } from './0030-library.ts';
import { audit } from './0040-audit.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  policiesAndPassages,
  questionnairesAndAnswers,
  library,
  audit,
];
