// A completed Word form gives its answers to the library, from a table and from running text alike.
import { expect, it } from 'vitest';
import { openWorkspace } from '../../workspace/open-workspace.ts';
import { buildDocx, p, tbl, tc } from '../support/build-docx.ts';

async function answersIn(body: string) {
  const desk = openWorkspace({ location: ':memory:', host: 'web', actor: 'Ada Lovelace' });
  const { file } = desk.putFile('past.docx', buildDocx(body));
  const { candidates } = await desk.call('library.import', { file, scope: null });
  desk.close();
  return candidates.map(({ question, choice, text }) => [question, choice, text]);
}

it('reads a table of questions and answers', async () => {
  const rows = [
    ['Question', 'Answer'],
    ['Is customer data encrypted at rest?', 'All customer data is encrypted with AES-256.'],
    ['Are backups tested?', 'Yes'],
    ['Is there a bug bounty?', ''],
  ];
  expect(await answersIn(tbl(...rows.map(row => row.map(text => tc(p(text))))))).toEqual([
    ['Is customer data encrypted at rest?', null, 'All customer data is encrypted with AES-256.'],
    ['Are backups tested?', 'Yes', ''],
  ]);
});

it('reads answers typed behind their questions', async () => {
  const lines = [
    'Security questionnaire for suppliers',
    'Do you check the background of employees? (Yes/No) Yes',
    'Is data encrypted at rest? (Yes/No) No',
    'Do you have a recovery plan? (Yes/No)',
  ];
  expect(await answersIn(lines.map(line => p(line)).join(''))).toEqual([
    ['Do you check the background of employees? (Yes/No)', 'Yes', ''],
    ['Is data encrypted at rest? (Yes/No)', 'No', ''],
  ]);
});

it('reads answers below their questions that open with no claim, and splits off a claim where there is one', async () => {
  const lines = [
    'Security questionnaire for suppliers',
    'How are backups made?',
    'Every night, to another region.',
    'Is customer data encrypted at rest?',
    'Yes. With AES-256.',
    'Is there a bug bounty?',
  ];
  expect(await answersIn(lines.map(line => p(line)).join(''))).toEqual([
    ['How are backups made?', null, 'Every night, to another region.'],
    ['Is customer data encrypted at rest?', 'Yes', 'With AES-256.'],
  ]);
});
