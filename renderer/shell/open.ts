// Which questionnaire the person is working in, so that Import, Review and Export in the rail lead to it. It
// is remembered in this browser; the host knows nothing of it.
import { createStore } from '../parts/store.ts';

const key = 'vouch.open';

export const openQuestionnaire = createStore<string | null>(globalThis.localStorage?.getItem(key) ?? null);

export function rememberOpen(id: string | null): void {
  if (openQuestionnaire.get() === id) return;
  openQuestionnaire.set(id);
  if (id === null) localStorage.removeItem(key);
  else localStorage.setItem(key, id);
}
