// Answers that cannot both be true: two in this file, one against the library, one against what another customer
// was sent.
import type { CheckFinding } from '../../contract/review.ts';
import { libraryAnswerById } from '../../knowledge-base/store/library.ts';
import { saidElsewhere } from '../../knowledge-base/store/questions.ts';
import type { Desk, Run } from '../desk/desk.ts';
import { pausing } from '../desk/pausing.ts';
import { pairsWithin } from '../questionnaires/alike.ts';
import { summaryOf } from '../questionnaires/draft-answers.ts';
import type { ExportedAnswer } from './exported-answers.ts';

/** Likeness of two questions from which their answers are compared; the comparison itself is stricter. */
const WORTH_COMPARING = 0.6;

/** Pairs inside the file, against the library, and against what other customers were sent. */
export async function contradictions(
  desk: Desk,
  id: string,
  exported: ExportedAnswer[],
  run: Run,
): Promise<CheckFinding[]> {
  const byId = new Map(exported.map(item => [item.question.id, item]));
  const said = ({ question, given }: ExportedAnswer) => ({
    question: question.text,
    choice: given.choice,
    text: given.text,
  });
  const name = ({ question }: ExportedAnswer) => question.ref ?? `"${question.text.slice(0, 60)}"`;
  const found: CheckFinding[] = [];
  const add = (text: string, questionIds: string[]) =>
    found.push({ kind: 'contradiction', severity: 'warning', text, questionIds });

  run.progress('Comparing answers with each other', 0, null);
  await run.breathe();
  const worded = exported.map(({ question }) => ({ id: question.id, text: question.text }));
  const pause = pausing(run);
  for (const { id: one, nearest } of await pairsWithin(worded, WORTH_COMPARING, pause)) {
    await pause();
    const [left, right] = [byId.get(one), byId.get(nearest)];
    if (!left || !right) continue;
    const { verdict, why } = desk.knowledge.compareAnswers(said(left), said(right));
    if (verdict === 'contradiction')
      add(`${name(left)} and ${name(right)} contradict each other (${why}).`, [one, nearest]);
  }
  const { scope } = summaryOf(desk, id);
  await desk.knowledge.ready(pause);
  for (const [at, item] of exported.entries()) {
    run.progress('Comparing with the library', at, exported.length);
    await pause();
    for (const evidence of desk.knowledge.nearestAnswers(item.question.text, scope, 2)) {
      const answer = libraryAnswerById(desk.store.read, evidence.id);
      if (answer?.state !== 'active') continue;
      const { verdict, why } = desk.knowledge.compareAnswers(said(item), answer);
      if (verdict === 'contradiction')
        add(`${name(item)} contradicts the library (${why}).`, [item.question.id]);
    }
  }
  for (const other of saidElsewhere(desk.store.read, id)) {
    await pause();
    const item = byId.get(other.questionId);
    if (!item) continue;
    const { verdict, why } = desk.knowledge.compareAnswers(said(item), other);
    const whom = other.customer === '' ? other.file : other.customer;
    if (verdict === 'contradiction')
      add(`${name(item)} contradicts what ${whom} was told (${why}).`, [item.question.id]);
  }
  return found;
}
