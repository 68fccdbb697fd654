import { expect, it } from 'vitest';
import { answeredText } from '../../../documents/find/answered-text.ts';
import { buildDocx, p, tbl, tc } from '../../support/build-docx.ts';
import { readQuietly } from '../../support/read-file.ts';

const pairs = async (...blocks: string[]) => {
  const document = await readQuietly(buildDocx(blocks.join('')), 'completed.docx');
  return answeredText(document).map(({ question, answer }) => [question, answer]);
};
const box = (text: string) => tbl([tc(p(text))]);

it('reads answers below their questions, of several paragraphs, up to the next question', async () => {
  const read = await pairs(
    p('Vendor security questionnaire'),
    p('1. How are backups made?'),
    p('Every night, to another region.'),
    p('They are restored once a quarter.'),
    p('2. Who may read customer data?'),
    p('Support staff on duty.'),
    p('3. Is there a data protection officer?'),
    p(''),
  );
  expect(read).toEqual([
    ['How are backups made?', 'Every night, to another region.\nThey are restored once a quarter.'],
    ['Who may read customer data?', 'Support staff on duty.'],
  ]);
});

it('reads answers in boxes, and not the advice between question and box', async () => {
  const read = await pairs(
    p('Describe how access is removed when somebody leaves.'),
    p('Please name the system that does it.'),
    box('HR closes the account on the last day.'),
    p('How long are logs kept?'),
    box('One year.'),
    p('Where is data kept?'),
    box(''),
  );
  expect(read).toEqual([
    ['Describe how access is removed when somebody leaves.', 'HR closes the account on the last day.'],
    ['How long are logs kept?', 'One year.'],
  ]);
});

it('reads answers behind their questions that open with no claim', async () => {
  const read = await pairs(
    p('Which regions hold customer data? Ireland and Frankfurt.'),
    p('Are logs kept? (Yes/No) For one year, signed.'),
    p('How often is access reviewed? Every quarter.'),
  );
  expect(read).toEqual([
    ['Which regions hold customer data?', 'Ireland and Frankfurt.'],
    ['Are logs kept? (Yes/No)', 'For one year, signed.'],
    ['How often is access reviewed?', 'Every quarter.'],
  ]);
});

it('takes nothing of a blank form: advice, options, prompts and blanks are no answers', async () => {
  const read = await pairs(
    p('Are backups encrypted? Yes/No'),
    p('Is there a plan? If yes, describe it.'),
    p('Who is responsible?'),
    p('Please state name and role.'),
    p('How long are logs kept?'),
    p('____________'),
    p('Where is data kept?'),
    p('[Enter your answer]'),
    p('Are suppliers assessed? (Yes/No)'),
  );
  expect(read).toEqual([]);
});

it('takes nothing of prose that asks a question or two', async () => {
  const prose = Array.from({ length: 6 }, (_, at) => p(`Rule ${at + 1} says how data is handled.`));
  expect(await pairs(...prose, p('Why is this so?'), p('Because the law asks for it.'), ...prose)).toEqual(
    [],
  );
});

it('stops at headings and tables, and leaves out words that the form prints under every question', async () => {
  const printed = [
    'Are backups kept?',
    'Are logs kept?',
    'Is data encrypted?',
    'Is access reviewed?',
  ].flatMap(text => [p(text), p('Answer in the portal of your region.')]);
  expect(await pairs(...printed)).toEqual([]);
  const read = await pairs(
    p('Are backups kept?'),
    tbl([tc(p('Name')), tc(p('Role'))]),
    p('Text after a table of two columns.'),
    p('Are logs kept?'),
    p('For one year.'),
    p('Is data encrypted?'),
    p('With AES-256.'),
  );
  expect(read).toEqual([
    ['Are logs kept?', 'For one year.'],
    ['Is data encrypted?', 'With AES-256.'],
  ]);
});

it('takes no step of a procedure and no address for a question', async () => {
  const read = await pairs(
    p('Submit a request in the portal.'),
    p('Once it is complete, the team is told.'),
    p('See https://example.com/lessons/?kind=web'),
    p('Select an option at the top of the menu.'),
    p('The thread is tagged when it is urgent.'),
  );
  expect(read).toEqual([]);
});
