// Writes a package again with some parts replaced. Everything else is copied byte for byte and in its order:
// packed data, local headers, extra fields, data descriptors, comments, gaps. Only what must differ does:
// header fields of the replaced parts, and the offsets of what stands after them.
import { crc32, deflateRawSync } from 'node:zlib';
import { viewOf } from './directory.ts';
import type { ZipEntry } from './entry.ts';
import type { Zip } from './open.ts';

interface Packed {
  crc: number;
  size: number;
  data: Uint8Array;
}

/** @param parts new inflated bytes by entry; entries not named keep theirs */
export function rewriteZip(zip: Zip, parts: ReadonlyMap<ZipEntry, Uint8Array>): Uint8Array {
  const { bytes, directory } = zip;
  const ordered = [...zip.entries].sort((a, b) => a.header.start - b.header.start);
  const out: Uint8Array[] = [];
  let length = 0;
  const push = (piece: Uint8Array) => {
    out.push(piece);
    length += piece.length;
  };
  const moved = new Map<ZipEntry, number>();
  const packed = new Map<ZipEntry, Packed>();
  let copied = 0;
  for (const entry of ordered) {
    const part = parts.get(entry);
    push(bytes.subarray(copied, entry.header.start));
    moved.set(entry, length);
    copied = entry.header.start;
    if (!part) continue;
    const fresh = pack(part, entry.method);
    packed.set(entry, fresh);
    push(localHeader(bytes, entry, fresh));
    push(fresh.data);
    copied = entry.data.end + descriptorLength(bytes, entry);
  }
  push(bytes.subarray(copied, directory.records.start));
  const recordsAt = length;
  for (const entry of zip.entries)
    push(centralRecord(bytes, entry, packed.get(entry), (moved.get(entry) ?? 0) - directory.shift));
  push(endRecords(zip, recordsAt, length));
  return join(out, length);
}

/** Level 1 is what Excel itself uses, and takes a third of the time of the default. */
function pack(part: Uint8Array, method: number): Packed {
  return {
    crc: crc32(part),
    size: part.length,
    data: method === 0 ? part : deflateRawSync(part, { level: 1 }),
  };
}

/** The old local header with its sizes filled in and no data descriptor promised (bit 3). */
function localHeader(bytes: Uint8Array, entry: ZipEntry, fresh: Packed): Uint8Array {
  const header = bytes.slice(entry.header.start, entry.header.end);
  const view = viewOf(header);
  view.setUint16(6, view.getUint16(6, true) & ~8, true);
  view.setUint32(14, fresh.crc, true);
  view.setUint32(18, fresh.data.length, true);
  view.setUint32(22, fresh.size, true);
  // A zip64 field is only looked at where the short form is all ones; it now is not, so make the field private.
  retireZip64(view, 30 + view.getUint16(26, true), header.length);
  return header;
}

function centralRecord(
  bytes: Uint8Array,
  entry: ZipEntry,
  fresh: Packed | undefined,
  offset: number,
): Uint8Array {
  const record = bytes.slice(entry.central.start, entry.central.end);
  const view = viewOf(record);
  const extra = 46 + view.getUint16(28, true);
  const extraEnd = extra + view.getUint16(30, true);
  if (!fresh) {
    moveRecord(view, extra, extraEnd, offset);
    return record;
  }
  view.setUint16(8, view.getUint16(8, true) & ~8, true);
  view.setUint32(16, fresh.crc, true);
  view.setUint32(20, fresh.data.length, true);
  view.setUint32(24, fresh.size, true);
  view.setUint32(42, offset, true);
  retireZip64(view, extra, extraEnd);
  return record;
}

/** Sets the offset of an unchanged record where it stands: the short form, or the zip64 field after the sizes. */
function moveRecord(view: DataView, extra: number, extraEnd: number, offset: number): void {
  const allOnes = (at: number) => view.getUint32(at, true) === 0xffffffff;
  let at = extra;
  while (allOnes(42) && at + 4 <= extraEnd) {
    const length = view.getUint16(at + 2, true);
    const value = at + 4 + (allOnes(24) ? 8 : 0) + (allOnes(20) ? 8 : 0);
    if (view.getUint16(at, true) === 1 && value + 8 <= at + 4 + length) {
      view.setBigUint64(value, BigInt(offset), true);
      return;
    }
    at += 4 + length;
  }
  view.setUint32(42, offset, true);
}

/** Files this product accepts are far below 4 GB, so short sizes always do; 0xcafe is an unassigned field id. */
function retireZip64(view: DataView, from: number, to: number): void {
  let at = from;
  while (at + 4 <= to) {
    if (view.getUint16(at, true) === 1) view.setUint16(at, 0xcafe, true);
    at += 4 + view.getUint16(at + 2, true);
  }
}

/** The data descriptor after packed data: optional signature, CRC, two sizes of 4 or 8 bytes (APPNOTE 4.3.9). */
function descriptorLength(bytes: Uint8Array, entry: ZipEntry): number {
  if (!(entry.flags & 8)) return 0;
  const view = viewOf(bytes);
  const at = entry.data.end;
  const signed = at + 4 <= bytes.length && view.getUint32(at, true) === 0x08074b50 ? 4 : 0;
  const sizes = at + signed + 4;
  if (
    sizes + 8 <= bytes.length &&
    view.getUint32(sizes, true) === entry.packedSize &&
    view.getUint32(sizes + 4, true) === entry.size
  ) {
    return signed + 12;
  }
  if (sizes + 16 <= bytes.length && Number(view.getBigUint64(sizes, true)) === entry.packedSize)
    return signed + 20;
  return 0;
}

/** Everything after the central records, with the place and size of those records brought up to date. */
function endRecords(zip: Zip, recordsAt: number, recordsEnd: number): Uint8Array {
  const { bytes, directory } = zip;
  const tail = bytes.slice(directory.records.end);
  const view = viewOf(tail);
  const inTail = (at: number) => at - directory.records.end;
  const end = inTail(directory.end.start);
  const set = (at: number, value: number) => {
    if (!directory.zip64 || view.getUint32(at, true) !== 0xffffffff) view.setUint32(at, value, true);
  };
  set(end + 12, recordsEnd - recordsAt);
  set(end + 16, recordsAt - directory.shift);
  if (directory.zip64) {
    const zip64 = inTail(directory.zip64.start);
    view.setBigUint64(zip64 + 40, BigInt(recordsEnd - recordsAt), true);
    view.setBigUint64(zip64 + 48, BigInt(recordsAt - directory.shift), true);
    view.setBigUint64(inTail(directory.zip64.end) + 8, BigInt(recordsEnd + zip64 - directory.shift), true);
  }
  return tail;
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
