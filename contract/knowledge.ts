// Passages, evidence and drafts: what the knowledge base hands to the use cases and the screens. Evidence
// carries its own explanation; a draft never holds words that no passage or approved answer supports.
import { z } from 'zod';
import { place } from './place.ts';

/** A sentence, bullet or table row of a policy, with what is needed to understand it alone. */
export const passage = z.strictObject({
  id: z.string(),
  documentId: z.string(),
  document: z.string(),
  scope: z.string(),
  text: z.string(),
  /** Heading path from the document's title down. */
  heading: z.array(z.string()),
  /** Lead-in sentence, parent bullets or column headers the text hangs on. */
  context: z.array(z.string()),
  kind: z.enum(['sentence', 'bullet', 'row', 'answer']),
  at: place,
  /** sha256 over the normalised text and its context: the same through re-imports. */
  hash: z.string(),
});
export type Passage = z.infer<typeof passage>;

export const citation = z.strictObject({ document: z.string(), section: z.string(), place });

/** Why a passage was chosen, one part of its score in words. */
export const scorePart = z.strictObject({ label: z.string(), words: z.string(), value: z.number() });
export type ScorePart = z.infer<typeof scorePart>;

export const evidence = z.strictObject({
  source: z.enum(['policy', 'library']),
  /** Passage id or library answer id. */
  id: z.string(),
  text: z.string(),
  /** For library evidence: the question it was approved for. */
  question: z.string().nullable(),
  heading: z.array(z.string()),
  context: z.array(z.string()),
  citation,
  /** 0 to 1: how likely this passage answers the question. */
  score: z.number(),
  parts: z.array(scorePart),
  /** Character ranges of `text` that support the answer. */
  marks: z.array(z.strictObject({ from: z.int(), to: z.int() })),
});
export type Evidence = z.infer<typeof evidence>;

export const polarity = z.enum(['yes', 'no', 'na', 'unknown']);
export type Polarity = z.infer<typeof polarity>;

/** `answered`, `partly` (what is missing is in `notStated`) or `not-stated` (an abstention with its reason). */
export const outcomeKind = z.enum(['answered', 'partly', 'not-stated']);
export type OutcomeKind = z.infer<typeof outcomeKind>;

export const draft = z.strictObject({
  outcome: outcomeKind,
  polarity,
  /** One of the file's own options exactly, or null when it stays open. */
  choice: z.string().nullable(),
  /** Full sentences in the policy's words; empty when not stated. */
  text: z.string(),
  confidence: z.number().min(0).max(1),
  /** One sentence for the person: why it abstains, or what is not stated. */
  reason: z.string().nullable(),
  notStated: z.array(z.string()),
  source: z.enum(['policy', 'library', 'none']),
  /** Evidence the text rests on, best first. */
  citations: z.array(evidence),
  /** Ranked candidates, those in the answer included; the nearest ones for an abstention. */
  candidates: z.array(evidence),
});
export type Draft = z.infer<typeof draft>;

/** What the knowledge base is asked. */
export const ask = z.strictObject({
  question: z.string(),
  section: z.string().nullable(),
  guidance: z.string().nullable(),
  /** The question this one goes on from ("If so, how often?"), where it says too little by itself. */
  before: z.string().optional(),
  /** Only documents and answers of this scope are looked at; null looks at all. */
  scope: z.string().nullable(),
  /** The file's own option words, in file order; empty for free text. */
  options: z.array(z.string()),
  /** Longest text the file accepts. */
  limit: z.int().positive().nullable(),
  /** Names of the customer and of our company, stripped before matching. */
  names: z.array(z.string()),
});
export type Ask = z.infer<typeof ask>;
