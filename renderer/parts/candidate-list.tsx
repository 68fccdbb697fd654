// What may enter the library, with its relation to what is there: new, replaces, duplicate, contradicts. The
// person ticks; duplicates start unticked, contradictions too, because somebody should look.
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { LibraryCandidate } from '../../contract/curate.ts';
import { Button } from './button.tsx';
import { DiffText } from './diff-text.tsx';
import './candidate-list.css';

const verdicts = {
  new: { words: 'new', tone: 'ok' },
  replaces: { words: 'replaces', tone: 'accent' },
  duplicate: { words: 'duplicate of', tone: '' },
  contradicts: { words: 'contradicts', tone: 'bad' },
} as const;

export const taken = (candidates: LibraryCandidate[]) =>
  new Set(
    candidates.filter(({ verdict }) => verdict === 'new' || verdict === 'replaces').map(({ key }) => key),
  );

const page = 100;

export function CandidateList(props: {
  candidates: LibraryCandidate[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: Set<string>) => void;
}) {
  const { candidates, chosen, onChange } = props;
  const [shown, setShown] = useState(page);
  const toggle = (key: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    onChange(next);
  };
  return (
    <div className="stack">
      <div className="line">
        <span className="soft">
          {chosen.size} of {candidates.length} chosen
        </span>
        <Button onClick={() => onChange(new Set(candidates.map(({ key }) => key)))}>All</Button>
        <Button onClick={() => onChange(new Set())}>None</Button>
        <Button onClick={() => onChange(taken(candidates))}>New and replacing</Button>
      </div>
      <ul className="candidates">
        {candidates.slice(0, shown).map(candidate => {
          const verdict = verdicts[candidate.verdict];
          const answer = [candidate.choice, candidate.text].filter(Boolean).join('. ');
          const { other } = candidate;
          return (
            <li key={candidate.key}>
              <Checkbox
                aria-label={`Take into the library: ${candidate.question}`}
                checked={chosen.has(candidate.key)}
                onChange={event => toggle(candidate.key, event.currentTarget.checked)}
              />
              <div>
                <p>
                  <b>{candidate.question}</b> <span className={`tag ${verdict.tone}`}>{verdict.words}</span>
                </p>
                {other ? (
                  <p>
                    <DiffText was={[other.choice, other.text].filter(Boolean).join('. ')} now={answer} />
                  </p>
                ) : (
                  <p>{answer}</p>
                )}
                {other && other.question !== candidate.question ? (
                  <p className="faint">was asked as: {other.question}</p>
                ) : null}
                {candidate.why ? <p className="faint">{candidate.why}</p> : null}
              </div>
            </li>
          );
        })}
      </ul>
      {candidates.length > shown ? (
        <Button onClick={() => setShown(shown + page)}>
          Show {Math.min(page, candidates.length - shown)} more
        </Button>
      ) : null}
    </div>
  );
}
