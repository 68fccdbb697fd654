// What a fill takes and the receipt it gives. The receipt is what a security lead keeps as proof that the
// customer's file came back unharmed, so it is data with a documented shape.
import { z } from 'zod';
import { place } from './place.ts';

/** One value to write. For a `mark`, `value` is the tick to write; for a checkbox any non-empty value ticks it. */
export const fillEntry = z.strictObject({
  at: place,
  role: z.enum(['choice', 'text', 'mark']),
  value: z.string(),
  /** For marks and drop-downs: the option meant, to check it is the one there. */
  option: z.string().optional(),
  /**
   * What stands there now and gives way (the slot's \`value\`: a prompt, a former answer). Running text and cells of
   * documents also hold labels and questions; without this, text is added after what stands there.
   */
  replaces: z.string().optional(),
});
export type FillEntry = z.infer<typeof fillEntry>;

export const refusal = z.strictObject({ at: place, value: z.string(), code: z.string(), reason: z.string() });
export type Refusal = z.infer<typeof refusal>;

const counts = z.strictObject({
  validations: z.int(),
  formulas: z.int(),
  merges: z.int(),
  protectedSheets: z.int(),
  controls: z.int(),
});

export const receipt = z.strictObject({
  format: z.string(),
  /** sha256 in hex of the original and of the filled file. */
  originalSha256: z.string(),
  filledSha256: z.string(),
  /** Zip parts for OOXML; one part (the file itself) for CSV and PDF. */
  partsUnchanged: z.array(z.string()),
  partsChanged: z.array(z.strictObject({ name: z.string(), cells: z.int(), outsideUnchanged: z.boolean() })),
  written: z.array(z.strictObject({ at: place, value: z.string() })),
  refused: z.array(refusal),
  before: counts,
  after: counts,
  /** True when everything the product promises holds; a fill whose receipt does not hold gives no file. */
  holds: z.boolean(),
});
export type Receipt = z.infer<typeof receipt>;
