// From what to what, for one entry of the record: the words that went and the words that came.
import { type AnswerState, type AuditEntry, stateWords } from '../../contract/review.ts';
import { DiffText } from './diff-text.tsx';
import './audit-change.css';

/** States are recorded by their codes; everything else is recorded as it was said. */
const say = (text: string | null) =>
  text !== null && Object.hasOwn(stateWords, text) ? stateWords[text as AnswerState] : text;

export function AuditChange({ entry }: { entry: AuditEntry }) {
  const before = say(entry.before);
  const after = say(entry.after);
  if (!before && !after) return null;
  if (!before) return <span className="activity-words">{after}</span>;
  return (
    <span className="activity-words diff">
      {after ? <DiffText was={before} now={after} /> : <del>{before}</del>}
    </span>
  );
}
