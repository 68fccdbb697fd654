// What a person can do with the question they stand on, as plain functions for keys, buttons and menus. They
// act on what the desk holds now, which may be ahead of what has been drawn.
import type { Evidence } from '../../../contract/knowledge.ts';
import { AppError } from '../../../contract/outcome.ts';
import type { AnswerDetail, AnswerRow } from '../../../contract/review.ts';
import { draftAnswers } from '../../api.ts';
import { showError } from '../../parts/trouble.ts';
import { answerQuery, queryClient } from '../../queries.ts';
import { announce } from '../../shell/announce.ts';
import { runJob } from '../../shell/jobs.ts';
import { startTyping } from './answer-text.tsx';
import type { Asking } from './asking.tsx';
import { nextChoice } from './choices.tsx';
import { type DeskStore, mergeRows, move } from './desk.ts';
import { approvedBefore, orderedEvidence } from './evidence-panel.tsx';
import { deskOf, edit, keeper, refreshDesks } from './open-desks.ts';
import { whatIsAsked } from './slots.ts';
import { swapIn } from './swap.ts';
import { approve, reopen } from './work.ts';

const nameOf = (row: AnswerRow) => row.ref ?? row.text;

async function redraft(id: string, row: AnswerRow): Promise<void> {
  await keeper.flush();
  const now = deskOf(id)?.get().rows.get(row.questionId) ?? row;
  if (now.state === 'approved' || now.state === 'edited') {
    const whose = now.state === 'approved' ? 'is approved' : 'has words of a person';
    const how = now.state === 'approved' ? 'Open it again (o), then reject it (r)' : 'Reject it (r)';
    showError(
      new AppError(
        'conflict',
        `${nameOf(row)} ${whose}, which a draft never replaces. ${how} to draft it again.`,
      ),
    );
    return;
  }
  try {
    const result = await runJob(`Drafting ${nameOf(row)}`, job =>
      draftAnswers({ id, questions: [row.questionId], job }),
    );
    deskOf(id)?.update(desk => mergeRows(desk, result.rows, result.questionnaire));
    await queryClient.invalidateQueries({ queryKey: ['answer', id, row.questionId] });
  } catch (error) {
    showError(error);
  }
}

/** Drafts what nobody has drafted yet: after a stop, or where only last time's answers were carried over. */
export async function draftRest(store: DeskStore): Promise<void> {
  const { rows, summary } = store.get();
  const questions = [...rows.values()].filter(row => row.state === 'empty').map(row => row.questionId);
  try {
    await runJob(`Drafting answers for ${summary.file}`, job =>
      draftAnswers({ id: summary.id, questions, job }),
    );
  } catch (error) {
    showError(error);
  }
  await refreshDesks();
}

function standing(store: DeskStore): { row: AnswerRow | undefined; detail: AnswerDetail | undefined } {
  const { current, rows, summary } = store.get();
  const row = current === null ? undefined : rows.get(current);
  const key = row && answerQuery(summary.id, row.questionId).queryKey;
  return { row, detail: key && queryClient.getQueryData<AnswerDetail>(key) };
}

function hasAnswer(row: AnswerRow, detail: AnswerDetail | undefined): boolean {
  const cells = Object.values(detail?.slotValues ?? {}).some(value => value !== '');
  return row.choice !== null || row.answer.trim() !== '' || cells;
}

export type Deeds = ReturnType<typeof makeDeeds>;

/** `ask` opens one of the small dialogs, which then does the deed. */
export function makeDeeds(store: DeskStore, ask: (asking: Asking) => void) {
  const id = store.get().summary.id;
  const one = () => {
    const { row } = standing(store);
    return row ? [row.questionId] : [];
  };
  const askHere = (kind: 'reject' | 'exclude' | 'comment') => {
    if (standing(store).row) ask({ kind });
  };
  const take = (piece: Evidence | undefined, add: boolean) => {
    const { row, detail } = standing(store);
    if (!row || !piece) return;
    const cited = detail?.draft?.citations.map(citation => citation.id) ?? [];
    edit(id, row.questionId, swapIn(piece, { text: row.answer, cited }, add));
    announce(add ? 'Passage added' : 'Passage used');
  };
  return {
    approve: () => {
      const { row, detail } = standing(store);
      if (!row) return;
      if (!hasAnswer(row, detail)) {
        showError(new AppError('conflict', `${nameOf(row)} has no answer yet. Choose or write one first.`));
        return;
      }
      void approve(id, [row.questionId]);
      store.update(desk => move(desk, 1));
      announce(`Approved ${nameOf(row)}`);
    },
    edit: startTyping,
    assign: () => {
      const { selected } = store.get();
      ask({ kind: 'assign', questions: selected.size > 0 ? [...selected] : one() });
    },
    reject: () => askHere('reject'),
    exclude: () => askHere('exclude'),
    comment: () => askHere('comment'),
    reopen: () => void reopen(id, one()),
    redraft: () => {
      const { row } = standing(store);
      if (row) void redraft(id, row);
    },
    choose: (back: boolean) => {
      const { row, detail } = standing(store);
      const options = detail ? whatIsAsked(detail.question).options : [];
      const choice = nextChoice(options, row?.choice ?? null, back);
      if (!row || choice === null) return;
      edit(id, row.questionId, { choice });
      announce(`Choice ${choice}`);
    },
    take,
    /** Takes a passage by its number in the evidence, from 1. */
    takeNumber: (number: number, add: boolean) =>
      take(orderedEvidence(standing(store).detail)[number - 1]?.evidence, add),
    takeApprovedBefore: () => take(approvedBefore(standing(store).detail)[0], false),
  };
}
