// The order of the home list: open work by due date (none last), then what is done, newest first.
import type { QuestionnaireSummary } from '../../../contract/review.ts';

const isDone = (item: QuestionnaireSummary) => item.finishedAt !== null || item.exportedAt !== null;

export function byUrgency(list: QuestionnaireSummary[]): QuestionnaireSummary[] {
  return [...list].sort((a, b) => {
    if (isDone(a) !== isDone(b)) return isDone(a) ? 1 : -1;
    if (!isDone(a) && a.due !== b.due) return (a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1;
    return a.touchedAt > b.touchedAt ? -1 : 1;
  });
}

/** Open, and nobody has touched it for a week. */
export function isStale(item: QuestionnaireSummary, now = Date.now()): boolean {
  return !isDone(item) && now - Date.parse(item.touchedAt) > 7 * 86_400_000;
}

export function matches(item: QuestionnaireSummary, words: string): boolean {
  const text = `${item.customer} ${item.file} ${item.owner} ${item.scope ?? ''}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every(word => text.includes(word));
}
