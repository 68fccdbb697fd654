// Where the person is, kept in the address's hash so that both hosts, reload and the back button work:
// #/review/<questionnaire>/<question>. Moving inside a list replaces the address, quietly and not at once,
// because browsers throttle history calls and a key press must not wait for them.
import { createStore, useStore } from '../parts/store.ts';

export const screens = [
  'questionnaires',
  'import',
  'review',
  'export',
  'library',
  'policies',
  'activity',
  'settings',
] as const;
export type Screen = (typeof screens)[number];

export interface Route {
  screen: Screen;
  id: string | null;
  part: string | null;
}

export function parseRoute(hash: string): Route {
  const [screen, id, part] = hash
    .replace(/^#\/?/, '')
    .split('/')
    .map(piece => {
      try {
        return decodeURIComponent(piece);
      } catch {
        return piece;
      }
    });
  const known = screens.find(name => name === screen);
  return known
    ? { screen: known, id: id || null, part: part || null }
    : { screen: 'questionnaires', id: null, part: null };
}

export function formatRoute({ screen, id, part }: Route): string {
  return `#/${[screen, id, id === null ? null : part]
    .filter(piece => piece !== null)
    .map(piece => encodeURIComponent(piece))
    .join('/')}`;
}

const store = createStore<Route>(parseRoute(globalThis.location?.hash ?? ''));
globalThis.window?.addEventListener('hashchange', () => store.set(parseRoute(window.location.hash)));

export function useRoute(): Route {
  return useStore(store, route => route);
}

export const currentRoute = () => store.get();

export function go(screen: Screen, id: string | null = null, part: string | null = null): void {
  const hash = formatRoute({ screen, id, part });
  if (window.location.hash === hash) return;
  window.location.hash = hash;
}

export const linkTo = (screen: Screen, id: string | null = null, part: string | null = null) =>
  formatRoute({ screen, id, part });

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Writes the question one stands on into the address without a navigation. */
export function noteQuestion(id: string, part: string): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const now = store.get();
    if (now.screen !== 'review' || now.id !== id) return;
    history.replaceState(null, '', formatRoute({ screen: 'review', id, part }));
  }, 400);
}
