// Word-by-word difference of two short texts (answers, passages), by the longest common subsequence. Texts
// beyond `limit` words fall back to "all removed, all added": nobody reads a diff of that size.
export interface DiffPiece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

const limit = 600;

const wordsOf = (text: string) => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

export function diffWords(was: string, now: string): DiffPiece[] {
  const a = wordsOf(was);
  const b = wordsOf(now);
  if (a.length > limit || b.length > limit) {
    const whole: DiffPiece[] = [
      { kind: 'removed', text: was },
      { kind: 'added', text: now },
    ];
    return whole.filter(piece => piece.text !== '');
  }
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const common = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] =
        a[i] === b[j] ? common(i + 1, j + 1) + 1 : Math.max(common(i + 1, j), common(i, j + 1));
    }
  }
  const pieces: DiffPiece[] = [];
  const push = (kind: DiffPiece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push('same', a[i] ?? '');
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || common(i + 1, j) >= common(i, j + 1))) {
      push('removed', a[i++] ?? '');
    } else {
      push('added', b[j++] ?? '');
    }
  }
  return joined(pieces);
}

/**
 * A blank between two changed words is theirs: word for word struck out and put in reads as neither text. What was
 * taken out stands before what came in.
 */
function joined(pieces: readonly DiffPiece[]): DiffPiece[] {
  const whole: DiffPiece[] = [];
  let removed = '';
  let added = '';
  const close = () => {
    if (removed !== '') whole.push({ kind: 'removed', text: removed });
    if (added !== '') whole.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [at, { kind, text }] of pieces.entries()) {
    const ofBoth =
      kind === 'same' && text.trim() === '' && removed !== '' && added !== '' && at < pieces.length - 1;
    if (kind === 'removed' || ofBoth) removed += text;
    if (kind === 'added' || ofBoth) added += text;
    if (kind === 'same' && !ofBoth) {
      close();
      whole.push({ kind, text });
    }
  }
  close();
  return whole;
}
