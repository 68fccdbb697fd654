// Typing saves every moment, and every save is in the trail. Read back, the saves of one person at one answer
// within a short while are one line: from what it was before the first to what it was after the last.
import type { AuditEntry } from '../../contract/review.ts';

const WHILE = 5 * 60_000;

/** Entries newest first, bursts joined. */
export function joinBursts(entries: readonly AuditEntry[]): AuditEntry[] {
  const joined: AuditEntry[] = [];
  for (const entry of entries) {
    const later = joined.at(-1);
    if (later && isBurst(entry, later)) joined[joined.length - 1] = { ...later, before: entry.before };
    else joined.push(entry);
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
