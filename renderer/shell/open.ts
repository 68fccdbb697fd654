// Which questionnaire the person is working in, so that Import, Review and Export in the rail lead to it. It
// is remembered in this browser; the host knows nothing of it.
import { useEffect } from 'react';
import { AppError } from '../../contract/outcome.ts';
import { createStore } from '../parts/store.ts';

const key = 'vouch.open';

export const openQuestionnaire = createStore<string | null>(globalThis.localStorage?.getItem(key) ?? null);

export function rememberOpen(id: string | null): void {
  if (openQuestionnaire.get() === id) return;
  openQuestionnaire.set(id);
  if (id === null) localStorage.removeItem(key);
  else localStorage.setItem(key, id);
}

/** A questionnaire that is gone is not led to again. */
export function useForgetGone(id: string, error: unknown): void {
  useEffect(() => {
    const gone = error instanceof AppError && error.code === 'not-found';
    if (gone && openQuestionnaire.get() === id) rememberOpen(null);
  }, [id, error]);
}
