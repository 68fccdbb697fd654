// The review screen's deeds: each changes the desk at once, asks the host in turn (one call at a time per
// questionnaire, so that versions never cross) and puts the host's rows in place when they come. A refused
// deed puts the rows back as they were and says why.

import { AppError } from '../../../contract/outcome.ts';
import type { AnswerDetail, AnswerRow, AnswerState } from '../../../contract/review.ts';
import {
  approveAnswers,
  assignAnswers,
  commentAnswer,
  editAnswer,
  excludeAnswer,
  getQuestionnaire,
  getSettings,
  redoAnswer,
  rejectAnswer,
  reopenAnswers,
  undoAnswer,
} from '../../api.ts';
import { isUnreachable, showError } from '../../parts/trouble.ts';
import { answerQuery, queryClient, settingsQuery } from '../../queries.ts';
import { announce } from '../../shell/announce.ts';
import { type DeskStore, mergeRows, openDesk } from './desk.ts';
import { type Change, createKeeper, type Kept } from './keeper.ts';

const desks = new Map<string, Promise<DeskStore>>();
const loaded = new Map<string, DeskStore>();
const queues = new Map<string, Promise<unknown>>();
let busyUntil = 0;
/** Deeds ever begun and deeds still on their way; rows read while either moved may be older than the desk. */
let begun = 0;
let underWay = 0;

/** Rows of the host with what was typed since on top, so that an older reading never hides newer words. */
const withTyped = (id: string, rows: AnswerRow[]): AnswerRow[] =>
  rows.map(row => {
    const typed = keeper.get(id, row.questionId);
    return typed ? typedInto(row, typed.change) : row;
  });

const typedInto = (row: AnswerRow, change: Change): AnswerRow => ({
  ...row,
  state: 'edited',
  ...(change.choice === undefined ? {} : { choice: change.choice }),
  ...(change.text === undefined ? {} : { answer: change.text }),
});

/** Rows in memory, loaded once per questionnaire and kept while the app is open. */
export function loadDesk(id: string): Promise<DeskStore> {
  let desk = desks.get(id);
  if (!desk) {
    desk = (async () => {
      const [{ questionnaire, rows }, settings] = await Promise.all([
        getQuestionnaire(id),
        queryClient.ensureQueryData({ ...settingsQuery, queryFn: getSettings }),
      ]);
      const store = openDesk(questionnaire, withTyped(id, rows), {
        bulkThreshold: settings.bulkThreshold,
        reviewer: settings.reviewer,
      });
      loaded.set(id, store);
      return store;
    })();
    desks.set(id, desk);
    desk.catch(() => desks.delete(id));
  }
  return desk;
}

export const deskOf = (id: string) => loaded.get(id);

export function dropDesk(id: string): void {
  desks.delete(id);
  loaded.delete(id);
  queryClient.removeQueries({ queryKey: ['desk', id] });
}

/** Reads the rows again after somebody else changed them (a policy import, the command line). */
export async function refreshDesks(): Promise<void> {
  const later = () => setTimeout(() => void refreshDesks(), Math.max(200, busyUntil - Date.now() + 50));
  if (Date.now() < busyUntil || underWay > 0) {
    later();
    return;
  }
  for (const [id, store] of loaded) {
    try {
      const before = begun;
      const { questionnaire, rows: read } = await getQuestionnaire(id);
      if (begun !== before) {
        later();
        return;
      }
      const rows = withTyped(id, read);
      const now = store.get();
      const gone = now.rows.size !== rows.length || rows.some(row => !now.rows.has(row.questionId));
      if (gone) {
        const fresh = openDesk(questionnaire, rows, now.context).get();
        store.set({
          ...fresh,
          current: now.current && fresh.rows.has(now.current) ? now.current : fresh.current,
        });
      } else {
        store.update(desk => mergeRows(desk, rows, questionnaire));
      }
      await queryClient.invalidateQueries({ queryKey: ['answer', id] });
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') dropDesk(id);
    }
  }
}

function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(id) ?? Promise.resolve();
  const run = before.then(async () => {
    busyUntil = Date.now() + 60_000;
    try {
      return await work();
    } finally {
      busyUntil = Date.now() + 600;
    }
  });
  queues.set(
    id,
    run.catch(() => undefined),
  );
  return run;
}

/** Puts a row read later in place, unless the desk already holds a newer one. */
export function takeNewer(store: DeskStore, row: AnswerRow): void {
  const now = store.get().rows.get(row.questionId);
  if (now && now.version <= row.version && Date.now() > busyUntil - 500)
    store.update(desk => mergeRows(desk, [row]));
}

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
  guess: Partial<AnswerRow> | null,
  ask: () => Promise<AnswerRow[]>,
): Promise<boolean> {
  const store = loaded.get(id);
  if (!store) return false;
  const before = questions.flatMap(question => store.get().rows.get(question) ?? []);
  begun++;
  underWay++;
  if (guess)
    store.update(desk =>
      mergeRows(
        desk,
        before.map(row => ({ ...row, ...guess })),
      ),
    );
  try {
    await keeper.flush();
    if (questions.some(question => keeper.get(id, question))) {
      throw new AppError(
        'conflict',
        'What you typed here is not saved yet. Settle it beside the answer first.',
      );
    }
    const rows = await inTurn(id, ask);
    store.update(desk => mergeRows(desk, withTyped(id, rows)));
    touchDetails(id, rows);
    return true;
  } catch (error) {
    if (guess) store.update(desk => mergeRows(desk, before));
    showError(error);
    return false;
  } finally {
    underWay--;
  }
}

const guessState = (state: AnswerState): Partial<AnswerRow> => ({ state });

export const approve = (id: string, questions: string[]) =>
  deed(id, questions, guessState('approved'), () => approveAnswers(id, questions));
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
    loaded.get(id)?.update(desk => ({ ...desk, current: first.questionId }));
    announce(`${word} ${first.ref ?? first.text}`);
  }
}

export const undo = (id: string) => step(id, 'Undone:', undoAnswer);
export const redo = (id: string) => step(id, 'Done again:', redoAnswer);

export async function comment(id: string, question: string, text: string): Promise<void> {
  try {
    const detail = await inTurn(id, () => commentAnswer({ questionnaire: id, question, text }));
    queryClient.setQueryData(answerQuery(id, question).queryKey, detail);
    loaded.get(id)?.update(desk => mergeRows(desk, [detail.row]));
  } catch (error) {
    showError(error);
  }
}

async function send({ questionnaire, question, change }: Kept): Promise<'kept' | 'offline' | 'conflict'> {
  try {
    const store = loaded.get(questionnaire) ?? (await loadDesk(questionnaire));
    const rows = await inTurn(questionnaire, () => {
      const version = store.get().rows.get(question)?.version ?? 0;
      return editAnswer({ questionnaire, question, version, ...change });
    });
    store.update(desk => mergeRows(desk, withTyped(questionnaire, rows)));
    const { queryKey } = answerQuery(questionnaire, question);
    const row = rows.find(candidate => candidate.questionId === question);
    queryClient.setQueryData<AnswerDetail>(queryKey, detail =>
      detail
        ? {
            ...detail,
            row: row ?? detail.row,
            choice: change.choice === undefined ? detail.choice : change.choice,
            text: change.text ?? detail.text,
            slotValues: { ...detail.slotValues, ...change.slotValues },
          }
        : detail,
    );
    void queryClient.invalidateQueries({ queryKey });
    return 'kept';
  } catch (error) {
    if (isUnreachable(error)) return 'offline';
    if (error instanceof AppError && error.code === 'not-found') return 'kept';
    if (!(error instanceof AppError && error.code === 'conflict')) showError(error);
    void refreshDesks();
    return 'conflict';
  }
}

export const keeper = createKeeper({ storage: localStorage, send, pause: 300, retry: 2000 });

/** A person's change of an answer: shown at once, kept until the host has it. */
export function edit(id: string, question: string, change: Change): void {
  keeper.put(id, question, change);
  loaded.get(id)?.update(desk => {
    const row = desk.rows.get(question);
    if (!row) return desk;
    return mergeRows(desk, [typedInto(row, change)]);
  });
}

/** Sends what is waiting whenever the page may be about to go. */
export function keepOnLeave(): void {
  const flush = () => void keeper.flush();
  document.addEventListener('visibilitychange', flush);
  window.addEventListener('pagehide', flush);
  window.addEventListener('blur', flush);
  keeper.restore();
}
