// What a file format is to this product: a plain object in the registry's array. Bytes in, values out; no disk,
// no clock but the deadline in the limits. Content decides, the extension only breaks ties between text formats.
import type { FillEntry, Receipt } from '../contract/fill.ts';
import type { Outcome } from '../contract/outcome.ts';
import type { FormatId, SourceDocument } from '../contract/source-document.ts';
import type { Limits } from './limits.ts';

/** `yes`: the bytes prove it. `maybe`: the bytes allow it and the name says so. `no`: neither. */
export type Sniffed = 'yes' | 'maybe' | 'no';

export interface Filled {
  bytes: Uint8Array;
  receipt: Receipt;
}

type Answer<T> = Outcome<T> | Promise<Outcome<T>>;

export interface Format {
  id: FormatId;
  /** As a person would call it: "Excel workbook". */
  label: string;
  /** Lower case, without the dot, the usual one first. */
  extensions: readonly string[];
  sniff(bytes: Uint8Array, name: string): Sniffed;
  /** May throw AppError for an expected failure; the registry turns it into a failed outcome. */
  read(bytes: Uint8Array, name: string, limits: Limits): Answer<SourceDocument>;
  /** Absent where a format can only be read. `bytes` is the original file; it is never changed. */
  fill?(bytes: Uint8Array, name: string, entries: readonly FillEntry[], limits: Limits): Answer<Filled>;
}

/** The extension of a file name in lower case without the dot; empty when it has none. */
export function extensionOf(name: string): string {
  const match = /\.([^./\\]+)$/.exec(name);
  return match?.[1]?.toLowerCase() ?? '';
}
