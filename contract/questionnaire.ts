// What question finding yields, how it explains itself, and how a person corrects it. The correction is part
// of the contract so that it can be remembered by template fingerprint and applied to the next file.
import { z } from 'zod';
import { message } from './outcome.ts';
import { place } from './place.ts';

export const slotRole = z.enum(['choice', 'text', 'mark']);

/** One place an answer goes. `choice` takes one of `options` exactly; `mark` takes a tick meaning `option`. */
export const slot = z.strictObject({
  role: slotRole,
  at: place,
  options: z.array(z.string()).optional(),
  option: z.string().optional(),
  /** What stands there now, when it is not empty (a placeholder, a former answer). */
  value: z.string().optional(),
  /** Longest text the file accepts, in characters, when it states one. */
  limit: z.int().positive().optional(),
  /** A second free-text slot beside a choice is a comment; others hold the answer itself. */
  purpose: z.enum(['answer', 'comment']).optional(),
  /** May be left empty without the row being unanswered. */
  optional: z.boolean().optional(),
});
export type Slot = z.infer<typeof slot>;

export const question = z.strictObject({
  /** Stable within the file: made from the place, so that re-reading gives the same id. */
  id: z.string(),
  /** The customer's own number ("AIS-01.2"). */
  ref: z.string().nullable(),
  text: z.string(),
  section: z.string().nullable(),
  /** The customer's explanation or instructions beside the question. */
  guidance: z.string().nullable(),
  at: place,
  optional: z.boolean(),
  slots: z.array(slot),
});
export type Question = z.infer<typeof question>;

/** The role a column (or a table-wide cell position) plays. */
export const columnRole = z.enum([
  'question',
  'reference',
  'section',
  'guidance',
  'choice',
  'text',
  'comment',
  'mark',
  'score',
  'reviewer',
  'ignore',
]);
export type ColumnRole = z.infer<typeof columnRole>;

export const columnFinding = z.strictObject({
  /** From 1; for a DOCX table the cell position plus 1. */
  column: z.int().min(1),
  role: columnRole,
  /** Header words over the column, when it has any. */
  header: z.string().nullable(),
  /** For marks: the option a tick means. */
  option: z.string().nullable(),
  /** One sentence: why this role. */
  why: z.string(),
});

/** A sheet, a table, or the running text: what was found there and why. */
export const region = z.strictObject({
  /** Stable within the file: "sheet:Security#1", "table:4", "text". */
  id: z.string(),
  /** Sheet name, "Table 5", "Text". */
  label: z.string(),
  included: z.boolean(),
  /** 0 to 1: how sure the finder is that this is (or is not) a list of questions. */
  confidence: z.number().min(0).max(1),
  /** One sentence: why this region was taken or left out. */
  why: z.string(),
  headerRows: z.array(z.int().min(1)),
  firstRow: z.int().min(0),
  lastRow: z.int().min(0),
  columns: z.array(columnFinding),
  questions: z.int().min(0),
});
export type Region = z.infer<typeof region>;

/** A person's correction of one region. Absent parts stay as found. */
export const regionCorrection = z.strictObject({
  region: z.string(),
  included: z.boolean().optional(),
  /** Column number to role; for a mark its option. */
  columns: z
    .array(z.strictObject({ column: z.int().min(1), role: columnRole, option: z.string().optional() }))
    .optional(),
  /** Header row given by hand; questions start after it. */
  headerRow: z.int().min(0).optional(),
  /** Rows that are questions although they were not found, and rows that are not although they were. */
  addRows: z.array(z.int().min(1)).optional(),
  dropRows: z.array(z.int().min(1)).optional(),
});
export type RegionCorrection = z.infer<typeof regionCorrection>;

export const mapping = z.strictObject({ corrections: z.array(regionCorrection) });
export type Mapping = z.infer<typeof mapping>;

export const questionnaire = z.strictObject({
  /** sha256 over the form's own words (sheets, headers, questions), not over answers. */
  fingerprint: z.string(),
  questions: z.array(question),
  regions: z.array(region),
  messages: z.array(message),
});
export type Questionnaire = z.infer<typeof questionnaire>;

/** What `vouch inspect --json` prints. */
export const inspection = z.strictObject({
  file: z.string(),
  format: z.string(),
  questions: z.array(question),
  regions: z.array(region),
  messages: z.array(message),
});
export type Inspection = z.infer<typeof inspection>;
