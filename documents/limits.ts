// The bounds one file may use, in one place. A customer's file is untrusted input read inside a desktop app:
// whatever it holds, reading it ends, within these bounds, with a document or with a message naming the bound.
import { AppError } from '../contract/outcome.ts';

export interface Limits {
  /** Size of the file itself, in bytes. */
  fileBytes: number;
  /** All parts of one package together, inflated, in bytes. */
  inflatedBytes: number;
  /** One part, inflated, in bytes. V8 holds strings of up to 2^29 characters, so this stays below. */
  partBytes: number;
  /** Inflated to compressed size; asked of parts over `ratioFloor` bytes only, small ones cannot hurt. */
  ratio: number;
  ratioFloor: number;
  /** Entries of a zip package. */
  parts: number;
  /** Nesting of XML elements. */
  xmlDepth: number;
  /** Sheets of a workbook, and the cells, merged ranges and validated ranges of all its sheets together. */
  sheets: number;
  cells: number;
  merges: number;
  validations: number;
  /** Options one drop-down list may offer. */
  listOptions: number;
  /** Text of a document as read, in UTF-16 units. */
  textLength: number;
  /** Pages of a PDF. */
  pages: number;
  /** Wall-clock time for one read or one fill. */
  seconds: number;
}

/** What the product uses. Sized so that the largest real questionnaires (HECVAT: 6 MB inflated, 80,000 cells)
 * sit far below, and so that the worst file ends in seconds on an office laptop. */
export const defaultLimits: Limits = {
  fileBytes: 100_000_000,
  inflatedBytes: 600_000_000,
  partBytes: 200_000_000,
  ratio: 300,
  ratioFloor: 20_000_000,
  parts: 10_000,
  xmlDepth: 400,
  sheets: 1_000,
  cells: 1_500_000,
  merges: 200_000,
  validations: 200_000,
  listOptions: 10_000,
  textLength: 100_000_000,
  pages: 2_000,
  seconds: 60,
};

/** Names of the bounds as a person reads them, for the message. */
const boundNames: Record<keyof Limits, string> = {
  fileBytes: 'bytes in the file',
  inflatedBytes: 'bytes once unpacked',
  partBytes: 'bytes in one part once unpacked',
  ratio: 'times its packed size once unpacked',
  ratioFloor: 'bytes in one part once unpacked',
  parts: 'parts in the package',
  xmlDepth: 'levels of nested XML elements',
  sheets: 'sheets',
  cells: 'cells',
  merges: 'merged ranges',
  validations: 'validated ranges',
  listOptions: 'options in one list',
  textLength: 'characters of text',
  pages: 'pages',
  seconds: 'seconds of reading',
};

/** The failure for a passed bound: code `file-too-large`, `params.bound` names it, `params.limit` says how much. */
export function passedBound(bound: keyof Limits, limit: number): AppError {
  return new AppError(
    'file-too-large',
    `The file goes past the limit of ${limit.toLocaleString('en')} ${boundNames[bound]}. ` +
      'Remove the sheets or pages that are not needed, save it again, and load that copy.',
    { bound, limit },
  );
}

/** Counts what one read or fill uses, and throws `file-too-large` once a bound is passed. */
export interface Budget {
  readonly limits: Limits;
  /** Adds to a counted bound. */
  spend(bound: keyof Limits, amount?: number): void;
  /** Looks at the clock on one call in a thousand; for the insides of loops. */
  tick(): void;
}

export function startBudget(limits: Limits = defaultLimits): Budget {
  const used: Partial<Limits> = {};
  const deadline = performance.now() + limits.seconds * 1000;
  let ticks = 0;
  return {
    limits,
    spend(bound, amount = 1) {
      const total = (used[bound] ?? 0) + amount;
      used[bound] = total;
      if (total > limits[bound]) throw passedBound(bound, limits[bound]);
    },
    tick() {
      ticks += 1;
      if (ticks % 1000 === 0 && performance.now() > deadline) throw passedBound('seconds', limits.seconds);
    },
  };
}
