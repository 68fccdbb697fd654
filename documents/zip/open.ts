// Opens a zip package held in memory. Parts are inflated when asked for, each under the bounds of the budget
// and checked against its CRC, so a bomb or a flipped bit ends as a message. Inflation is zlib's own, which
// stops at a stated output size; fflate has no such stop.
import { crc32, inflateRawSync } from 'node:zlib';
import { AppError } from '../../contract/outcome.ts';
import { type Budget, passedBound } from '../limits.ts';
import { type Directory, readDirectory } from './directory.ts';
import type { ZipEntry } from './entry.ts';

export interface Zip {
  bytes: Uint8Array;
  directory: Directory;
  entries: readonly ZipEntry[];
  /** By name: exact, else without regard to case (OPC part names are case-insensitive, ECMA-376-2 §6.2.2.3). */
  find(name: string): ZipEntry | undefined;
  /** The inflated bytes of an entry; kept, so asking twice costs nothing. Do not change them. */
  read(entry: ZipEntry): Uint8Array;
}

export function looksZipped(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && bytes[3] === bytes[2] + 1
  );
}

/** @throws AppError `file-unreadable` (damaged), `file-encrypted` (on read), `file-too-large` */
export function openZip(bytes: Uint8Array, budget: Budget): Zip {
  const directory = readDirectory(bytes, count => budget.spend('parts', count));
  const exact = new Map<string, ZipEntry>();
  const loose = new Map<string, ZipEntry>();
  for (const entry of directory.entries) {
    // A name stated twice: readers differ in which they take, so the first is taken here and nowhere another.
    if (!exact.has(entry.name)) exact.set(entry.name, entry);
    const lower = entry.name.toLowerCase();
    if (!loose.has(lower)) loose.set(lower, entry);
  }
  const inflated = new Map<ZipEntry, Uint8Array>();
  return {
    bytes,
    directory,
    entries: directory.entries,
    find: name => exact.get(name) ?? loose.get(name.toLowerCase()),
    read(entry) {
      const kept = inflated.get(entry);
      if (kept) return kept;
      budget.spend('inflatedBytes', entry.size);
      const part = inflate(bytes, entry, budget);
      inflated.set(entry, part);
      return part;
    },
  };
}

function inflate(bytes: Uint8Array, entry: ZipEntry, budget: Budget): Uint8Array {
  const { limits } = budget;
  if (entry.flags & 1) {
    throw new AppError(
      'file-encrypted',
      'The file is protected by a password. Open it, remove the password, save a copy, and load that copy.',
      { part: entry.name },
    );
  }
  if (entry.size > limits.partBytes) throw passedBound('partBytes', limits.partBytes);
  if (entry.size > limits.ratioFloor && entry.size > entry.packedSize * limits.ratio) {
    throw passedBound('ratio', limits.ratio);
  }
  const packed = bytes.subarray(entry.data.start, entry.data.end);
  const part = unpack(packed, entry);
  if (part.length !== entry.size || crc32(part) !== entry.crc)
    throw damaged(entry, 'its checksum does not fit');
  return part;
}

function unpack(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.method === 0) return packed;
  if (entry.method !== 8)
    throw damaged(entry, `it is packed by method ${entry.method}, which Office does not use`);
  try {
    const part = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
    return new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
  } catch (error) {
    throw damaged(
      entry,
      error instanceof Error && /larger than/.test(error.message)
        ? 'it is larger than it states'
        : 'it does not unpack',
    );
  }
}

function damaged(entry: ZipEntry, why: string): AppError {
  return new AppError(
    'file-unreadable',
    `The part “${entry.name}” of the file is damaged: ${why}. Ask for the file again, or open it in the program that made it and save a new copy.`,
    { part: entry.name, why },
  );
}
