// Whether what was typed has reached the disk, and the way out when somebody else changed the answer meanwhile.
import { useSyncExternalStore } from 'react';
import { Button } from '../../parts/button.tsx';
import { keeper } from './open-desks.ts';

export function Saving({ questionnaire, question }: { questionnaire: string; question: string }) {
  const state = useSyncExternalStore(keeper.subscribe, () => keeper.get(questionnaire, question)?.state);
  if (state === undefined) return <span className="faint">Saved</span>;
  if (state === 'offline') {
    return <span className="tag warn">Not saved yet: Vouch does not answer. Your text is kept here.</span>;
  }
  if (state === 'conflict') {
    return (
      <span className="line" role="alert">
        <span className="tag warn">This answer changed elsewhere</span>
        <Button onClick={() => keeper.settle(questionnaire, question, true)}>Keep mine</Button>
        <Button onClick={() => keeper.settle(questionnaire, question, false)}>Take theirs</Button>
      </span>
    );
  }
  return <span className="faint">Saving…</span>;
}
