// The three tiers of trouble. A Message is a problem in a document, shown beside it and never thrown. An
// AppError is expected and closed by code. Anything else is a bug and stays an exception.
import { z } from 'zod';
import { place } from './place.ts';

export const severity = z.enum(['info', 'warning', 'error']);

/** A problem or a remark about a document. `code` is stable kebab-case, `text` says what to do. */
export const message = z.strictObject({
  severity,
  code: z.string(),
  text: z.string(),
  at: place.nullable(),
});
export type Message = z.infer<typeof message>;

export const errorCode = z.enum([
  'bad-input', // the call's input does not fit its schema
  'not-found', // the thing named does not exist
  'conflict', // the thing changed since it was read, or the state forbids the step
  'file-unreadable', // not a file of the kind it claims to be, truncated, empty
  'file-unsupported', // a format we refuse, with advice (.xls, .doc, .odt)
  'file-encrypted', // password-protected
  'file-too-large', // a bound was passed; params.bound names it
  'no-questions', // readable, but not a questionnaire
  'fill-refused', // the receipt of a fill does not hold; no file was made
  'database-newer', // the workspace was made by a newer version
  'database-broken', // the workspace file is damaged or locked
  'io', // the disk said no (missing, permission, full)
  'cancelled', // the person stopped it
  'internal', // a bug, logged locally
]);
export type ErrorCode = z.infer<typeof errorCode>;

export const appErrorShape = z.strictObject({
  code: errorCode,
  text: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type AppErrorShape = z.infer<typeof appErrorShape>;

/** An expected failure. `text` is a full sentence that says what to do next. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: Record<string, string | number>;
  constructor(code: ErrorCode, text: string, params: Record<string, string | number> = {}, cause?: unknown) {
    super(text, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }
  shape(): AppErrorShape {
    return { code: this.code, text: this.message, params: this.params };
  }
}

/** A value with the messages met on the way, or an expected failure with the messages met until then. */
export type Outcome<T> =
  | { ok: true; value: T; messages: Message[] }
  | { ok: false; error: AppErrorShape; messages: Message[] };

export function done<T>(value: T, messages: Message[] = []): Outcome<T> {
  return { ok: true, value, messages };
}

export function failed<T>(
  code: ErrorCode,
  text: string,
  params: Record<string, string | number> = {},
  messages: Message[] = [],
): Outcome<T> {
  return { ok: false, error: { code, text, params }, messages };
}

/** For the default branch of a closed union: a new member becomes a type error here. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
