// Words of the file quoted in a sentence to a person.

/** A header in one short line, for sentences to a person. */
export function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
