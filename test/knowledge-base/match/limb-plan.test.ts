import { describe, expect, it } from 'vitest';
import { planOf } from '../../../knowledge-base/match/limb-plan.ts';
import { readQuestion } from '../../../knowledge-base/match/question.ts';

const limbsOf = (question: string) =>
  readQuestion({ question, section: null, guidance: null, scope: null, names: [] }).limbs;
const planned = (question: string) => {
  const [limb] = limbsOf(question);
  if (!limb) throw new Error('no limb');
  return { limb, plan: planOf(limb) };
};

describe('the plan of a limb', () => {
  it('counts a content word again and again but its root once', () => {
    const { plan } = planned('Are backups of backups encrypted?');
    expect(plan.words.map(word => [plan.roots[word.root], word.first])).toEqual([
      ['backup', true],
      ['backup', false],
      ['encrypt', true],
    ]);
    expect(plan.pairs).toBe(2);
    expect([...(plan.followers.get('backup') ?? [])]).toEqual(['backup', 'encrypt']);
  });

  it('says of which control a word is part, once for each control', () => {
    const { limb, plan } = planned('Is multi-factor authentication enforced?');
    const over = plan.words.flatMap(word => word.controls);
    expect(new Set(over)).toEqual(new Set(limb.spots.map(spot => spot.id)));
    for (const word of plan.words) expect(word.controls).toEqual([...new Set(word.controls)]);
  });

  it('joins the words of a stated amount to its kind', () => {
    const { plan } = planned('Are backups tested at least annually?');
    const amounts = plan.words.filter(word => word.amount !== null);
    expect(amounts.map(word => word.amount)).toContain('cadence');
    expect(plan.words.find(word => plan.roots[word.root] === 'backup')?.amount).toBeNull();
  });

  it('keeps the roots a follow-up borrows, which stand in none of its words', () => {
    const [, second] = limbsOf('Do you encrypt backups? How often are they tested?');
    if (!second) throw new Error('one limb only');
    const plan = planOf(second);
    expect(plan.roots).toContain('encrypt');
    expect(plan.words.map(word => plan.roots[word.root])).not.toContain('encrypt');
  });
});
