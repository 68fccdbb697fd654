// The answer library and the policies as the screens see them.
import { z } from 'zod';
import { passage } from './knowledge.ts';
import { message } from './outcome.ts';
import { place } from './place.ts';

export const libraryAnswer = z.strictObject({
  id: z.string(),
  question: z.string(),
  choice: z.string().nullable(),
  text: z.string(),
  scope: z.string().nullable(),
  owner: z.string(),
  tags: z.array(z.string()),
  reviewBy: z.iso.date().nullable(),
  /** Where it came from: the questionnaire's file and customer, or an imported file. */
  source: z.string(),
  approvedBy: z.string(),
  approvedAt: z.iso.datetime(),
  state: z.enum(['active', 'retired', 'recalled']),
  evidence: z.array(
    z.strictObject({
      passageId: z.string(),
      hash: z.string(),
      text: z.string(),
      document: z.string(),
      section: z.string(),
      place,
    }),
  ),
  version: z.int(),
  updatedAt: z.iso.datetime(),
});
export type LibraryAnswer = z.infer<typeof libraryAnswer>;

export const libraryVersion = z.strictObject({
  version: z.int(),
  question: z.string(),
  choice: z.string().nullable(),
  text: z.string(),
  at: z.iso.datetime(),
  actor: z.string(),
});
export type LibraryVersion = z.infer<typeof libraryVersion>;

/** Two answers that say the same or contradict each other. */
export const libraryConflict = z.strictObject({
  kind: z.enum(['duplicate', 'contradiction']),
  left: libraryAnswer,
  right: libraryAnswer,
  /** What differs: "polarity", "number: 90 days / 30 days". */
  why: z.string(),
  score: z.number(),
});
export type LibraryConflict = z.infer<typeof libraryConflict>;

/** A candidate for the library when a questionnaire is finished or a past one is imported. */
export const libraryCandidate = z.strictObject({
  key: z.string(),
  question: z.string(),
  choice: z.string().nullable(),
  text: z.string(),
  verdict: z.enum(['new', 'replaces', 'duplicate', 'contradicts']),
  /** The library answer it replaces, doubles or contradicts. */
  other: libraryAnswer.nullable(),
  why: z.string(),
});
export type LibraryCandidate = z.infer<typeof libraryCandidate>;

export const policyDocument = z.strictObject({
  id: z.string(),
  name: z.string(),
  format: z.string(),
  scope: z.string(),
  title: z.string().nullable(),
  passages: z.int(),
  importedAt: z.iso.datetime(),
  sha256: z.string(),
});
export type PolicyDocument = z.infer<typeof policyDocument>;

/** What a re-import did, passage by passage. `changed` pairs the nearest removed and added ones at one place. */
export const policyDiff = z.strictObject({
  unchanged: z.int(),
  changed: z.array(z.strictObject({ was: passage, now: passage })),
  added: z.array(passage),
  removed: z.array(passage),
});
export type PolicyDiff = z.infer<typeof policyDiff>;

export const policyImport = z.strictObject({
  document: policyDocument.nullable(),
  file: z.string(),
  diff: policyDiff.nullable(),
  messages: z.array(message),
  /** Library answers and questionnaire answers that quoted what changed. */
  recalled: z.strictObject({ library: z.array(z.string()), answers: z.int() }),
});
export type PolicyImport = z.infer<typeof policyImport>;

export const settings = z.strictObject({
  /** At or above: shown as drafted; below: proposed, and needs you. Never under the matcher's own threshold. */
  draftThreshold: z.number().min(0).max(1),
  /** Bulk approval offers answers at or above this confidence. */
  bulkThreshold: z.number().min(0).max(1),
  reviewer: z.string(),
  company: z.string(),
  sourcesInExport: z.boolean(),
  theme: z.enum(['auto', 'light', 'dark']),
  vectors: z.boolean(),
});
export type Settings = z.infer<typeof settings>;
