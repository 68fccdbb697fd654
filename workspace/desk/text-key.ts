// One key for wordings a person would call the same: letters and digits of any script, without case, marks or
// punctuation.
export function textKey(text: string): string {
  return words(text).join(' ');
}

/** The words of a text in that form. Scripts written without spaces give one word a sign. */
export function words(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '');
  return plain.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
