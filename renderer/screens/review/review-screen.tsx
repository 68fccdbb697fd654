// Review, the heart of the desk: the list, the question with its answer, the evidence, and a key for each
// deed. This file is the frame; it is drawn once and not with every key, since each pane follows the desk
// (desk.ts) by itself.
import { useCallback, useMemo, useState } from 'react';
import { type Asking, AskingDialog } from './asking.tsx';
import { makeDeeds } from './deeds.ts';
import type { DeskStore } from './desk.ts';
import { ListFilter } from './list-filter.tsx';
import { QuestionList } from './question-list.tsx';
import { ReviewHead } from './review-head.tsx';
import { useReviewKeys } from './review-keys.ts';
import { Standing } from './standing.tsx';
import './review.css';

const hints: [keys: string[], does: string][] = [
  [['j', 'k'], 'move'],
  [['a'], 'approve'],
  [['e'], 'edit'],
  [['n'], 'next that needs you'],
  [['/'], 'filter'],
  [['Ctrl K'], 'anything'],
  [['?'], 'all keys'],
];

export function ReviewScreen({ store }: { store: DeskStore }) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [scores, setScores] = useState(false);
  const [history, setHistory] = useState(false);
  const deeds = useMemo(() => makeDeeds(store, setAsking), [store]);
  const onHistory = useCallback(() => setHistory(now => !now), []);
  useReviewKeys({ store, deeds, ask: setAsking, onScores: () => setScores(now => !now), onHistory });
  return (
    <div className="page">
      <ReviewHead store={store} ask={setAsking} />
      <div className="columns review-columns">
        <nav className="pane review-left" aria-label="Question list">
          <ListFilter store={store} />
          <QuestionList store={store} />
        </nav>
        <Standing store={store} deeds={deeds} scores={scores} history={history} onHistory={onHistory} />
      </div>
      <footer className="key-hints">
        {hints.map(([keys, does]) => (
          <span key={does}>
            {keys.map(key => (
              <kbd key={key}>{key}</kbd>
            ))}
            {does}
          </span>
        ))}
      </footer>
      {asking ? <AskingDialog store={store} asking={asking} onClose={() => setAsking(null)} /> : null}
    </div>
  );
}
