// Bytes of a text file to a string. Policies come from every editor: UTF-8 with or without a byte order
// mark, UTF-16, and the Windows code page where neither fits.

/** The text with line ends as `\n` and zero-width characters removed, or null when the bytes are not text. */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decode(bytes);
  if (text === null || text.includes('\u0000')) return null;
  // Zero-width space, word joiner and stray byte order marks; joiners used by scripts (U+200C/D) stay.
  return text.replace(/[\u200b\u2060\ufeff]/g, '').replace(/\r\n?|\u2028|\u2029/g, '\n');
}

function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return looksBinary(bytes) ? null : new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Control characters that no text file of a one-byte code page holds. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65_536);
  return head.some(byte => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
}
