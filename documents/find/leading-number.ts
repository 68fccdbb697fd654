// The number a question carries in its own text, for forms without a column of numbers.

const numbered =
  /^\s*[([]?((?:[A-Z]{1,6}[-. ]?)?\d+(?:[.-]\d+)*(?:\.?[a-z])?)(?:[.):\]]+\s*|\s+)(?=[\p{L}¿("“„«])/u;

/** "4.2.1 Are backups tested?" gives "4.2.1"; null when the text starts with words. */
export function leadingNumber(text: string): string | null {
  return numbered.exec(text)?.[1] ?? null;
}

/** The same text without it. */
export function withoutLeadingNumber(text: string): string {
  return text.replace(numbered, '');
}
