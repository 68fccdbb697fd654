// What is asked of the host and kept: one query client, the keys, and how the host's `changed` events make
// kept values stale. Nothing goes stale by time, since this process's host is the only writer.
import { QueryClient } from '@tanstack/react-query';
import type { EventData } from '../contract/calls.ts';
import {
  getAnswer,
  getInfo,
  getPassages,
  getRegions,
  getSettings,
  listConflicts,
  listPolicies,
  listQuestionnaires,
  listRecalls,
} from './api.ts';
import { host } from './host/index.ts';
import { runJob } from './shell/jobs.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      refetchOnWindowFocus: false,
      gcTime: 600_000,
    },
    mutations: { retry: false },
  },
});

export const infoQuery = { queryKey: ['info'], queryFn: getInfo };
export const settingsQuery = { queryKey: ['settings'], queryFn: getSettings };
export const questionnairesQuery = { queryKey: ['questionnaires'], queryFn: listQuestionnaires };
export const policiesQuery = { queryKey: ['policies'], queryFn: listPolicies };
export const recallsQuery = { queryKey: ['recalls'], queryFn: listRecalls };
export const conflictsQuery = {
  queryKey: ['library', 'conflicts'],
  queryFn: () => runJob('Looking for conflicts in the library', listConflicts),
};
export const regionsQuery = (id: string) => ({ queryKey: ['regions', id], queryFn: () => getRegions(id) });
export const passagesQuery = (id: string) => ({ queryKey: ['policies', id], queryFn: () => getPassages(id) });
export const answerQuery = (questionnaire: string, question: string) => ({
  queryKey: ['answer', questionnaire, question],
  queryFn: () => getAnswer(questionnaire, question),
});

const staleBy: Record<EventData<'changed'>['what'], string[][]> = {
  questionnaires: [['questionnaires'], ['regions'], ['info']],
  answers: [['questionnaires'], ['recalls'], ['activity'], ['check']],
  library: [['library'], ['recalls'], ['info'], ['activity']],
  policies: [['policies'], ['recalls'], ['info'], ['answer']],
  settings: [['settings']],
};

/** Answers that changed, by questionnaire and with their versions; `all` when it is not known which. */
export type ChangedAnswers = NonNullable<EventData<'changed'>['answers']>[] | 'all';

/** Marks what an event touches as stale, at most once per beat however many events arrive. */
export function followChanges(onAnswers: (changed: ChangedAnswers) => void): () => void {
  let heard: EventData<'changed'>[] = [];
  return host.on('changed', event => {
    heard.push(event);
    if (heard.length > 1) return;
    setTimeout(() => {
      for (const name of new Set(heard.map(({ what }) => what))) {
        for (const queryKey of staleBy[name]) void queryClient.invalidateQueries({ queryKey });
      }
      const touching = heard.filter(({ what }) => what === 'answers' || what === 'policies');
      const named = touching.flatMap(({ answers }) => answers ?? []);
      if (touching.length > 0) onAnswers(named.length === touching.length ? named : 'all');
      heard = [];
    }, 150);
  });
}
