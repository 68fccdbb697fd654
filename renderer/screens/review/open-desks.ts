// The rows of the questionnaires that are open, as the host has them with what was typed since on top. They are
// loaded once, kept while the app is open, and read again only when somebody else changed them.
import { AppError } from '../../../contract/outcome.ts';
import type { AnswerDetail, AnswerRow } from '../../../contract/review.ts';
import { editAnswer, getAnswer, getQuestionnaire, getSettings } from '../../api.ts';
import { isUnreachable, sayError } from '../../parts/trouble.ts';
import { answerQuery, type ChangedAnswers, queryClient, settingsQuery } from '../../queries.ts';
import { type DeskStore, mergeRows, openDesk } from './desk.ts';
import { createKeeper } from './keeper.ts';
import type { Change, Kept, Sent } from './kept.ts';
import { deedsBegun, inTurn, settled, untilQuiet } from './turns.ts';

const desks = new Map<string, Promise<DeskStore>>();
const loaded = new Map<string, DeskStore>();

/** What deeds on their way will make of a row, by questionnaire and question. */
const guesses = new Map<string, Partial<AnswerRow>>();

/** Shows what a deed will do until the function given back is called. */
export function guess(id: string, questions: string[], part: Partial<AnswerRow>): () => void {
  const keys = questions.map(question => `${id}/${question}`);
  for (const key of keys) guesses.set(key, part);
  return () => {
    for (const key of keys) if (guesses.get(key) === part) guesses.delete(key);
  };
}

/** Rows of the host with what was typed and done since on top, so that an older reading never hides it. */
export const withNewer = (id: string, rows: AnswerRow[]): AnswerRow[] =>
  rows.map(row => {
    const typed = keeper.get(id, row.questionId);
    const shown = typed ? typedInto(row, typed.change) : row;
    const guessed = guesses.get(`${id}/${row.questionId}`);
    return guessed ? { ...shown, ...guessed } : shown;
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
      const store = openDesk(questionnaire, withNewer(id, rows), {
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

/** Heard of and not read yet. */
let unread: ChangedAnswers = [];
let timer: ReturnType<typeof setTimeout> | undefined;

const readLater = (wait: number) => {
  clearTimeout(timer);
  timer = setTimeout(() => void refreshDesks([]), wait);
};

/** True when the desk has rows at least as new as those that changed, as after a deed of its own. */
function upToDate(id: string, store: DeskStore, changed: ChangedAnswers): boolean {
  if (changed === 'all') return false;
  const { rows } = store.get();
  return changed
    .filter(({ questionnaire }) => questionnaire === id)
    .every(({ versions }) =>
      Object.entries(versions).every(([question, version]) => (rows.get(question)?.version ?? -1) >= version),
    );
}

/** Reads the rows again that somebody else changed (a policy import, the command line), once nobody works. */
export async function refreshDesks(changed: ChangedAnswers = 'all'): Promise<void> {
  unread = changed === 'all' || unread === 'all' ? 'all' : [...unread, ...changed];
  const wait = untilQuiet();
  if (wait > 0) return readLater(wait);
  const due = unread;
  unread = [];
  for (const [id, store] of loaded) {
    if (upToDate(id, store, due)) continue;
    try {
      const before = deedsBegun();
      const { questionnaire, rows: read } = await getQuestionnaire(id);
      if (deedsBegun() !== before) {
        unread = 'all';
        return readLater(200);
      }
      const rows = withNewer(id, read);
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

/** Puts a row read later in place, unless the desk already holds a newer one. */
export function takeNewer(store: DeskStore, row: AnswerRow): void {
  const now = store.get().rows.get(row.questionId);
  if (now && now.version <= row.version && settled())
    store.update(desk => mergeRows(desk, withNewer(desk.summary.id, [row])));
}

async function send(kept: Kept): Promise<Sent> {
  const { questionnaire, question, change } = kept;
  try {
    const store = loaded.get(questionnaire) ?? (await loadDesk(questionnaire));
    const rows = await inTurn(questionnaire, () => {
      // A deed that was before it in the queue may have raised the version.
      const version = keeper.get(questionnaire, question)?.base ?? kept.base;
      return editAnswer({ questionnaire, question, version, ...change });
    });
    store.update(desk => mergeRows(desk, withNewer(questionnaire, rows)));
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
    return { is: 'kept', version: row?.version ?? kept.base };
  } catch (error) {
    if (isUnreachable(error)) return { is: 'offline' };
    if (!(error instanceof AppError)) return { is: 'refused', why: sayError(error).text };
    if (error.code === 'not-found') return { is: 'gone' };
    return error.code === 'conflict' ? whatStands(kept) : { is: 'refused', why: error.message };
  }
}

async function whatStands({ questionnaire, question }: Kept): Promise<Sent> {
  try {
    const { row, choice, text, slotValues } = await getAnswer(questionnaire, question);
    void refreshDesks();
    return { is: 'conflict', stands: { version: row.version, state: row.state, choice, text, slotValues } };
  } catch (error) {
    return error instanceof AppError && error.code === 'not-found' ? { is: 'gone' } : { is: 'offline' };
  }
}

export const keeper = createKeeper({ storage: localStorage, send, pause: 300, retry: 2000 });

/** The version of what is on the screen: rows are put in place before the words of their answers are read. */
function versionRead(id: string, question: string): number {
  const row = loaded.get(id)?.get().rows.get(question);
  const detail = queryClient.getQueryData<AnswerDetail>(answerQuery(id, question).queryKey);
  return Math.min(row?.version ?? -1, detail?.row.version ?? Number.POSITIVE_INFINITY);
}

/** A person's change of an answer: shown at once, kept until the host has it. */
export function edit(id: string, question: string, change: Change): void {
  keeper.put(id, question, change, versionRead(id, question));
  loaded.get(id)?.update(desk => {
    const row = desk.rows.get(question);
    if (!row) return desk;
    return mergeRows(desk, [typedInto(row, change)]);
  });
}

/** A person's word on what could not be saved by itself: theirs goes over what stands, or is let go. */
export function settle(id: string, question: string, mine: boolean): void {
  const stands = keeper.get(id, question)?.stands;
  keeper.settle(id, question, mine);
  if (mine) return;
  loaded.get(id)?.update(desk => {
    const row = desk.rows.get(question);
    if (!row || !stands) return desk;
    const { version, state, choice, text } = stands;
    return mergeRows(desk, [{ ...row, version, state, choice, answer: text }]);
  });
  void queryClient.invalidateQueries({ queryKey: answerQuery(id, question).queryKey });
  void refreshDesks();
}

/** Sends what is waiting whenever the page may be about to go. */
export function keepOnLeave(): void {
  const flush = () => void keeper.flush();
  document.addEventListener('visibilitychange', flush);
  window.addEventListener('pagehide', flush);
  window.addEventListener('blur', flush);
  keeper.restore();
}
