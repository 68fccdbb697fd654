// Who has a part in what is asked, and whether the passage speaks of them.
import { expect, test } from 'vitest';
import { actorsIn } from '../../../knowledge-base/match/actors.ts';
import { readQuestion } from '../../../knowledge-base/match/question.ts';
import { makeStatement } from '../../../knowledge-base/match/statement.ts';
import { actorsMissing } from '../../../knowledge-base/match/thing-features.ts';
import { identify } from '../../../knowledge-base/passages/passage-identity.ts';

function missing(question: string, text: string, heading = 'Encryption'): number {
  const [limb] = readQuestion({ question, section: null, guidance: null, scope: null, names: [] }).limbs;
  const [passage] = identify(
    [{ text, heading: ['Policy', heading], context: [], kind: 'sentence', at: { line: 1, to: 1 } }],
    { documentId: 'a', document: 'a.md', scope: 'a' },
  );
  if (!limb || !passage) throw new Error('nothing read');
  return actorsMissing(limb, makeStatement(passage, []));
}

test.each([
  ['Does your cloud provider hold our keys?', ['the hosting or service provider']],
  ['Is customer data encrypted?', []],
  ['Do tenants and their auditors see logs?', ['auditors', 'customers']],
  ['May law enforcement read it?', ['authorities']],
  ['Are new hires and contractors screened?', ['staff', 'contractors']],
])('%s', (text, actors) => expect([...actorsIn(text)]).toEqual(expect.arrayContaining(actors)));

test('a passage on data in general says nothing of what consultants hold', () => {
  expect(missing('Is data encrypted in the consultant’s possession?', 'Data is encrypted at rest.')).toBe(1);
  expect(
    missing('Is data encrypted in the consultant’s possession?', 'Laptops of consultants are encrypted.'),
  ).toBe(0);
});

test('an actor named in the heading is spoken of', () => {
  expect(missing('Are employees screened?', 'Screening precedes access.', 'Employees')).toBe(0);
});

test('half of two actors missing is a half', () => {
  expect(missing('Do customers or auditors see it?', 'Customers see it.')).toBe(0.5);
});
