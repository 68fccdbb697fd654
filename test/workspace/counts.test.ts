// "9 need you" is nine on the home list, in the review's tabs and in the check before the export.
import { expect, it } from 'vitest';
import type { Question } from '../../contract/questionnaire.ts';
import { countStanding, standingOf } from '../../contract/review.ts';
import { countTabs } from '../../renderer/screens/review/filter.ts';
import { addForm, addPolicy, openDesk, policy, questions, yesNo } from './stand-ins.ts';

/** A form with a question in every state: one carried row each, the last two never drafted. */
async function mixedDesk() {
  const desk = openDesk();
  await addPolicy(desk);
  const texts = [1, 2, 3, 4, 5, 6].map(row => `Is customer data encrypted at rest, part ${row}?`);
  const asked = [
    ...texts.map((text, at) => yesNo(at + 1, text)),
    yesNo(7, 'Are backups taken every day?'),
    yesNo(8, 'Do you own a submarine?'),
    { ...yesNo(9, 'Do you own a yacht?'), optional: true },
    yesNo(10, 'Is customer data encrypted at rest, part 10?'),
    yesNo(11, 'Is customer data encrypted at rest, part 11?'),
  ];
  const { id } = (await addForm(desk, asked)).questionnaire;
  const drafted = asked.slice(0, 9).map(question => question.id);
  await desk.call('questionnaire.draft', { id, questions: drafted });
  await desk.call('answer.approve', { questionnaire: id, questions: ['Q1', 'Q7'] });
  await desk.call('answer.reject', { questionnaire: id, question: 'Q2', reason: 'wrong' });
  await desk.call('answer.exclude', { questionnaire: id, question: 'Q3', reason: 'not ours' });
  const { row } = await desk.call('answer.get', { questionnaire: id, question: 'Q4' });
  await desk.call('answer.edit', { questionnaire: id, question: 'Q4', version: row.version, text: 'Ours.' });
  await addPolicy(desk, policy.replace('every day', 'every hour'));
  return { desk, id };
}

it('counts the same on every screen, and what was never drafted apart from what needs somebody', async () => {
  const { desk, id } = await mixedDesk();
  const { questionnaire, rows } = await desk.call('questionnaire.get', { id });
  // Needs you: rejected, recalled, and the two the policies do not answer.
  const expected = { approved: 2, drafted: 3, needsYou: 4, notDrafted: 2 };
  expect(countStanding(questionnaire.counts)).toEqual(expected);
  const tabs = countTabs(rows, { bulkThreshold: 0.85, reviewer: '' });
  expect([tabs.approved, tabs.drafted, tabs['needs-you'], tabs['not-drafted']]).toEqual([2, 3, 4, 2]);

  const { findings } = await desk.call('export.check', { id, includeDrafts: false });
  const said = findings.map(({ kind, text, questionIds }) => [kind, text, questionIds.length]);
  expect(said).toEqual([
    ['unapproved', '3 questions are not approved and will stay blank.', 3],
    ['recalled', '1 question is recalled because what was quoted has changed, and will stay blank.', 1],
    ['unanswered', '3 questions are waiting for you and will stay blank (1 of them optional).', 3],
    ['unanswered', '2 questions are not drafted yet and will stay blank.', 2],
  ]);
  const open = findings.flatMap(finding => finding.questionIds);
  const notApproved = rows.filter(row => standingOf(row.state) !== 'approved').map(row => row.questionId);
  expect(new Set(open)).toEqual(new Set(notApproved));
});

it('counts no row that a person left out', async () => {
  const desk = openDesk();
  const { id } = (await addForm(desk)).questionnaire;
  await desk.call('questionnaire.correct', {
    id,
    mapping: { corrections: [{ region: 'text', dropRows: [3] }] },
  });
  const { questionnaire } = await desk.call('questionnaire.get', { id });
  expect(countStanding(questionnaire.counts).notDrafted).toBe(2);
  const { findings } = await desk.call('export.check', { id, includeDrafts: false });
  expect(findings.flatMap(finding => finding.questionIds)).toEqual(['Q1', 'Q2']);
});

it('asks nothing that the sheet fills in itself, and says how many rows that are', async () => {
  const desk = openDesk();
  const byFormula: Question = { ...yesNo(4, 'Solution provider name'), slots: [] };
  const { questionnaire, messages } = await addForm(desk, [...questions, byFormula]);
  expect(questionnaire.questions).toBe(3);
  expect(messages).toMatchObject([
    { code: 'answers-itself', text: expect.stringContaining('1 row is not asked') },
  ]);
});

it('asks everything of a sheet that has room for no answer at all', async () => {
  const desk = openDesk();
  const bare = questions.map(question => ({ ...question, slots: [] }));
  const { questionnaire, messages } = await addForm(desk, bare);
  expect([questionnaire.questions, messages]).toEqual([3, []]);
});
