// Questions that say nothing by themselves, and what they are read after.
import { describe, expect, test } from 'vitest';
import { asksWhyNot, leansBack } from '../../../knowledge-base/match/lean-back.ts';
import { readQuestion } from '../../../knowledge-base/match/question.ts';
import { draftFrom } from '../small-base.ts';

test.each([
  'How often is it tested?',
  'If so, how often?',
  'If yes, please describe.',
  '4.2 Who reviews it?',
  'By whom?',
  'Please describe.',
  'Are these encrypted?',
  'Provide additional details below',
])('%s leans on the question before it', question => {
  expect(leansBack(question)).toBe(true);
});

test.each([
  'If yes, how are backups tested?',
  'Please describe how backups are tested.',
  'Is it possible to export all data?',
  'Are employees required to sign a confidentiality agreement when they join?',
  'Do you use a second factor, and is it required of administrators?',
  'Where is customer data stored?',
  'Where are you located?',
  'When were you founded?',
  'Who is responsible for information security?',
  'Company name',
  'Do you have a continuity plan?',
])('%s stands alone', question => {
  expect(leansBack(question)).toBe(false);
});

test('a reason wanted beside a no is known as one', () => {
  expect(asksWhyNot('If not, please explain')).toBe(true);
  expect(asksWhyNot('If yes, please explain')).toBe(false);
  expect(asksWhyNot('If not, describe how customers are kept apart')).toBe(false);
});

describe('read after the question before it', () => {
  const ask = { section: null, guidance: null, scope: null, names: [] };

  test('it asks of what that one asked of', () => {
    const before = 'Do you have a disaster recovery plan?';
    const question = readQuestion({ ...ask, question: 'How often is it tested?', before });
    expect([...(question.limbs[0]?.controls.keys() ?? [])]).toContain('bcdr.dr_plan');
    expect(question.unasked).toBeNull();
  });

  const policy = [
    'Backups are encrypted and restored in a test every quarter.',
    'The firewall rules are reviewed every month.',
    'The disaster recovery plan is tested every year.',
    'Visitors are accompanied at all times.',
    'Laptops are encrypted.',
  ];

  test('the answer is that of its own subject', async () => {
    const before = 'Do you have a disaster recovery plan?';
    const draft = await draftFrom(policy, 'How often is it tested?', { before });
    expect(draft.text).toBe('The disaster recovery plan is tested every year.');
  });

  test('and without that question nothing is guessed', async () => {
    const draft = await draftFrom(policy, 'How often is it tested?');
    expect(draft.outcome).toBe('not-stated');
    expect(draft.reason).toContain('goes on from another question');
  });

  test('"if not, explain" is left alone', async () => {
    const draft = await draftFrom(policy, 'If not, please explain.', { before: 'Are laptops encrypted?' });
    expect(draft).toMatchObject({ outcome: 'not-stated', text: '' });
  });
});
