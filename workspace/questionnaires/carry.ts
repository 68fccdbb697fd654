// Answers of last time's file, or of the library, brought over to a new file where the question is the same or
// nearly so. What is carried is a draft with its origin shown: a person approves it again.

import type { CallOutput } from '../../contract/calls.ts';
import type { Draft, Evidence } from '../../contract/knowledge.ts';
import { AppError } from '../../contract/outcome.ts';
import type { Question } from '../../contract/questionnaire.ts';
import {
  type AnswerContent,
  answerOf,
  answersOf,
  putAnswer,
  someAnswerRows,
} from '../../knowledge-base/store/answers.ts';
import { type Citation, citationsOf, putCitations } from '../../knowledge-base/store/citations.ts';
import { putDraft } from '../../knowledge-base/store/drafts.ts';
import type { ReadHandle, WriteHandle } from '../../knowledge-base/store/handle.ts';
import { libraryAnswerById, libraryAnswersOfQuestion } from '../../knowledge-base/store/library.ts';
import {
  formsLike,
  lastOfForm,
  questionnaireFile,
  questionnaireSummary,
  touchQuestionnaire,
} from '../../knowledge-base/store/questionnaires.ts';
import { questionsOf, textKeysOf } from '../../knowledge-base/store/questions.ts';
import { optionsOf, sameOption, takesChoice } from '../answers/options.ts';
import { tell } from '../desk/audit.ts';
import { type Desk, machine, type Run, type UseCase } from '../desk/desk.ts';
import { noSuchQuestionnaire } from '../desk/no-such-questionnaire.ts';
import { pausing } from '../desk/pausing.ts';
import { currentSettings } from '../desk/settings.ts';
import { textKey } from '../desk/text-key.ts';
import { carriedId } from '../library/answers-resting-on.ts';
import { pairAlike } from './alike.ts';

/** Least likeness of two statements for an answer to be carried with the difference shown. */
const NEARLY_SAME = 0.72;
/** Answers written between two pauses. */
const AT_ONCE = 32;
/** States whose words no machine may replace. */
const people: ReadonlySet<string> = new Set(['approved', 'edited', 'rejected', 'not-applicable', 'recalled']);

type Carried = CallOutput<'questionnaire.carry'>['carried'][number];

interface Former {
  question: string;
  choice: string | null;
  text: string;
  citations: Citation[];
  /** Where it came from, in words. */
  from: string;
  id: string;
}

export const carryAnswers: UseCase<'questionnaire.carry'> = async (desk, input, run) => {
  const db = desk.store.read;
  const summary = questionnaireSummary(db, input.id);
  const file = questionnaireFile(db, input.id);
  if (!summary || !file) {
    throw noSuchQuestionnaire(input.id);
  }
  const from = input.from ?? formerFile(desk, input.id, file.fingerprint);
  if (input.from !== undefined && !questionnaireSummary(db, input.from)) {
    throw new AppError('not-found', 'The file to carry answers from is not in the workspace any more.');
  }
  const carried = from === null ? [] : await carryInto(desk, run, input.id, from);
  if (input.from === undefined) {
    const left = new Set(carried.map(item => item.question));
    carried.push(...(await carryFromLibrary(desk, run, input.id, summary.scope, left)));
  }
  if (carried.length > 0) desk.emit('changed', { what: 'answers' });
  return {
    rows: someAnswerRows(
      db,
      input.id,
      carried.map(item => item.question),
    ),
    carried,
  };
};

function formerFile(desk: Desk, id: string, fingerprint: string): string | null {
  const db = desk.store.read;
  const keys = textKeysOf(db, id).map(row => row.textKey);
  return lastOfForm(db, fingerprint, id) ?? formsLike(db, keys, id)[0]?.id ?? null;
}

/** Carries the approved answers of one questionnaire into another's open questions. */
export async function carryInto(desk: Desk, run: Run, id: string, earlier: string): Promise<Carried[]> {
  const db = desk.store.read;
  const pause = pausing(run);
  const summary = questionnaireSummary(db, earlier);
  const scope = summary?.scope ?? null;
  const from = `${summary?.customer ? `${summary.customer}, ` : ''}${summary?.file ?? ''}`;
  const answers = answersOf(db, earlier);
  const approved = questionsOf(db, earlier).filter(
    question => answers.get(question.id)?.state === 'approved',
  );
  const open = openQuestions(db, id);
  run.progress('Comparing with last time', 0, null);
  const pairs = await pairAlike(open, approved, NEARLY_SAME, pause);
  const [targets, sources] = [open, approved].map(list => new Map(list.map(one => [one.id, one])));
  const found: Match[] = [];
  for (const { id: question, nearest, score } of pairs) {
    await pause();
    const target = targets?.get(question);
    const source = sources?.get(nearest);
    const answer = answers.get(nearest);
    if (!target || !source || !answer) continue;
    const citations = citationsOf(db, earlier, source.id);
    const kept = keptAs(db, source.text, answer, scope) ?? carriedId(answer);
    found.push({ target, score, former: { ...answer, question: source.text, citations, from, id: kept } });
  }
  return bringAll(desk, run, id, found);
}

/** The library answer that holds these very words for this question: what a recall of it must reach. */
function keptAs(
  db: ReadHandle,
  question: string,
  { choice, text }: Pick<Former, 'choice' | 'text'>,
  scope: string | null,
): string | null {
  const kept = libraryAnswersOfQuestion(db, textKey(question)).find(
    one =>
      one.state !== 'retired' &&
      one.choice === choice &&
      one.text === text &&
      (one.scope === null || scope === null || one.scope === scope),
  );
  return kept?.id ?? null;
}

async function carryFromLibrary(
  desk: Desk,
  run: Run,
  id: string,
  scope: string | null,
  done: ReadonlySet<string>,
): Promise<Carried[]> {
  const db = desk.store.read;
  const pause = pausing(run);
  await desk.knowledge.ready(pause);
  const open = openQuestions(db, id).filter(question => !done.has(question.id));
  const found: Match[] = [];
  for (const [at, question] of open.entries()) {
    run.progress('Comparing with the library', at, open.length);
    await pause();
    const [near] = desk.knowledge.nearestAnswers(question.text, scope, 1);
    const answer = near && libraryAnswerById(db, near.id);
    if (!answer) continue;
    const worded = [{ id: answer.id, text: answer.question }];
    const [pair] = await pairAlike([question], worded, NEARLY_SAME, pause);
    if (!pair) continue;
    const former = { ...answer, citations: [], from: answer.source, id: answer.id };
    found.push({ target: question, score: pair.score, former });
  }
  return bringAll(desk, run, id, found);
}

interface Match {
  target: Question;
  former: Former;
  score: number;
}

/** Written a few at a time; what a person has touched since it was compared is left alone. */
async function bringAll(desk: Desk, run: Run, id: string, found: readonly Match[]): Promise<Carried[]> {
  const carried: Carried[] = [];
  for (let at = 0; at < found.length; at += AT_ONCE) {
    run.progress('Carrying answers over', at, found.length);
    await run.breathe();
    desk.store.write(db => {
      for (const { target, former, score } of found.slice(at, at + AT_ONCE)) {
        const answer = answerOf(db, id, target.id);
        if (answer && !people.has(answer.state)) carried.push(bring(desk, db, id, target, former, score));
      }
    });
  }
  return carried;
}

function openQuestions(db: ReadHandle, id: string): Question[] {
  const answers = answersOf(db, id);
  return questionsOf(db, id).filter(question => {
    const answer = answers.get(question.id);
    return answer !== undefined && !people.has(answer.state);
  });
}

function bring(
  desk: Desk,
  db: WriteHandle,
  id: string,
  question: Question,
  former: Former,
  score: number,
): Carried {
  const same = textKey(question.text) === textKey(former.question);
  const confidence = same ? 1 : Math.min(score, 0.99);
  const choice = sameOption(former.choice, optionsOf(question));
  const whole = choice !== null || !takesChoice(question);
  const draft = draftOfFormer(former, choice, confidence, same);
  const drafted = whole && confidence >= currentSettings(db).draftThreshold;
  const content: AnswerContent = {
    state: drafted ? 'drafted' : 'needs-you',
    outcome: 'answered',
    confidence,
    choice,
    text: former.text,
    slotValues: {},
    reason: draft.reason,
    assignee: answerOf(db, id, question.id)?.assignee ?? null,
    origin: 'carried',
    approvedBy: null,
    approvedAt: null,
  };
  putAnswer(db, id, question.id, content);
  putDraft(db, id, question.id, draft);
  const citations = draft.citations
    .slice(0, 1)
    .map(evidence => ({ evidence, documentId: '', passageHash: '' }));
  const behind = former.citations.filter(({ evidence }) => evidence.id !== former.id);
  putCitations(db, id, question.id, [...citations, ...behind]);
  touchQuestionnaire(db, id, desk.now());
  tell(desk, db, machine, {
    action: 'answer.carried',
    subject: 'answer',
    subjectId: question.id,
    questionnaireId: id,
    before: former.from,
    after: former.text,
  });
  return { question: question.id, was: former.question, now: question.text, same, score: confidence };
}

function draftOfFormer(former: Former, choice: string | null, confidence: number, same: boolean): Draft {
  const said = same ? 'Approved for the same question' : 'Approved for a question in nearly the same words';
  const evidence: Evidence = {
    source: 'library',
    id: former.id,
    text: former.text,
    question: former.question,
    heading: [],
    context: [],
    citation: { document: former.from, section: '', place: { line: 1, to: 1 } },
    score: confidence,
    parts: [{ label: 'carried', words: `${said} (${former.from})`, value: confidence }],
    marks: [],
  };
  const behind = former.citations.map(citation => citation.evidence);
  return {
    outcome: 'answered',
    polarity: 'unknown',
    choice,
    text: former.text,
    confidence,
    reason: same ? null : `The question was worded: "${former.question}"`,
    notStated: [],
    source: 'library',
    citations: [evidence, ...behind],
    candidates: [evidence, ...behind],
  };
}
