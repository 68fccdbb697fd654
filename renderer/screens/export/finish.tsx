// Finishing a questionnaire: its approved answers enter the library, after a short list to confirm.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { finishQuestionnaire, getCandidates } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { CandidateList, taken } from '../../parts/candidate-list.tsx';
import { sayMoment } from '../../parts/dates.ts';
import { Trouble, Waiting } from '../../parts/notice.tsx';
import { showDone, showError } from '../../parts/trouble.ts';
import { count } from '../../parts/words.ts';
import { queryClient } from '../../queries.ts';
import { runJob } from '../../shell/jobs.ts';

function ConfirmList({ id, onDone }: { id: string; onDone: () => void }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['candidates', id],
    queryFn: () => runJob('Comparing with the library', job => getCandidates(id, job)),
    gcTime: 0,
    staleTime: 0,
  });
  const [chosen, setChosen] = useState<Set<string> | null>(null);
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    if (data) list.current?.focus();
  }, [data]);
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting what="Comparing with the library" />;
  const now = chosen ?? taken(data);
  const finish = async () => {
    try {
      const { added, replaced } = await finishQuestionnaire(id, [...now]);
      showDone(`Finished. ${count(added, 'answer')} added to the library, ${replaced} replaced.`);
      for (const queryKey of [['questionnaires'], ['library']])
        void queryClient.invalidateQueries({ queryKey });
      onDone();
    } catch (failure) {
      showError(failure);
    }
  };
  return (
    <section ref={list} tabIndex={-1} className="card finish-list" aria-label="What enters the library">
      <h2>What enters the library</h2>
      {data.length === 0 ? (
        <p className="soft">No approved answer is new to the library.</p>
      ) : (
        <CandidateList candidates={data} chosen={now} onChange={setChosen} />
      )}
      <div className="line">
        <Button className="push" onClick={onDone}>
          Cancel
        </Button>
        <Button kind="primary" onClick={() => void finish()}>
          Finish
        </Button>
      </div>
    </section>
  );
}

export function Finish({ id, finishedAt }: { id: string; finishedAt: string | null }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    // Once the button is there again.
    setTimeout(() => button.current?.focus(), 0);
  };
  return (
    <div className="stack finish">
      <h2>Afterwards</h2>
      {finishedAt ? <p className="tag ok">Finished {sayMoment(finishedAt)}</p> : null}
      {open ? (
        <ConfirmList id={id} onDone={close} />
      ) : (
        <div className="line">
          <Button ref={button} onClick={() => setOpen(true)}>
            Finish and keep approved answers
          </Button>
          <span className="soft">They come back first next time.</span>
        </div>
      )}
    </div>
  );
}
