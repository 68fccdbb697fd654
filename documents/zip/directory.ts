// Finds and reads a package's central directory, zip64 included. The central directory is the truth about sizes
// (local headers may state zeros), and every span is checked against the file before anybody follows it.
import { AppError } from '../../contract/outcome.ts';
import type { ByteSpan, ZipEntry } from './entry.ts';

export interface Directory {
  entries: ZipEntry[];
  /** The central records of all entries. */
  records: ByteSpan;
  /** End of central directory record; the comment follows it. */
  end: ByteSpan;
  zip64: ByteSpan | null;
  /** Bytes before the first entry that offsets do not count (self-extracting and concatenated files). */
  shift: number;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function broken(why: string): AppError {
  return new AppError(
    'file-unreadable',
    `The file is damaged or was cut off (${why}). Ask for it again, or open it in the program that made it and save a new copy.`,
    { why },
  );
}

/** @throws AppError `file-unreadable` when there is no usable directory, `onCount` may throw for too many entries */
export function readDirectory(bytes: Uint8Array, onCount: (entries: number) => void): Directory {
  const view = viewOf(bytes);
  const end = findEnd(view);
  let count = view.getUint16(end.start + 10, true);
  let size = view.getUint32(end.start + 12, true);
  let offset = view.getUint32(end.start + 16, true);
  let recordsEnd = end.start;
  const zip64 = findZip64(view, end.start);
  if (zip64) {
    count = big(view, zip64.start + 32);
    size = big(view, zip64.start + 40);
    offset = big(view, zip64.start + 48);
    recordsEnd = zip64.start;
  }
  onCount(count);
  // Offsets count from the start of the archive, which may stand after other bytes; a digital signature may
  // follow the records. Trust the offset when a record stands there, else count back from the end.
  let start = offset;
  if (count > 0 && (start + 4 > bytes.length || view.getUint32(start, true) !== CENTRAL))
    start = recordsEnd - size;
  if (start < 0 || start + size > recordsEnd) throw broken('its table of contents is not where it says');
  const shift = start - offset;

  const entries: ZipEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    const entry = readRecord(bytes, view, at, shift, recordsEnd);
    entries.push(entry);
    at = entry.central.end;
  }
  refuseOverlaps(entries);
  return { entries, records: { start, end: at }, end, zip64, shift };
}

function findEnd(view: DataView): ByteSpan {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END) continue;
    // Bytes after the comment are tolerated, as every zip reader does (files padded by mail gateways).
    const end = at + 22 + view.getUint16(at + 20, true);
    if (end <= view.byteLength) return { start: at, end };
  }
  throw broken('its end is missing');
}

function findZip64(view: DataView, end: number): ByteSpan | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR64) return null;
  let start = big(view, locator + 8);
  if (start + 56 > locator || view.getUint32(start, true) !== END64) start = locator - 56;
  if (start < 0 || view.getUint32(start, true) !== END64) throw broken('its zip64 end is missing');
  return { start, end: locator };
}

function readRecord(bytes: Uint8Array, view: DataView, at: number, shift: number, limit: number): ZipEntry {
  if (at + 46 > limit || view.getUint32(at, true) !== CENTRAL)
    throw broken('its table of contents is cut off');
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const commentLength = view.getUint16(at + 32, true);
  const end = at + 46 + nameLength + extraLength + commentLength;
  if (end > limit) throw broken('its table of contents is cut off');
  const flags = view.getUint16(at + 8, true);
  const [size, packedSize, offset] = widen(view, at, at + 46 + nameLength, extraLength);
  const local = offset + shift;
  if (local < 0 || local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) {
    throw broken('a part is not where the table of contents says');
  }
  const dataStart = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const data = { start: dataStart, end: dataStart + packedSize };
  if (data.end > bytes.length) throw broken('a part is cut off');
  return {
    name: decodeName(bytes.subarray(at + 46, at + 46 + nameLength)),
    flags,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    header: { start: local, end: dataStart },
    data,
    central: { start: at, end },
  };
}

/** Sizes and offset, taken from the zip64 extra field (APPNOTE 4.5.3) where the short form is all ones. */
function widen(view: DataView, at: number, extra: number, length: number): [number, number, number] {
  const short = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  let field = extra;
  while (field + 4 <= extra + length) {
    const id = view.getUint16(field, true);
    const fieldEnd = field + 4 + view.getUint16(field + 2, true);
    if (id === 1) {
      let value = field + 4;
      const wide = short.map(number => {
        if (number !== 0xffffffff || value + 8 > fieldEnd || value + 8 > view.byteLength) return number;
        value += 8;
        return big(view, value - 8);
      });
      return wide as [number, number, number];
    }
    field = fieldEnd;
  }
  return short as [number, number, number];
}

/** Two parts sharing packed bytes are how a few kilobytes pretend to be petabytes; no producer writes it. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const ordered = [...entries].sort((a, b) => a.header.start - b.header.start);
  ordered.forEach((entry, index) => {
    const next = ordered[index + 1];
    if (next && entry.data.end > next.header.start) throw broken('two of its parts overlap');
  });
}

/** Names are UTF-8 by flag or ASCII; the few in a DOS code page only need to be stable and distinct. */
function decodeName(raw: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    name = new TextDecoder('latin1').decode(raw);
  }
  return name.replaceAll('\\', '/');
}

function big(view: DataView, at: number): number {
  if (at + 8 > view.byteLength) throw broken('its table of contents is cut off');
  return Number(view.getBigUint64(at, true));
}
