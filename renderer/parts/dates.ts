// Dates as people say them. Due dates are calendar days without a time zone; moments are shown in local time.
const day = 86_400_000;
const dayOf = (at: Date) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());

/** "4 Dec" in this year, "4 Dec 2027" otherwise, of a `YYYY-MM-DD` day. */
export function sayDay(date: string, now = new Date()): string {
  const at = new Date(`${date}T00:00:00Z`);
  const sameYear = at.getUTCFullYear() === now.getFullYear();
  return at.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** Whole days from today to a `YYYY-MM-DD` day; negative when it has passed. */
export function daysUntil(date: string, now = new Date()): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - dayOf(now)) / day);
}

/** "just now", "5 min ago", "3 h ago", "yesterday", "6 days ago", then the day. */
export function sayAgo(moment: string, now = new Date()): string {
  const at = new Date(moment);
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const days = Math.round((dayOf(now) - dayOf(at)) / day);
  if (days < 1) return `${Math.floor(minutes / 60)} h ago`;
  if (days === 1) return 'yesterday';
  if (days < 14) return `${days} days ago`;
  return sayDay(at.toISOString().slice(0, 10), now);
}

/** "23 Nov 2026, 09:41". */
export function sayMoment(moment: string): string {
  return new Date(moment).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}
