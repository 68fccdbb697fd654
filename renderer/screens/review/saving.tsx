// Whether what was typed has reached the disk, and the way out when it cannot go there by itself: somebody else
// changed the answer meanwhile (both are shown, and the person chooses), or the host will not take it.
import { useSyncExternalStore } from 'react';
import { stateWords } from '../../../contract/review.ts';
import { Button } from '../../parts/button.tsx';
import { DiffText } from '../../parts/diff-text.tsx';
import type { Kept } from './kept.ts';
import { keeper, settle } from './open-desks.ts';
import './saving.css';

type Words = { choice?: string | null; text?: string; slotValues?: Record<string, string> };

const say = ({ choice, text, slotValues }: Words) =>
  [choice ?? '', text ?? '', ...Object.values(slotValues ?? {})]
    .filter(part => part.trim() !== '')
    .join('\n');

function Conflict({ kept, stands }: { kept: Kept; stands: NonNullable<Kept['stands']> }) {
  const { questionnaire, question, change } = kept;
  const theirs = say(stands);
  const mine = say({ ...stands, ...change });
  return (
    <div className="unsaved" role="alert">
      <b>This answer was changed elsewhere while you worked on it. Both are kept until you choose.</b>
      <dl>
        <dt>Stands now ({stateWords[stands.state].toLowerCase()})</dt>
        <dd>{theirs || <i>No answer</i>}</dd>
        <dt>Yours, not saved; the difference is marked</dt>
        <dd>{mine ? <DiffText was={theirs} now={mine} /> : <i>No answer</i>}</dd>
      </dl>
      <div className="line wrap">
        <Button onClick={() => settle(questionnaire, question, true)}>Save mine</Button>
        <Button onClick={() => settle(questionnaire, question, false)}>Take what stands now</Button>
      </div>
    </div>
  );
}

function Refused({ kept }: { kept: Kept }) {
  const { questionnaire, question, why } = kept;
  return (
    <div className="unsaved" role="alert">
      <b>What you typed is not saved.</b>
      <p>{why}</p>
      <div className="line wrap">
        <Button onClick={() => settle(questionnaire, question, true)}>Save again</Button>
        <Button onClick={() => settle(questionnaire, question, false)}>Let mine go</Button>
      </div>
    </div>
  );
}

export function Saving({ questionnaire, question }: { questionnaire: string; question: string }) {
  const kept = useSyncExternalStore(keeper.subscribe, () => keeper.get(questionnaire, question));
  if (kept === undefined) return <span className="faint">Saved</span>;
  if (kept.state === 'offline') {
    return <span className="tag warn">Not saved yet: Vouch does not answer. Your text is kept here.</span>;
  }
  if (kept.state === 'conflict' && kept.stands) return <Conflict kept={kept} stands={kept.stands} />;
  if (kept.state === 'refused') return <Refused kept={kept} />;
  return <span className="faint">Saving…</span>;
}
