// Typing saves every moment, and every save is in the trail. Read back, the saves of one person at one answer
// within a short while are one line: from what it was before the first to what it was after the last.
import type { AuditEntry } from '../../contract/review.ts';

const WHILE = 5 * 60_000;

/** Entries newest first, bursts joined. */
export function joinBursts(entries: readonly AuditEntry[]): AuditEntry[] {
  const joined: AuditEntry[] = [];
  let next: AuditEntry | null = null;
  for (const entry of entries) {
    const last = joined.at(-1);
    if (last && next && isBurst(entry, next)) joined[joined.length - 1] = { ...last, before: entry.before };
    else joined.push(entry);
    next = entry;
  }
  return joined;
}

function isBurst(earlier: AuditEntry, later: AuditEntry): boolean {
  return (
    earlier.action === 'answer.edited' &&
    later.action === earlier.action &&
    later.subjectId === earlier.subjectId &&
    later.questionnaireId === earlier.questionnaireId &&
    later.actor === earlier.actor &&
    Date.parse(later.at) - Date.parse(earlier.at) < WHILE
  );
}
