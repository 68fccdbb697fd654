// The review screen's deeds: each changes the desk at once, asks the host in turn and puts the host's rows in
// place when they come. A refused deed puts the rows back as they were and says why.
import type { Settings } from '../../../contract/curate.ts';
import { AppError } from '../../../contract/outcome.ts';
import type { AnswerDetail, AnswerRow, AnswerState } from '../../../contract/review.ts';
import {
  approveAnswers,
  assignAnswers,
  commentAnswer,
  excludeAnswer,
  redoAnswer,
  rejectAnswer,
  reopenAnswers,
  undoAnswer,
} from '../../api.ts';
import { showDone, showError } from '../../parts/trouble.ts';
import { answerQuery, queryClient, settingsQuery } from '../../queries.ts';
import { announce } from '../../shell/announce.ts';
import { type Desk, mergeRows } from './desk.ts';
import { deskOf, guess, keeper, withNewer } from './open-desks.ts';
import { asDeed, inTurn } from './turns.ts';

function touchDetails(id: string, rows: AnswerRow[]): void {
  for (const row of rows) {
    const { queryKey } = answerQuery(id, row.questionId);
    queryClient.setQueryData<AnswerDetail>(queryKey, detail => (detail ? { ...detail, row } : detail));
    void queryClient.invalidateQueries({ queryKey });
  }
}

async function deed(
  id: string,
  questions: string[],
  part: Partial<AnswerRow> | null,
  ask: () => Promise<AnswerRow[]>,
): Promise<boolean> {
  const store = deskOf(id);
  if (!store) return false;
  const before = questions.flatMap(question => store.get().rows.get(question) ?? []);
  const settle = part ? guess(id, questions, part) : () => undefined;
  store.update(desk => mergeRows(desk, withNewer(id, before)));
  try {
    await asDeed(id, async () => {
      await keeper.flush();
      if (questions.some(question => keeper.get(id, question))) {
        throw new AppError(
          'conflict',
          'What you typed here is not saved yet. Settle it beside the answer first.',
        );
      }
      const rows = await inTurn(id, async () => {
        const now = await ask();
        for (const row of now)
          if (questions.includes(row.questionId)) keeper.rebase(id, row.questionId, row.version);
        return now;
      });
      settle();
      store.update(desk => mergeRows(desk, withNewer(id, rows)));
      touchDetails(id, rows);
    });
    return true;
  } catch (error) {
    settle();
    if (part) store.update(desk => mergeRows(desk, takenBack(desk, before, part)));
    showError(error);
    return false;
  }
}

/** The rows as they are now, with what was guessed as it was before. */
function takenBack(desk: Desk, before: AnswerRow[], part: Partial<AnswerRow>): AnswerRow[] {
  return before.flatMap(row => {
    const now = desk.rows.get(row.questionId);
    const was = Object.fromEntries((Object.keys(part) as (keyof AnswerRow)[]).map(name => [name, row[name]]));
    return now ? { ...now, ...was } : [];
  });
}

const guessState = (state: AnswerState): Partial<AnswerRow> => ({ state });

let nameless = false;

/** Said once: without a name the record says "You", whoever that was. */
function askForName(): void {
  const settings = queryClient.getQueryData<Settings>(settingsQuery.queryKey);
  if (nameless || settings?.reviewer !== '') return;
  nameless = true;
  showDone('Approved as "You". Enter your name in Settings, so that the record says who it was.');
}

export async function approve(id: string, questions: string[]): Promise<boolean> {
  const done = await deed(id, questions, guessState('approved'), () => approveAnswers(id, questions));
  if (done) askForName();
  return done;
}
export const reject = (id: string, question: string, reason: string) =>
  deed(id, [question], guessState('rejected'), () => rejectAnswer({ questionnaire: id, question, reason }));
export const exclude = (id: string, question: string, reason: string) =>
  deed(id, [question], guessState('not-applicable'), () =>
    excludeAnswer({ questionnaire: id, question, reason }),
  );
export const reopen = (id: string, questions: string[]) =>
  deed(id, questions, null, () => reopenAnswers(id, questions));
export const assign = (id: string, questions: string[], assignee: string | null) =>
  deed(id, questions, { assignee }, () => assignAnswers({ questionnaire: id, questions, assignee }));

async function step(id: string, word: string, ask: (id: string) => Promise<AnswerRow[]>): Promise<void> {
  let rows: AnswerRow[] = [];
  const ok = await deed(id, [], null, async () => {
    rows = await ask(id);
    return rows;
  });
  const first = rows[0];
  if (ok && first) {
    deskOf(id)?.update(desk => ({ ...desk, current: first.questionId }));
    announce(`${word} ${first.ref ?? first.text}`);
  }
}

export const undo = (id: string) => step(id, 'Undone:', undoAnswer);
export const redo = (id: string) => step(id, 'Done again:', redoAnswer);

export async function comment(id: string, question: string, text: string): Promise<boolean> {
  try {
    const detail = await inTurn(id, () => commentAnswer({ questionnaire: id, question, text }));
    queryClient.setQueryData(answerQuery(id, question).queryKey, detail);
    deskOf(id)?.update(desk => mergeRows(desk, [detail.row]));
    return true;
  } catch (error) {
    showError(error);
    return false;
  }
}
