// The bytes of a delimited text file and its text. Encoding back must give the same bytes, so that a fill changes
// the edited fields only; a file whose bytes do not survive that way is read but not filled.

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface CsvText {
  text: string;
  encoding: CsvEncoding;
  /** Starts with a byte order mark, which is not part of `text`. */
  mark: boolean;
  /** Neither a mark nor valid UTF-8 told the encoding. */
  guessed: boolean;
}

const marks: readonly [CsvEncoding, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

export function decodeCsv(bytes: Uint8Array): CsvText {
  for (const [encoding, mark] of marks) {
    if (mark.every((byte, index) => bytes[index] === byte)) {
      return { text: decode(bytes.subarray(mark.length), encoding), encoding, mark: true, guessed: false };
    }
  }
  const wide = widthByNulls(bytes);
  if (wide) return { text: decode(bytes, wide), encoding: wide, mark: false, guessed: false };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding: 'utf-8', mark: false, guessed: false };
  } catch {
    return { text: decode(bytes, 'windows-1252'), encoding: 'windows-1252', mark: false, guessed: true };
  }
}

/** @returns the bytes, or the first character the encoding cannot hold */
export function encodeCsv(csv: CsvText): Uint8Array | { missing: string } {
  const lead = csv.mark ? '\ufeff' : '';
  if (csv.encoding === 'utf-8') return new TextEncoder().encode(lead + csv.text);
  if (csv.encoding === 'windows-1252') return encodeWestern(csv.text);
  const buffer = Buffer.from(lead + csv.text, 'utf16le');
  if (csv.encoding === 'utf-16be') buffer.swap16();
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

/** The first character of a text that the encoding cannot hold, or null. */
export function unencodable(text: string, encoding: CsvEncoding): string | null {
  if (encoding !== 'windows-1252') return null;
  const table = westernTable();
  return [...text].find(sign => !table.has(sign)) ?? null;
}

function encodeWestern(text: string): Uint8Array | { missing: string } {
  const table = westernTable();
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const byte = table.get(text.charAt(at));
    if (byte === undefined) return { missing: text.charAt(at) };
    bytes[at] = byte;
  }
  return bytes;
}

let western: Map<string, number> | null = null;

function westernTable(): Map<string, number> {
  if (western) return western;
  const all = decode(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
    'windows-1252',
  );
  western = new Map([...all].map((sign, byte) => [sign, byte]));
  return western;
}

/** Text in UTF-16 without a mark shows as NUL in every other byte. */
function widthByNulls(bytes: Uint8Array): CsvEncoding | null {
  const head = bytes.subarray(0, 512);
  if (head.length < 4) return null;
  let even = 0;
  let odd = 0;
  head.forEach((byte, index) => {
    if (byte === 0) index % 2 === 0 ? even++ : odd++;
  });
  const half = head.length / 2;
  if (odd > half * 0.6 && even === 0) return 'utf-16le';
  return even > half * 0.6 && odd === 0 ? 'utf-16be' : null;
}

function decode(bytes: Uint8Array, encoding: CsvEncoding): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
