// Why an entry cannot be written into a PDF; the words go into the receipt.

export class Refused extends Error {
  readonly code: string;
  constructor(code: string, reason: string) {
    super(reason);
    this.code = code;
  }
}

/** Equal but for case and spacing. */
export function same(a: string, b: string): boolean {
  const plain = (words: string) => words.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  return plain(a) === plain(b);
}
