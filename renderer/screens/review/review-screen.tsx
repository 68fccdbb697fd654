// Review, the heart of the desk: the list, the question with its answer, the evidence, and a key for each
// deed. State lives in the desk (desk.ts) and the deeds in work.ts; this file binds keys and panes.

import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Evidence } from '../../../contract/knowledge.ts';
import { AppError } from '../../../contract/outcome.ts';
import type { AnswerDetail, AnswerRow } from '../../../contract/review.ts';
import { draftAnswers } from '../../api.ts';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { useStore } from '../../parts/store.ts';
import { showError } from '../../parts/trouble.ts';
import { answerQuery, queryClient } from '../../queries.ts';
import { announce } from '../../shell/announce.ts';
import { runJob } from '../../shell/jobs.ts';
import { noteQuestion } from '../../shell/route.ts';
import { useShortcuts } from '../../shell/shortcuts.ts';
import { startTyping } from './answer-text.tsx';
import { nextChoice } from './choices.tsx';
import {
  type DeskStore,
  mergeRows,
  move,
  nextNeedingYou,
  selectOnly,
  stand,
  toggleSelected,
} from './desk.ts';
import { type Asking, AssignDialog, BulkDialog, WordsDialog } from './dialogs.tsx';
import { EvidencePanel, orderedEvidence } from './evidence-panel.tsx';
import { Help } from './help.tsx';
import { filterId, ListFilter } from './list-filter.tsx';
import { QuestionList } from './question-list.tsx';
import { QuestionPanel } from './question-panel.tsx';
import { ReviewHead } from './review-head.tsx';
import { type Asked, whatIsAsked } from './slots.ts';
import { swapIn } from './swap.ts';
import {
  approve,
  assign,
  comment,
  deskOf,
  edit,
  exclude,
  keeper,
  redo,
  reject,
  reopen,
  takeNewer,
  undo,
} from './work.ts';
import './review.css';

const nothingAsked: Asked = { options: [], text: true, limit: null, several: [] };
const nameOf = (row: AnswerRow) => row.ref ?? row.text;

async function redraft(id: string, row: AnswerRow): Promise<void> {
  try {
    const result = await runJob(`Drafting ${nameOf(row)}`, job =>
      draftAnswers({ id, questions: [row.questionId], job }),
    );
    deskOf(id)?.update(desk => mergeRows(desk, result.rows, result.questionnaire));
    await queryClient.invalidateQueries({ queryKey: ['answer', id, row.questionId] });
  } catch (error) {
    showError(error);
  }
}

/** What the desk holds now, which may be ahead of what has been drawn; keys act on this. */
function standing(store: DeskStore): { row: AnswerRow | undefined; detail: AnswerDetail | undefined } {
  const { current, rows, summary } = store.get();
  const row = current === null ? undefined : rows.get(current);
  const key = row && answerQuery(summary.id, row.questionId).queryKey;
  return { row, detail: key && queryClient.getQueryData<AnswerDetail>(key) };
}

function takeIn(store: DeskStore, piece: Evidence | undefined, add: boolean): void {
  const { row, detail } = standing(store);
  if (!row || !piece) return;
  const cited = detail?.draft?.citations.map(citation => citation.id) ?? [];
  edit(store.get().summary.id, row.questionId, swapIn(piece, { text: row.answer, cited }, add));
  announce(add ? 'Passage added' : 'Passage used');
}

/** Details of the rows around the current one, so that moving finds them there. */
function useAhead(store: DeskStore, id: string, current: string | null): void {
  useEffect(() => {
    if (current === null) return;
    noteQuestion(id, current);
    const timer = setTimeout(() => {
      const { visible } = store.get();
      const at = visible.indexOf(current);
      for (const question of visible.slice(Math.max(0, at - 1), at + 4)) {
        void queryClient.prefetchQuery(answerQuery(id, question));
      }
    }, 30);
    return () => clearTimeout(timer);
  }, [store, id, current]);
}

export function ReviewScreen({ store }: { store: DeskStore }) {
  const id = store.get().summary.id;
  const current = useStore(store, desk => desk.current);
  const row = useStore(store, desk => (desk.current === null ? undefined : desk.rows.get(desk.current)));
  const { data: detail } = useQuery({ ...answerQuery(id, current ?? ''), enabled: current !== null });
  const [asking, setAsking] = useState<Asking | null>(null);
  const [open, setOpen] = useState(false);
  const [history, setHistory] = useState(false);
  const middle = useRef<HTMLDivElement>(null);
  useAhead(store, id, current);
  useEffect(() => {
    if (detail && !keeper.get(id, detail.row.questionId)) takeNewer(store, detail.row);
  }, [store, id, detail]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every question starts at its top
  useLayoutEffect(() => {
    if (middle.current) middle.current.scrollTop = 0;
  }, [current]);

  const asked = detail ? whatIsAsked(detail.question) : nothingAsked;
  const here = useCallback(() => standing(store), [store]);
  const use = useCallback((piece: Evidence | undefined, add: boolean) => takeIn(store, piece, add), [store]);
  const takeNumber = (number: number, add: boolean) =>
    use(orderedEvidence(here().detail)[number - 1]?.evidence, add);
  const ids = () => {
    const { row } = here();
    return row ? [row.questionId] : [];
  };
  const many = () => (store.get().selected.size > 0 ? [...store.get().selected] : ids());
  const ask = (kind: 'reject' | 'exclude' | 'comment') => here().row && setAsking({ kind });
  const deeds = {
    approve: () => {
      const { row, detail } = here();
      if (!row) return;
      const cells = Object.values(detail?.slotValues ?? {}).some(value => value !== '');
      if (row.choice === null && row.answer.trim() === '' && !cells) {
        showError(new AppError('conflict', `${nameOf(row)} has no answer yet. Choose or write one first.`));
        return;
      }
      void approve(id, ids());
      store.update(desk => move(desk, 1));
      announce(`Approved ${nameOf(row)}`);
    },
    edit: startTyping,
    assign: () => setAsking({ kind: 'assign', questions: many() }),
    reject: () => ask('reject'),
    exclude: () => ask('exclude'),
    reopen: () => void reopen(id, ids()),
    redraft: () => {
      const { row } = here();
      if (row) void redraft(id, row);
    },
  };
  const choose = (back: boolean) => {
    const { row, detail } = here();
    const options = detail ? whatIsAsked(detail.question).options : [];
    const choice = nextChoice(options, row?.choice ?? null, back);
    if (!row || choice === null) return;
    edit(id, row.questionId, { choice });
    announce(`Choice ${choice}`);
  };
  const numbers = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [String(index + 1), () => takeNumber(index + 1, false)]),
  );

  useShortcuts({
    ...numbers,
    j: () => store.update(desk => move(desk, 1)),
    k: () => store.update(desk => move(desk, -1)),
    n: () => store.update(nextNeedingYou),
    a: deeds.approve,
    e: deeds.edit,
    c: () => choose(false),
    'shift+c': () => choose(true),
    r: deeds.reject,
    d: deeds.exclude,
    o: deeds.reopen,
    s: deeds.assign,
    m: () => ask('comment'),
    i: () => setOpen(now => !now),
    h: () => setHistory(now => !now),
    l: () => use(here().detail?.library[0], false),
    x: () => store.update(desk => (desk.current === null ? desk : toggleSelected(desk, desk.current))),
    'shift+x': () => store.update(desk => selectOnly(desk, desk.selected.size > 0 ? [] : desk.visible)),
    b: () => setAsking({ kind: 'bulk' }),
    u: () => void undo(id),
    'shift+u': () => void redo(id),
    'mod+z': () => void undo(id),
    'mod+shift+z': () => void redo(id),
    'mod+y': () => void redo(id),
    '/': () => document.getElementById(filterId)?.focus(),
    '?': () => setAsking({ kind: 'help' }),
  });

  useEffect(() => {
    const added = (event: KeyboardEvent) => {
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
      if (
        digit &&
        event.shiftKey &&
        !(event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement)
      ) {
        takeNumber(Number(digit), true);
      }
    };
    document.addEventListener('keydown', added);
    return () => document.removeEventListener('keydown', added);
  });

  const close = () => setAsking(null);
  const people = [...new Set([...store.get().rows.values()].flatMap(({ assignee }) => assignee ?? []))];
  return (
    <div className="page">
      <ReviewHead
        store={store}
        onBulk={() => setAsking({ kind: 'bulk' })}
        onHelp={() => setAsking({ kind: 'help' })}
      />
      <div className="columns review-columns">
        <nav className="pane review-left" aria-label="Question list">
          <ListFilter store={store} />
          <QuestionList store={store} />
        </nav>
        <ScrollRegion className="review-middle" ref={middle} label="Question and answer">
          {row ? (
            <QuestionPanel
              questionnaire={id}
              row={row}
              detail={detail}
              asked={detail ? asked : { ...nothingAsked, options: row.choice ? [row.choice] : [] }}
              deeds={deeds}
              onGo={question => store.update(desk => stand(desk, question))}
              onComment={() => ask('comment')}
              history={history}
              onHistory={() => setHistory(now => !now)}
            />
          ) : null}
        </ScrollRegion>
        <EvidencePanel detail={detail} open={open} onUse={use} />
      </div>
      <footer className="key-hints">
        <span>
          <kbd>j</kbd> <kbd>k</kbd> move
        </span>
        <span>
          <kbd>a</kbd> approve
        </span>
        <span>
          <kbd>e</kbd> edit
        </span>
        <span>
          <kbd>n</kbd> next that needs you
        </span>
        <span>
          <kbd>/</kbd> filter
        </span>
        <span>
          <kbd>Ctrl K</kbd> anything
        </span>
        <span>
          <kbd>?</kbd> all keys
        </span>
        <span className="push">Nothing has left this machine</span>
      </footer>
      {asking?.kind === 'help' ? <Help onClose={close} /> : null}
      {asking?.kind === 'assign' ? (
        <AssignDialog
          questions={asking.questions.length}
          people={[...new Set([store.get().context.reviewer, ...people])].filter(Boolean)}
          now={row?.assignee ?? null}
          onClose={close}
          onDone={name => {
            void assign(id, asking.questions, name);
            close();
          }}
        />
      ) : null}
      {asking?.kind === 'bulk' ? (
        <BulkDialog
          desk={store.get()}
          onClose={close}
          onDone={questions => {
            void approve(id, questions);
            store.update(desk => selectOnly(desk, []));
            announce(`Approved ${questions.length} answers`);
            close();
          }}
        />
      ) : null}
      {row && (asking?.kind === 'reject' || asking?.kind === 'exclude' || asking?.kind === 'comment') ? (
        <WordsDialog
          kind={asking.kind}
          onClose={close}
          onDone={words => {
            if (asking.kind === 'reject') void reject(id, row.questionId, words);
            else if (asking.kind === 'exclude') void exclude(id, row.questionId, words);
            else void comment(id, row.questionId, words);
            close();
          }}
        />
      ) : null}
    </div>
  );
}
