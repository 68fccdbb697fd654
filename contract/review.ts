// A questionnaire under work: its answers, their states and history. Only a person approves; a state never
// moves to approved by a machine's hand.
import { z } from 'zod';
import { draft, evidence, outcomeKind } from './knowledge.ts';
import { message } from './outcome.ts';
import { place } from './place.ts';
import { question, region } from './questionnaire.ts';

/** `recalled`: was approved, and a passage it quotes has changed since. `empty`: no draft was made yet. */
export const answerState = z.enum([
  'empty',
  'drafted',
  'needs-you',
  'edited',
  'approved',
  'rejected',
  'not-applicable',
  'recalled',
]);
export type AnswerState = z.infer<typeof answerState>;

/** The states as the screens and the answer register say them. */
export const stateWords: Record<AnswerState, string> = {
  empty: 'No draft yet',
  drafted: 'Drafted',
  'needs-you': 'Needs you',
  edited: 'Edited',
  approved: 'Approved',
  rejected: 'Rejected',
  'not-applicable': 'Not applicable',
  recalled: 'Recalled',
};

/** Where a question stands towards its answer, the same on every screen: each state is in exactly one. */
export const standings = ['approved', 'drafted', 'needs-you', 'not-drafted'] as const;
export type StandingKind = (typeof standings)[number];

const standingByState: Record<AnswerState, StandingKind> = {
  approved: 'approved',
  'not-applicable': 'approved',
  drafted: 'drafted',
  edited: 'drafted',
  'needs-you': 'needs-you',
  rejected: 'needs-you',
  recalled: 'needs-you',
  empty: 'not-drafted',
};

export function standingOf(state: AnswerState): StandingKind {
  return standingByState[state];
}

/** How many questions stand where; the numbers add up to all of them. */
export interface Standing {
  approved: number;
  drafted: number;
  needsYou: number;
  notDrafted: number;
}

export function countStanding(counts: Partial<Record<AnswerState, number>>): Standing {
  const of = (kind: StandingKind) =>
    answerState.options
      .filter(state => standingOf(state) === kind)
      .reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return {
    approved: of('approved'),
    drafted: of('drafted'),
    needsYou: of('needs-you'),
    notDrafted: of('not-drafted'),
  };
}

export const questionnaireSummary = z.strictObject({
  id: z.string(),
  file: z.string(),
  format: z.string(),
  customer: z.string(),
  scope: z.string().nullable(),
  due: z.iso.date().nullable(),
  owner: z.string(),
  createdAt: z.iso.datetime(),
  touchedAt: z.iso.datetime(),
  exportedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  questions: z.int(),
  counts: z.record(answerState, z.int()),
});
export type QuestionnaireSummary = z.infer<typeof questionnaireSummary>;

/** One line of the review list: small, because there may be thousands. */
export const answerRow = z.strictObject({
  questionId: z.string(),
  position: z.int(),
  ref: z.string().nullable(),
  text: z.string(),
  section: z.string().nullable(),
  at: place,
  optional: z.boolean(),
  state: answerState,
  outcome: outcomeKind.nullable(),
  confidence: z.number(),
  choice: z.string().nullable(),
  answer: z.string(),
  assignee: z.string().nullable(),
  comments: z.int(),
  /** Differs from what last time's file of this form held, or is new in it. */
  changed: z.boolean(),
  version: z.int(),
});
export type AnswerRow = z.infer<typeof answerRow>;

export const comment = z.strictObject({
  id: z.string(),
  author: z.string(),
  text: z.string(),
  at: z.iso.datetime(),
});
export type Comment = z.infer<typeof comment>;

/** Cells around the question on the customer's sheet, for a faithful small picture. */
export const pictureCell = z.strictObject({
  row: z.int(),
  column: z.int(),
  text: z.string(),
  rowSpan: z.int(),
  columnSpan: z.int(),
  bold: z.boolean(),
  fill: z.string().nullable(),
  color: z.string().nullable(),
  /** The finder's role for this cell ('question', 'choice', ...), or null. */
  role: z.string().nullable(),
  /** True for a drop-down cell. */
  list: z.boolean(),
});
export const picture = z.strictObject({
  label: z.string(),
  firstRow: z.int(),
  firstColumn: z.int(),
  rows: z.array(
    z.strictObject({
      row: z.int(),
      hidden: z.boolean(),
      height: z.number().nullable(),
      /** In a Word table whose cells are not one column wide each: the columns at which the row's cells begin. */
      starts: z.array(z.int()).optional(),
    }),
  ),
  columns: z.array(z.strictObject({ column: z.int(), hidden: z.boolean(), width: z.number().nullable() })),
  cells: z.array(pictureCell),
});
export type Picture = z.infer<typeof picture>;

export const answerDetail = z.strictObject({
  row: answerRow,
  question,
  draft: draft.nullable(),
  /** The answer as it stands now (a person's edit or the draft). */
  choice: z.string().nullable(),
  text: z.string(),
  /** Values a person set for single slots, by slot index; they win over choice and text. */
  slotValues: z.record(z.string(), z.string()),
  reason: z.string().nullable(),
  comments: z.array(comment),
  /** Approved answers near this question. */
  library: z.array(evidence),
  neighbours: z.strictObject({ before: z.array(answerRow), after: z.array(answerRow) }),
  picture: picture.nullable(),
  /** For a recalled answer: the passage as it was quoted and as it stands now (null: gone). */
  recalled: z.array(z.strictObject({ document: z.string(), was: z.string(), now: z.string().nullable() })),
});
export type AnswerDetail = z.infer<typeof answerDetail>;

export const importResult = z.strictObject({
  questionnaire: questionnaireSummary,
  regions: z.array(region),
  messages: z.array(message),
  /** Set when a file of the same form was seen before: its mapping was applied. */
  known: z.strictObject({ questionnaireId: z.string(), file: z.string(), at: z.iso.datetime() }).nullable(),
});
export type ImportResult = z.infer<typeof importResult>;

/** One finding before an export: what it is about, and whether it stops the file. */
export const checkFinding = z.strictObject({
  kind: z.enum(['unapproved', 'unanswered', 'refused', 'contradiction', 'leak', 'recalled']),
  severity: z.enum(['info', 'warning', 'error']),
  text: z.string(),
  questionIds: z.array(z.string()),
});
export type CheckFinding = z.infer<typeof checkFinding>;

export const auditEntry = z.strictObject({
  id: z.int(),
  at: z.iso.datetime(),
  actor: z.string(),
  /** `noun.verb`: answer.approved, policy.imported, library.merged... */
  action: z.string(),
  subject: z.string(),
  subjectId: z.string(),
  questionnaireId: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;
