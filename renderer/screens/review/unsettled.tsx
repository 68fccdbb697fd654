// A line above every screen while something a person typed waits for their word: after a crash the answer may be
// one that nobody has open. Leads there, and shows the words of a question that is gone, for which there is no
// other place.
import { useSyncExternalStore } from 'react';
import { Button } from '../../parts/button.tsx';
import { WarnIcon } from '../../parts/icons.tsx';
import { count } from '../../parts/words.ts';
import { go, useRoute } from '../../shell/route.ts';
import { stand } from './desk.ts';
import { isUnsettled, type Kept } from './kept.ts';
import { deskOf, keeper, settle } from './open-desks.ts';
import './saving.css';

const first = () => keeper.all().find(isUnsettled);
const many = () => keeper.all().filter(isUnsettled).length;
const nobody = () => () => undefined;

function look({ questionnaire, question }: Kept): void {
  deskOf(questionnaire)?.update(desk => stand(desk, question));
  go('review', questionnaire, question);
}

/** True while the answer is in front of the person, who then needs no sign to it. */
function useInFront(kept: Kept | undefined): boolean {
  const route = useRoute();
  const desk = kept && deskOf(kept.questionnaire);
  const current = useSyncExternalStore(desk?.subscribe ?? nobody, () => desk?.get().current);
  return route.screen === 'review' && route.id === kept?.questionnaire && current === kept?.question;
}

export function Unsettled() {
  const kept = useSyncExternalStore(keeper.subscribe, first);
  const number = useSyncExternalStore(keeper.subscribe, many);
  const inFront = useInFront(kept);
  if (!kept || (inFront && number === 1)) return null;
  const { questionnaire, question, state, change } = kept;
  const typed = [change.choice, change.text, ...Object.values(change.slotValues ?? {})].filter(Boolean);
  return (
    <section className="unsettled" aria-label="Not saved">
      <WarnIcon />
      {state === 'gone' ? (
        <>
          <span>
            The question you wrote this for is not in the workspace any more: <q>{typed.join(' ')}</q>
          </span>
          <Button className="push" onClick={() => settle(questionnaire, question, false)}>
            Let it go
          </Button>
        </>
      ) : (
        <>
          <span>
            {state === 'conflict'
              ? `${count(number, 'answer')} you worked on changed elsewhere meanwhile. What you typed is kept.`
              : `What you typed into ${count(number, 'answer')} could not be saved. It is kept.`}
          </span>
          <Button className="push" onClick={() => look(kept)}>
            Look and choose
          </Button>
        </>
      )}
    </section>
  );
}
