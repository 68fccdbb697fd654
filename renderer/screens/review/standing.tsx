// The question one stands on with its evidence: the part of the review screen that every move draws anew. The
// row is there at once; its detail is read ahead, so that moving finds it there too.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { useStore } from '../../parts/store.ts';
import { answerQuery, queryClient } from '../../queries.ts';
import { noteQuestion } from '../../shell/route.ts';
import type { Deeds } from './deeds.ts';
import { type DeskStore, nextNeedingYou } from './desk.ts';
import { EvidencePanel } from './evidence-panel.tsx';
import { keeper, takeNewer } from './open-desks.ts';
import { QuestionPanel } from './question-panel.tsx';
import { type Asked, whatIsAsked } from './slots.ts';

const nothingAsked: Asked = { options: [], text: true, limit: null, several: [] };

/** Details of the rows that a key may lead to: the ones around the current row and the next that needs a person. */
function useAhead(store: DeskStore, id: string, current: string | null): void {
  useEffect(() => {
    if (current === null) return;
    noteQuestion(id, current);
    const timer = setTimeout(() => {
      const desk = store.get();
      const at = desk.visible.indexOf(current);
      const near = desk.visible.slice(Math.max(0, at - 1), at + 4);
      for (const question of new Set([...near, nextNeedingYou(desk).current ?? current])) {
        void queryClient.prefetchQuery(answerQuery(id, question));
      }
    }, 30);
    return () => clearTimeout(timer);
  }, [store, id, current]);
}

/** Scrolls back to the top with every question. Where it stands is heard, since asking would lay the page out. */
function useFromTheTop(current: string | null) {
  const box = useRef<HTMLElement>(null);
  const scrolled = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every question starts at its top
  useLayoutEffect(() => {
    if (box.current && scrolled.current) box.current.scrollTop = 0;
  }, [current]);
  return {
    ref: box,
    onScroll: ({ target, currentTarget }: { target: EventTarget; currentTarget: HTMLElement }) => {
      if (target === currentTarget) scrolled.current = currentTarget.scrollTop > 0;
    },
  };
}

export function Standing(props: {
  store: DeskStore;
  deeds: Deeds;
  scores: boolean;
  history: boolean;
  onHistory: () => void;
}) {
  const { store, deeds, scores, history, onHistory } = props;
  const { id } = store.get().summary;
  const current = useStore(store, desk => desk.current);
  const row = useStore(store, desk => (desk.current === null ? undefined : desk.rows.get(desk.current)));
  const { data: detail } = useQuery({ ...answerQuery(id, current ?? ''), enabled: current !== null });
  const fromTheTop = useFromTheTop(current);
  useAhead(store, id, current);
  useEffect(() => {
    if (detail && !keeper.get(id, detail.row.questionId)) takeNewer(store, detail.row);
  }, [store, id, detail]);
  const question = detail?.question;
  const asked = useMemo(() => (question ? whatIsAsked(question) : null), [question]);
  return (
    <>
      <ScrollRegion className="review-middle" label="Question and answer" {...fromTheTop}>
        {row ? (
          <QuestionPanel
            store={store}
            row={row}
            detail={detail}
            asked={asked ?? { ...nothingAsked, options: row.choice ? [row.choice] : [] }}
            deeds={deeds}
            history={history}
            onHistory={onHistory}
          />
        ) : null}
      </ScrollRegion>
      <EvidencePanel detail={detail} open={scores} onUse={deeds.take} />
    </>
  );
}
