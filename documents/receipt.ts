// What every receipt rests on: digests, and the comparison of two packages part by part. A receipt is computed
// from the filled bytes as if somebody else had made them, never from what the filler believes it wrote.
import { createHash } from 'node:crypto';
import type { Receipt } from '../contract/fill.ts';
import type { ZipEntry } from './zip/entry.ts';
import type { Zip } from './zip/open.ts';

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export interface PackageComparison {
  /** Part names whose packed bytes and local headers are equal, in the order of the package. */
  unchanged: string[];
  changed: string[];
  /** False when entries are missing, added, renamed or moved: then nothing else about the fill matters. */
  sameParts: boolean;
}

export function comparePackages(original: Zip, filled: Zip): PackageComparison {
  const unchanged: string[] = [];
  const changed: string[] = [];
  let sameParts = original.entries.length === filled.entries.length;
  original.entries.forEach((entry, index) => {
    const other = filled.entries[index];
    if (!other || other.name !== entry.name) sameParts = false;
    else if (sameEntry(original, entry, filled, other)) unchanged.push(entry.name);
    else changed.push(entry.name);
  });
  return { unchanged, changed, sameParts };
}

function sameEntry(a: Zip, entry: ZipEntry, b: Zip, other: ZipEntry): boolean {
  if (entry.crc !== other.crc || entry.size !== other.size) return false;
  const span = (zip: Zip, { header, data }: ZipEntry) => zip.bytes.subarray(header.start, data.end);
  return Buffer.compare(span(a, entry), span(b, other)) === 0;
}

/** Counts for formats that have none of the things counted. */
export const noCounts: Receipt['before'] = {
  validations: 0,
  formulas: 0,
  merges: 0,
  protectedSheets: 0,
  controls: 0,
};
