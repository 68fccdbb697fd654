// Pairs that say the same or contradict each other, side by side. Keep one and retire the other, or say that
// both are meant, for instance for two products.

import { useQuery } from '@tanstack/react-query';
import type { LibraryAnswer, LibraryConflict } from '../../../contract/curate.ts';
import { keepBothAnswers, mergeLibraryAnswers } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { sayMoment } from '../../parts/dates.ts';
import { DiffText } from '../../parts/diff-text.tsx';
import { Empty, Trouble, Waiting } from '../../parts/notice.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { showDone, showError } from '../../parts/trouble.ts';
import { percent } from '../../parts/words.ts';
import { conflictsQuery, queryClient } from '../../queries.ts';

const answerOf = ({ choice, text }: LibraryAnswer) => [choice, text].filter(Boolean).join('. ');

function Side(props: { answer: LibraryAnswer; label: string; onKeep: () => void }) {
  const { answer, label, onKeep } = props;
  return (
    <div className="side-answer">
      <p>
        <b>{answer.question}</b>
      </p>
      <p>
        {answer.choice ? <span className="tag accent">{answer.choice}</span> : null} {answer.text}
      </p>
      <p className="faint">
        {answer.scope ?? 'all scopes'}, {answer.source || 'this library'}, {answer.approvedBy},{' '}
        {sayMoment(answer.approvedAt)}
      </p>
      <Button onClick={onKeep}>{label}</Button>
    </div>
  );
}

export function Conflicts() {
  const { data, error, refetch } = useQuery(conflictsQuery);
  const settle = async (work: () => Promise<unknown>, words: string) => {
    try {
      await work();
      showDone(words);
      await queryClient.invalidateQueries({ queryKey: ['library'] });
    } catch (failure) {
      showError(failure);
    }
  };
  const keep = (pair: LibraryConflict, side: 'left' | 'right') =>
    settle(
      () => mergeLibraryAnswers(pair[side].id, pair[side === 'left' ? 'right' : 'left'].id),
      'One kept, the other retired.',
    );
  return (
    <ScrollRegion className="page-body" label="Conflicts">
      {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting what="Comparing answers" /> : null}
      {data?.length === 0 ? (
        <Empty title="No conflicts">
          Answers that say the same, or contradict each other, are shown here in pairs.
        </Empty>
      ) : null}
      <ul className="conflicts">
        {data?.slice(0, 100).map(pair => (
          <li
            key={`${pair.left.id}:${pair.right.id}`}
            className="card"
            aria-label={`${pair.kind}: ${pair.left.question}`}
          >
            <p className="line">
              <span className={pair.kind === 'contradiction' ? 'tag bad' : 'tag'}>
                {pair.kind === 'contradiction' ? 'contradiction' : 'duplicate'}
              </span>
              <span>{pair.why}</span>
              <span className="faint push">{percent(pair.score)}% alike</span>
            </p>
            <div className="sides">
              <Side answer={pair.left} label="Keep the left one" onKeep={() => void keep(pair, 'left')} />
              <Side answer={pair.right} label="Keep the right one" onKeep={() => void keep(pair, 'right')} />
            </div>
            <p>
              <span className="faint">From left to right: </span>
              <DiffText was={answerOf(pair.left)} now={answerOf(pair.right)} />
            </p>
            <Button
              onClick={() =>
                void settle(
                  () => keepBothAnswers(pair.left.id, pair.right.id),
                  'Both kept. The pair is not shown again.',
                )
              }
            >
              Keep both
            </Button>
          </li>
        ))}
      </ul>
    </ScrollRegion>
  );
}
