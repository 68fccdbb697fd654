// Approved answers whose quoted passage has changed or gone. One key each: `a` still right, `g` draft again
// (or edit, for the library), j and k to move.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { approveAnswers, confirmLibraryAnswer, draftAnswers } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { DiffText } from '../../parts/diff-text.tsx';
import { Empty, Trouble, Waiting } from '../../parts/notice.tsx';
import { showError } from '../../parts/trouble.ts';
import { queryClient, recallsQuery } from '../../queries.ts';
import { announce } from '../../shell/announce.ts';
import { runJob } from '../../shell/jobs.ts';
import { go } from '../../shell/route.ts';
import { useShortcuts } from '../../shell/shortcuts.ts';
import { refreshDesks } from '../review/open-desks.ts';

interface Recalled {
  key: string;
  where: string;
  question: string;
  answer: string;
  document: string;
  was: string;
  now: string | null;
  sent: boolean;
  other: string;
  confirm: () => Promise<unknown>;
  again: () => Promise<unknown>;
  open: () => void;
}

function useRecalled() {
  const query = useQuery(recallsQuery);
  const items: Recalled[] = [
    ...(query.data?.library ?? []).map(({ answer, was, now, document }) => ({
      key: `library:${answer.id}`,
      where: 'Library',
      question: answer.question,
      answer: [answer.choice, answer.text].filter(Boolean).join('. '),
      document,
      was,
      now,
      sent: false,
      other: 'Edit in the library',
      confirm: () => confirmLibraryAnswer(answer.id),
      again: async () => go('library', 'answers', answer.id),
      open: () => go('library', 'answers', answer.id),
    })),
    ...(query.data?.answers ?? []).map(({ questionnaire, row, was, now, document }) => ({
      key: `${questionnaire.id}:${row.questionId}`,
      where: questionnaire.customer || questionnaire.file,
      question: row.text,
      answer: [row.choice, row.answer].filter(Boolean).join('. '),
      document,
      was,
      now,
      sent: questionnaire.exportedAt !== null,
      other: 'Draft again',
      confirm: () => approveAnswers(questionnaire.id, [row.questionId]),
      again: () =>
        runJob(`Drafting ${row.ref ?? row.text}`, job =>
          draftAnswers({ id: questionnaire.id, questions: [row.questionId], job }),
        ),
      open: () => go('review', questionnaire.id, row.questionId),
    })),
  ];
  return { ...query, items };
}

export function Recalls() {
  const { items, data, error, refetch } = useRecalled();
  const [at, setAt] = useState(0);
  const here = Math.min(at, items.length - 1);
  const act = async (item: Recalled | undefined, work: 'confirm' | 'again') => {
    if (!item) return;
    try {
      await item[work]();
      announce(work === 'confirm' ? 'Still right' : item.other);
      await queryClient.invalidateQueries({ queryKey: ['recalls'] });
      await queryClient.invalidateQueries({ queryKey: ['library'] });
      await refreshDesks();
    } catch (failure) {
      showError(failure);
    }
  };
  useShortcuts({
    j: () => setAt(Math.min(here + 1, items.length - 1)),
    k: () => setAt(Math.max(here - 1, 0)),
    a: () => void act(items[here], 'confirm'),
    g: () => void act(items[here], 'again'),
    enter: () => items[here]?.open(),
  });
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting what="Looking for recalled answers" />;
  if (items.length === 0) {
    return (
      <Empty title="Nothing is recalled">
        When a policy changes, the approved answers that quoted the changed words are listed here, with the
        difference.
      </Empty>
    );
  }
  return (
    <section className="stack" aria-label="Recalled answers">
      <p className="soft">
        <kbd>j</kbd> <kbd>k</kbd> move, <kbd>a</kbd> still right, <kbd>g</kbd> draft again or edit,{' '}
        <kbd>Enter</kbd> open
      </p>
      <ul className="recalls">
        {items.map((item, index) => (
          <li
            key={item.key}
            className={index === here ? 'card here' : 'card'}
            aria-current={index === here ? 'true' : undefined}
          >
            <p className="line wrap">
              <b>{item.question}</b> <span className="tag">{item.where}</span>
              {item.sent ? <span className="tag warn">already exported</span> : null}
            </p>
            <p className="soft">{item.answer}</p>
            <p>
              <span className="faint">{item.document}: </span>
              <DiffText was={item.was} now={item.now} />
            </p>
            <div className="line">
              <Button
                kind={index === here ? 'primary' : undefined}
                onClick={() => void act(item, 'confirm')}
                aria-label={`Still right: ${item.question}`}
              >
                Still right
              </Button>
              <Button onClick={() => void act(item, 'again')} aria-label={`${item.other}: ${item.question}`}>
                {item.other}
              </Button>
              <Button kind="quiet" onClick={item.open} aria-label={`Open: ${item.question}`}>
                Open
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
