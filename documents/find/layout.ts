// What role assignment says of a table: which column is what, and why. The row walk and the verdict work from it.
import type { ColumnRole } from '../../contract/questionnaire.ts';
import type { ColumnFacts } from './columns.ts';

export interface RoleOf {
  column: number;
  role: ColumnRole;
  header: string | null;
  option: string | null;
  why: string;
}

export interface SlotColumn {
  column: number;
  kind: 'answer' | 'comment' | 'mark' | 'score';
  option: string | null;
  /** Options the header spells out, for cells without a drop-down. */
  options: string[] | null;
  /** True for an unlabelled column taken because there was no other. */
  guessed: boolean;
}

export interface Layout {
  question: number | null;
  reference: number | null;
  section: number | null;
  guidance: number[];
  slots: SlotColumn[];
  roles: RoleOf[];
  facts: Map<number, ColumnFacts>;
  /** Header weight of the question column, 0 without a header. */
  questionWeight: number;
  /** Columns headed as answers that are formulas: a sheet that shows answers given elsewhere. */
  formulaAnswers: number;
  /** Columns headed as answers that hold data nobody may overwrite. */
  takenAnswers: number;
}
