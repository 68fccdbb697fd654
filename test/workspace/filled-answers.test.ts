// What a completed form says, read back into choices and words.
import { expect, it } from 'vitest';
import type { Question } from '../../contract/questionnaire.ts';
import { filledAnswers } from '../../workspace/library/filled-answers.ts';
import { yesNo } from './stand-ins.ts';

/** A question with a plain answer cell and a comment beside it. */
function plain(row: number, answer: string, comment = ''): Question {
  const [, beside] = yesNo(row, `Question ${row}?`).slots;
  if (!beside) throw new Error('no comment');
  const at = { sheet: 'Security', cell: `B${row}` };
  return {
    ...yesNo(row, `Question ${row}?`),
    slots: [
      { role: 'text', at, purpose: 'answer', value: answer },
      { ...beside, value: comment },
    ],
  };
}

const said = (questions: Question[]) => filledAnswers(questions).map(({ choice, text }) => [choice, text]);

it('takes a form where nearly every answer is "Yes" for answered, with the comments as words', () => {
  const rows = Array.from({ length: 9 }, (_, at) => plain(at + 1, 'Yes', `Because of reason ${at + 1}.`));
  expect(said([...rows, plain(10, 'No')])).toEqual([
    ...rows.map((_, at) => ['Yes', `Because of reason ${at + 1}.`]),
    ['No', ''],
  ]);
});

it('leaves out the words the form itself printed into every answer cell', () => {
  const rows = Array.from({ length: 9 }, (_, at) => plain(at + 1, 'Enter your answer here'));
  expect(said([...rows, plain(10, 'Access is reviewed every quarter.')])).toEqual([
    [null, 'Access is reviewed every quarter.'],
  ]);
});

it('keeps a sentence that begins with yes as words', () => {
  expect(said([plain(1, 'Yes, every night, to another region.', 'See the plan.')])).toEqual([
    [null, 'Yes, every night, to another region.'],
  ]);
});

it('reads the answer behind the question where a form is running text, and no option or advice', () => {
  const lines = [
    'Do you check backgrounds? (Yes/No) Yes',
    'Are logs kept? Yes, for a year. They are signed.',
    'Is there a plan? (Yes/No)',
    'Is it tested? Yes/No',
    'Do you encrypt data? If yes, describe how.',
    'Who is responsible? Please name a person.',
  ];
  const asked = lines.map((text, at) => ({ ...yesNo(at + 1, text), slots: [] }));
  expect(filledAnswers(asked).map(({ question, choice, text }) => [question.text, choice, text])).toEqual([
    ['Do you check backgrounds? (Yes/No)', 'Yes', ''],
    ['Are logs kept?', 'Yes', 'for a year. They are signed.'],
  ]);
});
