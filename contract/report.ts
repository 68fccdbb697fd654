// What the command line prints for other programs to read: stable, documented shapes. Fields are only added.
import { z } from 'zod';
import { receipt, refusal } from './fill.ts';
import { citation, outcomeKind, polarity, scorePart } from './knowledge.ts';

/** One question of `vouch answer --report`. */
export const reportItem = z.strictObject({
  id: z.string(),
  ref: z.string().nullable(),
  question: z.string(),
  /** The words drafted or approved for it; empty for an abstention. */
  answer: z.string(),
  /** One of the file's own options, or null when it stays open. */
  choice: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  citations: z.array(citation),
  outcome: outcomeKind,
  source: z.enum(['policy', 'library', 'none']),
  /** Why it abstains, or what is not stated. */
  reason: z.string().nullable(),
  /** Why the first citation was chosen, part by part. */
  explanation: z.array(scorePart),
  /** True for an answer no person has approved. */
  draft: z.boolean(),
  /** True when it stands in the filled file. */
  written: z.boolean(),
});
export type ReportItem = z.infer<typeof reportItem>;

/** `vouch answer --report`: what went into the file, what did not, and the proof that nothing else changed. */
export const answerReport = z.strictObject({
  file: z.string(),
  /** Where the filled file was written; null when it was not. */
  out: z.string().nullable(),
  /** The response documents written beside it, where the file has no room for an answer. */
  companions: z.array(z.string()),
  questions: z.int(),
  answered: z.int(),
  abstained: z.int(),
  slotsWritten: z.int(),
  refused: z.array(refusal),
  receipt,
  items: z.array(reportItem),
});
export type AnswerReport = z.infer<typeof answerReport>;

/** One line into `vouch ask --questions`. */
export const askLine = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  question: z.string().min(1),
  scope: z.string().nullable().optional(),
});
export type AskLine = z.output<typeof askLine>;

/** One line out of `vouch ask --questions`. */
export const askedLine = z.strictObject({
  id: z.string(),
  /** Ranked, and as they stand in the document. */
  passages: z.array(z.string()),
  abstain: z.boolean(),
  reason: z.string().nullable(),
  polarity,
  answer: z.string(),
  confidence: z.number().min(0).max(1),
  citations: z.array(citation),
});
export type AskedLine = z.infer<typeof askedLine>;
