// Amounts a question states, and whether the passage has one of their kind.
import { expect, test } from 'vitest';
import { unmetDemands } from '../../../knowledge-base/match/demand.ts';
import { readQuestion } from '../../../knowledge-base/match/question.ts';
import { makeStatement } from '../../../knowledge-base/match/statement.ts';
import { valueOverlap } from '../../../knowledge-base/match/value-features.ts';
import { identify } from '../../../knowledge-base/passages/passage-identity.ts';

function overlap(question: string, text: string) {
  const [limb] = readQuestion({ question, section: null, guidance: null, scope: null, names: [] }).limbs;
  const [passage] = identify(
    [{ text, heading: ['Policy'], context: [], kind: 'sentence', at: { line: 1, to: 1 } }],
    { documentId: 'a', document: 'a.md', scope: 'a' },
  );
  if (!limb || !passage) throw new Error('nothing read');
  return { ...valueOverlap(limb, makeStatement(passage, [])), limb };
}

test.each([
  ['Are customers told within 24 hours?', 'Customers are told of a breach.', 1],
  ['Are customers told within 24 hours?', 'Customers are told within 72 hours.', 0],
  ['Do you hold a SOC 2 report?', 'The SOC2 report is shared.', 0],
  ['Must Tier 2 suppliers be assessed?', 'Suppliers are assessed.', 0],
])('%s %s misses %d', (question, text, missing) =>
  expect(overlap(question, text).amountMissing).toBe(missing),
);

test('how often is not answered without an interval, and vaguely by "regularly"', () => {
  expect(overlap('How often are suppliers assessed?', 'Suppliers are vetted.').cadenceMissing).toBe(1);
  expect(
    overlap('How often are suppliers assessed?', 'Suppliers are vetted regularly.').cadenceMissing,
  ).toBeLessThan(0.99);
});

test('who is answered vaguely by somebody the question did not name', () => {
  expect(overlap('Who assesses suppliers?', 'Contractors assess suppliers.').placeMissing).toBeLessThan(0.99);
  expect(overlap('Who assesses suppliers?', 'Suppliers are assessed.').placeMissing).toBe(1);
});

test('"can we see" asks for no choice of the customer, "can we hold the keys" does', () => {
  const unmet = (question: string) => {
    const { limb } = overlap(question, 'Keys are rotated.');
    return unmetDemands(limb.demands, 'Keys are rotated.', limb.text);
  };
  expect(unmet('Where can we see the list of suppliers?')).not.toContain(
    'that customers can choose or do it',
  );
  expect(unmet('Can we hold the keys ourselves?')).toEqual(['that customers can choose or do it']);
});
