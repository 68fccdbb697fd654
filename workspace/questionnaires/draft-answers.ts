// Drafting: each open question is put to the knowledge base and what comes back is stored with its evidence. A
// person's work is never touched: the state is looked at again inside the transaction that writes.

import type { Ask, Draft } from '../../contract/knowledge.ts';
import type { Question } from '../../contract/questionnaire.ts';
import type { AnswerState } from '../../contract/review.ts';
import { leansBack } from '../../knowledge-base/match/lean-back.ts';
import {
  type Answer,
  answerOf,
  answerRows,
  answersOf,
  putAnswer,
} from '../../knowledge-base/store/answers.ts';
import { putCitations } from '../../knowledge-base/store/citations.ts';
import { putDraft } from '../../knowledge-base/store/drafts.ts';
import type { WriteHandle } from '../../knowledge-base/store/handle.ts';
import { questionnaireSummary, touchQuestionnaire } from '../../knowledge-base/store/questionnaires.ts';
import { questionsOf } from '../../knowledge-base/store/questions.ts';
import { putAnswerRecalls } from '../../knowledge-base/store/recalls.ts';
import { cite } from '../answers/cite.ts';
import { optionsOf, takesChoice, textSlotOf } from '../answers/options.ts';
import { tell } from '../desk/audit.ts';
import { type Desk, machine, type Run, type UseCase } from '../desk/desk.ts';
import { noSuchQuestionnaire } from '../desk/no-such-questionnaire.ts';
import { pausing } from '../desk/pausing.ts';
import { currentSettings } from '../desk/settings.ts';

/** Questions asked between two writes: few enough to stop quickly, enough to not sync the disk for each. */
const AT_ONCE = 16;

export const draftQuestionnaire: UseCase<'questionnaire.draft'> = async (desk, input, run) => {
  await draftInto(desk, input.id, input.questions ?? null, run);
  const questionnaire = summaryOf(desk, input.id);
  const rows = answerRows(desk.store.read, input.id);
  const asked = input.questions && new Set(input.questions);
  return { questionnaire, rows: asked ? rows.filter(row => asked.has(row.questionId)) : rows };
};

/** Drafts the open questions, or of those named the ones a machine may write to. */
export async function draftInto(desk: Desk, id: string, named: string[] | null, run: Run): Promise<void> {
  const summary = summaryOf(desk, id);
  const wanted = named && new Set(named);
  const answers = answersOf(desk.store.read, id);
  const all = questionsOf(desk.store.read, id);
  const questions = all.filter(question => {
    const answer = answers.get(question.id);
    return answer && (wanted ? wanted.has(question.id) && mayReplace(answer) : isOpen(answer));
  });
  await desk.knowledge.ready(pausing(run));
  let done = 0;
  try {
    for (let at = 0; at < questions.length; at += AT_ONCE) {
      const batch: { question: Question; draft: Draft }[] = [];
      for (const question of questions.slice(at, at + AT_ONCE)) {
        run.progress('Drafting answers', done + batch.length, questions.length);
        await run.breathe();
        batch.push({ question, draft: await desk.knowledge.draft(askOf(desk, question, summary, all)) });
      }
      desk.store.write(db => {
        for (const { question, draft } of batch) storeDraft(desk, db, id, question, draft, wanted !== null);
        touchQuestionnaire(db, id, desk.now());
      });
      done += batch.length;
    }
    run.progress('Drafting answers', done, questions.length);
  } finally {
    if (done > 0) tellDrafted(desk, id, done, run);
  }
}

/** What was drafted stays, also when the rest was stopped. */
function tellDrafted(desk: Desk, id: string, count: number, run: Run): void {
  desk.store.write(db =>
    tell(desk, db, run.actor, {
      action: 'questionnaire.drafted',
      subject: 'questionnaire',
      subjectId: id,
      questionnaireId: id,
      after: `${count} questions`,
    }),
  );
  desk.emit('changed', { what: 'answers' });
}

/** Drafts made by a machine, or nothing yet: what a draft of the whole questionnaire may write to. */
function isOpen(answer: Pick<Answer, 'state' | 'origin'>): boolean {
  const open: AnswerState[] = ['empty', 'drafted', 'needs-you'];
  return open.includes(answer.state) && answer.origin !== 'carried';
}

/** What a draft asked for by name may write to: everything but what a person approved or worded. */
function mayReplace(answer: Pick<Answer, 'state'>): boolean {
  return answer.state !== 'approved' && answer.state !== 'edited';
}

export function askOf(
  desk: Desk,
  question: Question,
  summary: { scope: string | null; customer: string },
  all: readonly Question[],
): Ask {
  const { company } = currentSettings(desk.store.read);
  const names = [summary.customer, company].filter(name => name.trim() !== '');
  const before = leadOf(question, all, names);
  return {
    question: question.text,
    section: question.section,
    guidance: question.guidance,
    scope: summary.scope,
    options: optionsOf(question),
    limit: textSlotOf(question)?.limit ?? null,
    names,
    ...(before ? { before: before.text } : {}),
  };
}

/** The question that one like "If so, how often?" goes on from: the last of its section that stands alone. */
function leadOf(question: Question, all: readonly Question[], names: string[]): Question | null {
  if (!leansBack(question.text, names)) return null;
  const at = all.findIndex(other => other.id === question.id);
  for (let i = at - 1; i >= Math.max(0, at - MOST_FOLLOWING); i -= 1) {
    const other = all[i];
    if (!other || other.section !== question.section) return null;
    if (!leansBack(other.text, names)) return other;
  }
  return null;
}

/** Follow-up questions in a row that one question is taken to have at most. */
const MOST_FOLLOWING = 6;

/**
 * The state a fresh draft gives its answer. A choice the file asks for and the draft leaves open needs a person,
 * unless the question is none that a yes or no could answer ("How often ...?" beside a yes-or-no list) and the
 * words have a cell of their own.
 */
export function stateOfDraft(draft: Draft, question: Question, threshold: number): 'drafted' | 'needs-you' {
  if (draft.outcome === 'not-stated' || draft.confidence < threshold) return 'needs-you';
  const wordsAlone = draft.polarity === 'na' && textSlotOf(question) !== null;
  const undecided = draft.choice === null && takesChoice(question) && !wordsAlone;
  return undecided ? 'needs-you' : 'drafted';
}

export function storeDraft(
  desk: Desk,
  db: WriteHandle,
  id: string,
  question: Question,
  draft: Draft,
  named: boolean,
): void {
  const answer = answerOf(db, id, question.id);
  if (!answer || !(named ? mayReplace(answer) : isOpen(answer))) return;
  const state = stateOfDraft(draft, question, currentSettings(db).draftThreshold);
  const silent = draft.outcome === 'not-stated';
  putDraft(db, id, question.id, draft);
  putAnswer(db, id, question.id, {
    ...answer,
    state,
    outcome: draft.outcome,
    confidence: draft.confidence,
    choice: silent ? null : draft.choice,
    text: silent ? '' : draft.text,
    slotValues: {},
    reason: draft.reason,
    origin: 'draft',
    approvedBy: null,
    approvedAt: null,
  });
  putCitations(db, id, question.id, silent ? [] : draft.citations.map(evidence => cite(db, evidence)));
  putAnswerRecalls(db, id, question.id, []);
  if (answer.state !== state) {
    tell(desk, db, machine, {
      action: 'answer.drafted',
      subject: 'answer',
      subjectId: question.id,
      questionnaireId: id,
      before: answer.state,
      after: state,
    });
  }
}

export function summaryOf(desk: Desk, id: string) {
  const summary = questionnaireSummary(desk.store.read, id);
  if (!summary) throw noSuchQuestionnaire(id);
  return summary;
}
