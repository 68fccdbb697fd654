// Zip archives with the features real producers use and simple writers do not: data descriptors, extra fields,
// comments, gaps, zip64, and sizes that lie.
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipSource {
  name: string;
  data: Uint8Array;
  extra?: number[];
  comment?: string;
  /** Sizes stand after the data (flag bit 3). */
  descriptor?: boolean;
  /** Sizes and offset stand in the zip64 extra field. */
  zip64?: boolean;
  flags?: number;
  method?: number;
  /** States another inflated size than the true one. */
  statedSize?: number;
}

export function makeZip(
  sources: readonly ZipSource[],
  options: { comment?: string; gap?: number; zip64?: boolean } = {},
): Uint8Array {
  const out: Buffer[] = [];
  let at = 0;
  const push = (piece: Buffer) => {
    out.push(piece);
    at += piece.length;
  };
  const central: Buffer[] = [];
  for (const source of sources) {
    const { data, extra = [], comment = '', descriptor = false, zip64 = false, method = 8 } = source;
    const name = Buffer.from(source.name);
    const packed = method === 8 ? deflateRawSync(data) : Buffer.from(data);
    const flags = (source.flags ?? 0) | (descriptor ? 8 : 0);
    const size = source.statedSize ?? data.length;
    const offset = at;
    const sizes = (hidden: boolean) =>
      hidden ? [0, 0, 0] : [crc32(data), zip64 ? 0xffffffff : packed.length, zip64 ? 0xffffffff : size];
    const wide = zip64 ? [...u16(1), ...u16(16), ...u64(size), ...u64(packed.length)] : [];
    push(
      Buffer.from([
        0x50,
        0x4b,
        3,
        4,
        ...u16(45),
        ...u16(flags),
        ...u16(method),
        ...u32(0),
        ...sizes(descriptor).flatMap(u32),
        ...u16(name.length),
        ...u16(extra.length + wide.length),
      ]),
    );
    push(name);
    push(Buffer.from([...extra, ...wide]));
    push(packed);
    if (descriptor)
      push(Buffer.from([0x50, 0x4b, 7, 8, ...u32(crc32(data)), ...u32(packed.length), ...u32(size)]));
    const wideCentral = zip64
      ? [...u16(1), ...u16(24), ...u64(size), ...u64(packed.length), ...u64(offset)]
      : [];
    central.push(
      Buffer.concat([
        Buffer.from([
          0x50,
          0x4b,
          1,
          2,
          ...u16(45),
          ...u16(45),
          ...u16(flags),
          ...u16(method),
          ...u32(0),
          ...sizes(false).flatMap(u32),
          ...u16(name.length),
          ...u16(extra.length + wideCentral.length),
          ...u16(comment.length),
          ...u16(0),
          ...u16(0),
          ...u32(0),
          ...u32(zip64 ? 0xffffffff : offset),
        ]),
        name,
        Buffer.from([...extra, ...wideCentral]),
        Buffer.from(comment),
      ]),
    );
    push(Buffer.alloc(options.gap ?? 0, 0xee));
  }
  const start = at;
  for (const record of central) push(record);
  const size = at - start;
  if (options.zip64) {
    const end64 = at;
    push(
      Buffer.from([
        0x50,
        0x4b,
        6,
        6,
        ...u64(44),
        ...u16(45),
        ...u16(45),
        ...u32(0),
        ...u32(0),
        ...u64(central.length),
        ...u64(central.length),
        ...u64(size),
        ...u64(start),
      ]),
    );
    push(Buffer.from([0x50, 0x4b, 6, 7, ...u32(0), ...u64(end64), ...u32(1)]));
  }
  const short = (value: number, width: number) => (options.zip64 ? 2 ** width - 1 : value);
  push(
    Buffer.from([
      0x50,
      0x4b,
      5,
      6,
      ...u16(0),
      ...u16(0),
      ...u16(short(central.length, 16)),
      ...u16(short(central.length, 16)),
      ...u32(short(size, 32)),
      ...u32(short(start, 32)),
      ...u16((options.comment ?? '').length),
    ]),
  );
  push(Buffer.from(options.comment ?? ''));
  return new Uint8Array(Buffer.concat(out));
}

function u16(value: number): number[] {
  return [value & 255, (value >> 8) & 255];
}

function u32(value: number): number[] {
  return [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255];
}

function u64(value: number): number[] {
  return [...u32(value % 2 ** 32), ...u32(Math.floor(value / 2 ** 32))];
}
