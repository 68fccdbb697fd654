// Many entries made by one deed (a draft of three hundred answers) read as one line that opens.
import type { AuditEntry } from '../../../contract/review.ts';

/** Entries newest first, cut into runs of the same person doing the same to the same file within a minute. */
export function cutIntoRuns(entries: readonly AuditEntry[]): AuditEntry[][] {
  const runs: AuditEntry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const same =
      last !== undefined &&
      last.action === entry.action &&
      last.actor === entry.actor &&
      last.questionnaireId === entry.questionnaireId &&
      Date.parse(last.at) - Date.parse(entry.at) < 60_000;
    if (run && same) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}
