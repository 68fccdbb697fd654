// A passage with the words that support an answer marked. Ranges may overlap or run past the end when text
// and evidence were made at different times; they are clipped and merged rather than trusted.
export interface Range {
  from: number;
  to: number;
}

/** The text cut into plain and marked pieces, in order. */
export function cutByMarks(text: string, marks: Range[]): { text: string; marked: boolean; from: number }[] {
  const pieces: { text: string; marked: boolean; from: number }[] = [];
  let at = 0;
  for (const { from, to } of [...marks].sort((a, b) => a.from - b.from)) {
    const start = Math.max(from, at);
    const end = Math.min(to, text.length);
    if (end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false, from: at });
    pieces.push({ text: text.slice(start, end), marked: true, from: start });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false, from: at });
  return pieces;
}

export function MarkedText({ text, marks }: { text: string; marks: Range[] }) {
  return (
    <>
      {cutByMarks(text, marks).map(piece =>
        piece.marked ? (
          <mark key={piece.from}>{piece.text}</mark>
        ) : (
          <span key={piece.from}>{piece.text}</span>
        ),
      )}
    </>
  );
}
