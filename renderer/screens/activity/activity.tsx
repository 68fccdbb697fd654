// Who changed what, when, from what to what, newest first. Nothing here can be edited: it is the record a
// security lead shows an auditor.

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuditEntry } from '../../../contract/review.ts';
import { listActivity } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { sayMoment } from '../../parts/dates.ts';
import { DiffText } from '../../parts/diff-text.tsx';
import { Empty, Trouble, Waiting } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { nameOf } from '../../parts/words.ts';
import { questionnairesQuery } from '../../queries.ts';
import { go, linkTo } from '../../shell/route.ts';
import { sayAction } from './actions.ts';
import './activity.css';

const page = 100;

function Change({ entry }: { entry: AuditEntry }) {
  const { before, after } = entry;
  if (before === null && after === null) return null;
  if (before === null) return <span className="activity-words">{after}</span>;
  if (after === null) {
    return (
      <span className="diff activity-words">
        <del>{before}</del>
      </span>
    );
  }
  return (
    <span className="activity-words">
      <DiffText was={before} now={after} />
    </span>
  );
}

function Line({ entry }: { entry: AuditEntry }) {
  const opens = entry.questionnaireId !== null && entry.action.startsWith('answer.');
  return (
    <tr>
      <td className="soft nowrap">{sayMoment(entry.at)}</td>
      <td className="nowrap">{entry.actor || 'Vouch'}</td>
      <td className="nowrap">{sayAction(entry.action)}</td>
      <td>
        {opens ? (
          <a href={linkTo('review', entry.questionnaireId, entry.subjectId)}>{entry.subject}</a>
        ) : (
          entry.subject
        )}
      </td>
      <td>
        <Change entry={entry} />
      </td>
    </tr>
  );
}

export function Activity({ questionnaire }: { questionnaire: string | null }) {
  const { data: list } = useQuery(questionnairesQuery);
  const [words, setWords] = useState('');
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['activity', questionnaire],
    queryFn: ({ pageParam }) =>
      listActivity({
        limit: page,
        ...(questionnaire ? { questionnaire } : {}),
        ...(pageParam === null ? {} : { before: pageParam }),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: last => (last.more ? (last.entries.at(-1)?.id ?? null) : null),
    staleTime: 0,
  });
  const entries = data?.pages.flatMap(one => one.entries) ?? [];
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = entries.filter(entry => {
    const text = `${entry.actor} ${sayAction(entry.action)} ${entry.subject} ${entry.before} ${entry.after}`;
    return parts.every(part => text.toLowerCase().includes(part));
  });
  return (
    <Page
      title="Activity"
      beside={
        <>
          <select
            className="field"
            aria-label="Questionnaire"
            value={questionnaire ?? ''}
            onChange={event => go('activity', event.currentTarget.value || null)}
          >
            <option value="">Everything</option>
            {list?.map(item => (
              <option key={item.id} value={item.id}>
                {nameOf(item)}
              </option>
            ))}
          </select>
          <input
            type="search"
            className="field"
            aria-label="Filter activity"
            placeholder="Person, deed or words"
            value={words}
            onChange={event => setWords(event.currentTarget.value)}
          />
        </>
      }
    >
      <ScrollRegion className="page-body" label="Activity log">
        {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
        {!data && !error ? <Waiting what="Reading the record" /> : null}
        {data && entries.length === 0 ? (
          <Empty title="Nothing has happened yet">
            Every change is recorded here, with who made it and when.
          </Empty>
        ) : null}
        {entries.length > 0 ? (
          <table className="list-table activity-table">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">What</th>
                <th scope="col">About</th>
                <th scope="col">From, to</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(entry => (
                <Line key={entry.id} entry={entry} />
              ))}
            </tbody>
          </table>
        ) : null}
        {entries.length > 0 && shown.length === 0 ? (
          <p className="soft activity-none">Nothing by these words among the entries loaded.</p>
        ) : null}
        {hasNextPage ? (
          <Button
            className="activity-more"
            disabled={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            Show earlier
          </Button>
        ) : null}
      </ScrollRegion>
    </Page>
  );
}
