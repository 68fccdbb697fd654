// The difference of two texts, in place: what was taken out struck through, what came in underlined, so that
// it reads without colour too.
import { diffWords } from './word-diff.ts';
import './diff-text.css';

export function DiffText({ was, now }: { was: string; now: string | null }) {
  if (now === null) {
    return (
      <span className="diff">
        <del>{was}</del> <span className="tag warn">no longer in the document</span>
      </span>
    );
  }
  let at = 0;
  return (
    <span className="diff">
      {diffWords(was, now).map(piece => {
        const key = `${at++}`;
        if (piece.kind === 'added') return <ins key={key}>{piece.text}</ins>;
        if (piece.kind === 'removed') return <del key={key}>{piece.text}</del>;
        return <span key={key}>{piece.text}</span>;
      })}
    </span>
  );
}
