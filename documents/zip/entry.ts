// One file inside a zip package, as its central directory states it (APPNOTE 6.3.10, 4.3.12). Spans point into
// the bytes of the package, so that a writer can copy what it does not change.

export interface ByteSpan {
  start: number;
  end: number;
}

export interface ZipEntry {
  /** As stated, with back slashes (some old producers) turned into slashes. */
  name: string;
  /** General purpose flags: bit 0 encrypted, bit 3 sizes in a data descriptor, bit 11 UTF-8 name. */
  flags: number;
  /** 0 stored, 8 deflated; anything else cannot be read here. */
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  /** Local header up to the packed data. */
  header: ByteSpan;
  data: ByteSpan;
  /** The record in the central directory. */
  central: ByteSpan;
}
