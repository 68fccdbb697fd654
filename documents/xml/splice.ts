// Edits of a text as replacements of spans, applied at once. What no edit names stays character for character.

export interface Splice {
  start: number;
  /** Equal to `start` for an insertion. */
  end: number;
  text: string;
}

/** Applies edits in any order; insertions at one place keep the order they are given in. Spans must not overlap. */
export function splice(text: string, edits: readonly Splice[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  const out: string[] = [];
  let copied = 0;
  for (const { edit } of ordered) {
    if (edit.start < copied) throw new Error(`Edits overlap at ${edit.start}`);
    out.push(text.slice(copied, edit.start), edit.text);
    copied = edit.end;
  }
  out.push(text.slice(copied));
  return out.join('');
}
