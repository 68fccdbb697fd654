// Who changed what, when, from what to what, newest first. Nothing here can be edited: it is the record a
// security lead shows an auditor.

import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuditEntry } from '../../../contract/review.ts';
import { listActivity } from '../../api.ts';
import { AuditChange } from '../../parts/audit-change.tsx';
import { sayAction } from '../../parts/audit-words.ts';
import { Button } from '../../parts/button.tsx';
import { sayMoment } from '../../parts/dates.ts';
import { Empty, Trouble, Waiting } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { count, nameOf } from '../../parts/words.ts';
import { questionnairesQuery } from '../../queries.ts';
import { go, linkTo } from '../../shell/route.ts';
import { loadDesk } from '../review/open-desks.ts';
import { cutIntoRuns } from './runs.ts';
import './activity.css';

const page = 200;

const shortest = 4;

/** What an entry is about, in the reader's words: a question's number and text, a file, else as recorded. */
function useSubjects(entries: AuditEntry[]): (entry: AuditEntry) => string {
  const { data: list } = useQuery(questionnairesQuery);
  const ids = [...new Set(entries.flatMap(({ questionnaireId }) => questionnaireId ?? []))].filter(id =>
    list?.some(item => item.id === id),
  );
  const desks = useQueries({
    queries: ids.map(id => ({
      queryKey: ['desk', id],
      queryFn: () => loadDesk(id),
      structuralSharing: false,
    })),
  });
  const open = new Map(ids.map((id, index) => [id, desks[index]?.data]));
  // Newest first, so the entry that deleted a questionnaire is loaded before what happened to it earlier.
  const deleted = new Map(
    entries.flatMap(({ action, subjectId, before }) =>
      action === 'questionnaire.removed' ? [[subjectId, before ?? 'a questionnaire'] as const] : [],
    ),
  );
  return entry => {
    const { questionnaireId: id, subjectId, subject } = entry;
    const row = id === null ? undefined : open.get(id)?.get().rows.get(subjectId);
    if (row) return row.ref ? `${row.ref} ${row.text}` : row.text;
    const file = list?.find(item => item.id === subjectId);
    if (file) return nameOf(file);
    const gone = id === null ? undefined : deleted.get(id);
    if (gone === undefined) return subject;
    return subjectId === id ? `${gone} (deleted)` : `${subjectId} in ${gone} (deleted)`;
  };
}

function Line({ entry, about }: { entry: AuditEntry; about: string }) {
  const { data: list } = useQuery(questionnairesQuery);
  const there = list?.some(item => item.id === entry.questionnaireId) ?? false;
  const opens = there && entry.action.startsWith('answer.');
  return (
    <tr>
      <td className="soft nowrap">{sayMoment(entry.at)}</td>
      <td className="nowrap">{entry.actor || 'Vouch'}</td>
      <td>{sayAction(entry.action)}</td>
      <td>
        <div className="about" title={about}>
          {opens ? <a href={linkTo('review', entry.questionnaireId, entry.subjectId)}>{about}</a> : about}
        </div>
      </td>
      <td>
        <AuditChange entry={entry} />
      </td>
    </tr>
  );
}

function Run({ run, about }: { run: AuditEntry[]; about: (entry: AuditEntry) => string }) {
  const [open, setOpen] = useState(false);
  const [first] = run;
  if (!first) return null;
  if (run.length < shortest)
    return run.map(entry => <Line key={entry.id} entry={entry} about={about(entry)} />);
  return (
    <>
      <tr>
        <td className="soft nowrap">{sayMoment(first.at)}</td>
        <td className="nowrap">{first.actor || 'Vouch'}</td>
        <td>{sayAction(first.action)}</td>
        <td>
          {count(
            run.length,
            first.action.startsWith('answer.') ? 'answer' : 'entry',
            first.action.startsWith('answer.') ? 'answers' : 'entries',
          )}
        </td>
        <td>
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Fold' : 'Show each'}
          </Button>
        </td>
      </tr>
      {open ? run.map(entry => <Line key={entry.id} entry={entry} about={about(entry)} />) : null}
    </>
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
  const about = useSubjects(entries);
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = entries.filter(entry => {
    const text = `${entry.actor} ${sayAction(entry.action)} ${about(entry)} ${entry.before} ${entry.after}`;
    return parts.every(part => text.toLowerCase().includes(part));
  });
  return (
    <Page
      title="Activity"
      beside={
        <>
          <select
            className="field activity-which"
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
              {cutIntoRuns(shown).map(run => (
                <Run key={run[0]?.id} run={run} about={about} />
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
