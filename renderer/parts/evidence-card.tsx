// One passage or approved answer: its words with the supporting ones marked, where it stands, and on demand
// why it was chosen. Using it is one key or one click.
import type { Evidence } from '../../contract/knowledge.ts';
import { sayPlace } from '../../contract/place.ts';
import { Button } from './button.tsx';
import { Key } from './key.tsx';
import { MarkedText } from './marked-text.tsx';
import { percent } from './words.ts';
import './evidence-card.css';

export interface EvidenceCardProps {
  evidence: Evidence;
  keys: string | null;
  cited: boolean;
  open: boolean;
  /** Puts it into the answer; without it the card is only read. */
  onUse?: (add: boolean) => void;
}

export function ScoreParts({ evidence }: { evidence: Evidence }) {
  const most = Math.max(0.01, ...evidence.parts.map(part => Math.abs(part.value)));
  return (
    <ul className="score-parts">
      {evidence.parts.map(part => (
        <li key={`${part.label}:${part.words}`}>
          <span className="score-bar" aria-hidden="true">
            <i
              className={part.value < 0 ? 'minus' : ''}
              style={{ width: `${Math.round((Math.abs(part.value) / most) * 100)}%` }}
            />
          </span>
          <span>
            <b>{part.label}</b> {part.words}
          </span>
          <span className="mono">
            {part.value > 0 ? '+' : ''}
            {part.value.toFixed(2)}
          </span>
        </li>
      ))}
      {evidence.parts.length === 0 ? <li>No parts were recorded for this passage.</li> : null}
    </ul>
  );
}

export function EvidenceCard({ evidence, keys, cited, open, onUse }: EvidenceCardProps) {
  const { citation } = evidence;
  const start = evidence.text.slice(0, 60);
  const where = [citation.document, citation.section].filter(Boolean).join(', ');
  return (
    <li className={cited ? 'evidence cited' : 'evidence'}>
      <p className="evidence-where">{where}</p>
      {evidence.question ? <p className="evidence-question">{evidence.question}</p> : null}
      {evidence.context.length > 0 ? (
        <p className="evidence-context">{evidence.context.join(' / ')}</p>
      ) : null}
      <p className="evidence-text">
        <MarkedText text={evidence.text} marks={evidence.marks} />
      </p>
      <div className="evidence-foot">
        <span>
          {evidence.source === 'policy' ? sayPlace(citation.place) : 'library'}
          {cited ? <b>, in this answer</b> : null}
        </span>
        <span className="push line">
          {keys ? <Key name={keys} /> : null}
          {!cited && onUse ? (
            <>
              <Button kind="quiet" onClick={() => onUse(false)} aria-label={`Use this passage: ${start}`}>
                Use
              </Button>
              <Button kind="quiet" onClick={() => onUse(true)} aria-label={`Add this passage: ${start}`}>
                Add
              </Button>
            </>
          ) : null}
        </span>
      </div>
      <details open={open}>
        <summary>Why this passage, {percent(evidence.score)}%</summary>
        <ScoreParts evidence={evidence} />
      </details>
    </li>
  );
}
