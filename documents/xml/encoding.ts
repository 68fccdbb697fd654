// Between the bytes of an XML part and its text. OOXML parts are UTF-8 or UTF-16 (ECMA-376-2 §6.1.4), with or
// without a byte order mark. Decoding is only accepted for patching when encoding gives the same bytes back.

export type XmlEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface XmlText {
  /** The part without its byte order mark. */
  text: string;
  encoding: XmlEncoding;
  mark: boolean;
}

const marks: readonly [XmlEncoding, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

export function decodeXml(bytes: Uint8Array): XmlText {
  for (const [encoding, mark] of marks) {
    if (mark.every((byte, index) => bytes[index] === byte)) {
      return { text: decode(bytes.subarray(mark.length), encoding), encoding, mark: true };
    }
  }
  const encoding = guess(bytes);
  return { text: decode(bytes, encoding), encoding, mark: false };
}

export function encodeXml({ text, encoding, mark }: XmlText): Uint8Array {
  const lead = mark ? '\ufeff' : '';
  if (encoding === 'utf-8') return new TextEncoder().encode(lead + text);
  const buffer = Buffer.from(lead + text, 'utf16le');
  if (encoding === 'utf-16be') buffer.swap16();
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

/** True when the bytes survive the way to text and back, so that a patch leaves the rest of them alone. */
export function roundTrips(bytes: Uint8Array, decoded: XmlText): boolean {
  return Buffer.compare(encodeXml(decoded), bytes) === 0;
}

/** Without a mark, the first `<` tells the width and order of the units (XML 1.0, appendix F). */
function guess(bytes: Uint8Array): XmlEncoding {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  return 'utf-8';
}

function decode(bytes: Uint8Array, encoding: XmlEncoding): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
