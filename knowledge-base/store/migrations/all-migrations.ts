// Every step the schema has gone through, in order. A shipped step never changes; a new need is a new file
// with the next number, in steps of ten.
import { policiesAndPassages } from './0010-policies-and-passages.ts';

export interface Migration {
  /** The `user_version` after this step. */
  readonly version: number;
  readonly name: string;
  apply(exec: (sql: string) => void): void;
}

export const migrations: readonly Migration[] = [policiesAndPassages];
