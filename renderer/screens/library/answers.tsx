// Search as you type over the library, narrowed by scope, owner and tag; the answer read or edited stands
// beside the list. Results come a page at a time and only the rows in sight are drawn.

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { LibraryAnswer } from '../../../contract/curate.ts';
import { searchLibrary } from '../../api.ts';
import { sayDay } from '../../parts/dates.ts';
import { Empty, Trouble, Waiting } from '../../parts/notice.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { count } from '../../parts/words.ts';
import { policiesQuery } from '../../queries.ts';
import { linkTo } from '../../shell/route.ts';
import { AnswerEditor } from './answer-editor.tsx';

const page = 200;

function Pick(props: {
  label: string;
  all: string;
  options: string[];
  value: string;
  onPick: (value: string) => void;
}) {
  if (props.options.length === 0) return null;
  return (
    <select
      className="field narrow"
      aria-label={props.label}
      value={props.value}
      onChange={event => props.onPick(event.currentTarget.value)}
    >
      <option value="">{props.all}</option>
      {props.options.map(option => (
        <option key={option}>{option}</option>
      ))}
    </select>
  );
}

function AnswerLine({ answer, view, chosen }: { answer: LibraryAnswer; view: string; chosen: boolean }) {
  return (
    <a
      className={chosen ? 'answer-line current' : 'answer-line'}
      href={linkTo('library', view, answer.id)}
      aria-current={chosen ? 'true' : undefined}
    >
      <b className="clip">{answer.question}</b>
      <span className="clip soft">{[answer.choice, answer.text].filter(Boolean).join('. ')}</span>
      <span className="line faint">
        {answer.scope ?? 'all scopes'}
        {answer.tags.slice(0, 3).map(tag => (
          <span key={tag} className="tag">
            {tag}
          </span>
        ))}
        {answer.state === 'active' ? null : (
          <span className={answer.state === 'recalled' ? 'tag warn' : 'tag'}>{answer.state}</span>
        )}
        {answer.reviewBy ? <span>review by {sayDay(answer.reviewBy)}</span> : null}
      </span>
    </a>
  );
}

export function Answers({ view, chosen }: { view: string; chosen: string | null }) {
  const [text, setText] = useState('');
  const [scope, setScope] = useState('');
  const [owner, setOwner] = useState('');
  const [tag, setTag] = useState('');
  const { data: policies } = useQuery(policiesQuery);
  const filter = {
    text,
    limit: page,
    ...(scope ? { scope } : {}),
    ...(owner ? { owner } : {}),
    ...(tag ? { tag } : {}),
    ...(view === 'due' ? { due: true } : {}),
    ...(view === 'recalled' ? { state: 'recalled' as const } : {}),
  };
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['library', 'search', filter],
    queryFn: ({ pageParam }) => searchLibrary({ ...filter, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, one) => sum + one.answers.length, 0);
      return seen < last.total ? seen : undefined;
    },
    placeholderData: keepPreviousData,
  });
  const answers = data?.pages.flatMap(one => one.answers) ?? [];
  const first = data?.pages[0];
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: answers.length,
    getScrollElement: () => box.current,
    estimateSize: () => 74,
    overscan: 8,
  });
  const lastSeen = virtual.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastSeen > answers.length - 20 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [lastSeen, answers.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const current = answers.find(answer => answer.id === chosen) ?? null;
  return (
    <div className="columns library-columns">
      <section className="pane library-left" aria-label="Answers">
        <div className="list-filter">
          <input
            type="search"
            className="field"
            aria-label="Search the library"
            placeholder="Words in question or answer"
            value={text}
            onChange={event => setText(event.currentTarget.value)}
          />
          <div className="line">
            <Pick
              label="Scope"
              all="All scopes"
              options={policies?.scopes ?? []}
              value={scope}
              onPick={setScope}
            />
            <Pick label="Owner" all="Anyone" options={first?.owners ?? []} value={owner} onPick={setOwner} />
            <Pick label="Tag" all="All tags" options={first?.tags ?? []} value={tag} onPick={setTag} />
            <span className="push soft" aria-live="polite">
              {first ? count(first.total, 'answer') : ''}
            </span>
          </div>
        </div>
        {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
        {!data && !error ? <Waiting what="Searching" /> : null}
        {first?.total === 0 ? (
          <Empty
            title={
              text || scope || owner || tag
                ? 'No answer by these words'
                : view === 'due'
                  ? 'Nothing is due'
                  : view === 'recalled'
                    ? 'Nothing is recalled'
                    : 'The library is empty'
            }
          >
            {view === 'due'
              ? 'Answers with a review date that has come are listed here.'
              : view === 'recalled'
                ? 'When a policy changes, library answers that quoted the changed words are listed here.'
                : 'Finish a questionnaire, or import past ones, and their approved answers come back first next time.'}
          </Empty>
        ) : null}
        <ScrollRegion ref={box} className="answer-lines" label="Found answers">
          <div className="passage-all" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start, size }) => {
              const answer = answers[index];
              return answer ? (
                <div
                  key={answer.id}
                  className="answer-at"
                  style={{ transform: `translateY(${start}px)`, height: size }}
                >
                  <AnswerLine answer={answer} view={view} chosen={answer.id === chosen} />
                </div>
              ) : null;
            })}
          </div>
        </ScrollRegion>
      </section>
      <ScrollRegion className="pane library-right" label="Answer">
        {current || chosen === 'new' ? (
          <AnswerEditor
            key={current ? `${current.id}:${current.version}` : 'new'}
            answer={current}
            owners={first?.owners ?? []}
            tags={first?.tags ?? []}
            scopes={policies?.scopes ?? []}
            view={view}
          />
        ) : (
          <Empty title="Choose an answer">
            Its wording, scope, owner, review date and history are shown here. What you change is kept as a
            new version; the old one can be brought back.
          </Empty>
        )}
      </ScrollRegion>
    </div>
  );
}
