// The checklist before a file leaves: what is open, what the file would refuse (found by filling a copy), what
// contradicts itself or what others were told, and what should not be said to a customer.

import { sayPlace } from '../../contract/place.ts';
import type { CheckFinding } from '../../contract/review.ts';
import { allComments } from '../../knowledge-base/store/comments.ts';
import { listQuestionnaires } from '../../knowledge-base/store/questionnaires.ts';
import { sayAnswer } from '../answers/change-answers.ts';
import type { Desk, Run, UseCase } from '../desk/desk.ts';
import { currentSettings } from '../desk/settings.ts';
import { valueIn } from '../desk/value-in.ts';
import { storedFile } from '../questionnaires/read-questionnaire.ts';
import { contradictions } from './contradictions.ts';
import { plainEntries } from './entries.ts';
import { type ExportedAnswer, type ToExport, toExport } from './exported-answers.ts';
import { type LeakNames, leaksIn } from './leaks.ts';
import { openFindings, sayCount } from './open-findings.ts';

export const checkExport: UseCase<'export.check'> = async (desk, { id, includeDrafts }, run) => {
  run.progress('Filling a copy of the file', 0, null);
  const leaving = toExport(desk.store.read, id, includeDrafts);
  const findings = [
    ...openFindings(leaving, includeDrafts),
    ...unplaced(leaving),
    ...(await refusals(desk, id, leaving, run)),
    ...(await contradictions(desk, id, leaving.exported, run)),
    ...leakFindings(desk, id, leaving.exported),
  ];
  return { findings, slots: leaving.entries.entries.length, answers: leaving.exported.length };
};

/** Answered, and the file has nowhere to put it. */
function unplaced({ entries }: ToExport): CheckFinding[] {
  const { length } = entries.unplaced;
  if (length === 0) return [];
  const text = `${sayCount(length)} answered in words where the file takes a choice only. Choose one.`;
  return [{ kind: 'refused', severity: 'warning', text, questionIds: entries.unplaced }];
}

/** What the file would not take: refused by us, or by a fill of a copy that is thrown away. */
async function refusals(desk: Desk, id: string, { entries }: ToExport, run: Run): Promise<CheckFinding[]> {
  const { bytes, name } = storedFile(desk.store.read, id);
  const outcome = await desk.rooms.fill(bytes, name, plainEntries(entries), run.signal);
  if (!outcome.ok && outcome.error.code === 'file-unsupported') {
    return [{ kind: 'refused', severity: 'error', text: outcome.error.text, questionIds: [] }];
  }
  const { receipt } = valueIn(outcome);
  const asked = new Map(entries.entries.map(entry => [JSON.stringify(entry.at), entry.questionId]));
  const dry = receipt.refused.map(refusal => ({
    ...refusal,
    questionId: asked.get(JSON.stringify(refusal.at)) ?? '',
  }));
  return [...entries.refused, ...dry].map(refusal => ({
    kind: 'refused' as const,
    severity: 'error' as const,
    text: `${sayPlace(refusal.at)}: ${refusal.reason}`,
    questionIds: refusal.questionId === '' ? [] : [refusal.questionId],
  }));
}

function leakFindings(desk: Desk, id: string, exported: ExportedAnswer[]): CheckFinding[] {
  const names = leakNames(desk, id);
  return exported.flatMap(({ question, given }) =>
    leaksIn(sayAnswer({ ...given, choice: null }), names).map(({ what }) => ({
      kind: 'leak' as const,
      severity: 'error' as const,
      text: `${question.ref ?? sayPlace(question.at)} holds ${what}.`,
      questionIds: [question.id],
    })),
  );
}

function leakNames(desk: Desk, id: string): LeakNames {
  const db = desk.store.read;
  const all = listQuestionnaires(db);
  const own = all.find(item => item.id === id);
  const { reviewer, company } = currentSettings(db);
  const comments = allComments(db, id);
  const known = new Set([own?.customer, company].map(name => name?.trim().toLowerCase()));
  const customers = all
    .map(item => item.customer.trim())
    .filter(name => name !== '' && !known.has(name.toLowerCase()));
  const people = [reviewer, ...all.map(item => item.owner), ...comments.map(comment => comment.author)];
  // A person who is known by a first name only ("Will") would be found in half the answers.
  const full = people.map(name => name.trim()).filter(name => name.includes(' '));
  return {
    customers: [...new Set(customers)],
    people: [...new Set(full)],
    comments: comments.map(comment => comment.text),
  };
}
