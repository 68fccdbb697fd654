import { describe, expect, it } from 'vitest';
import { compareAnswers } from '../../../knowledge-base/match/compare-answers.ts';

const question = 'How long are backups of customer data retained?';
const stated = (text: string, choice: string | null = null, asked = question) => ({
  question: asked,
  choice,
  text,
});
const verdict = (a: ReturnType<typeof stated>, b: ReturnType<typeof stated>) => compareAnswers(a, b).verdict;

describe('two stated answers', () => {
  it('to the same question in the same words are the same, but for spelling', () => {
    expect(verdict(stated('30 days.'), stated('30 days', null, question.toUpperCase()))).toBe('same');
  });

  it('to the same question in other words that agree are a duplicate', () => {
    expect(verdict(stated('Backups stay for 30 days.'), stated('We keep them 30 days.'))).toBe('duplicate');
    expect(verdict(stated('For one month, 30 days.'), stated('For 30 days.'))).toBe('duplicate');
  });

  it.each([
    ['Yes against No', stated('We do.', 'Yes'), stated('We do.', 'No')],
    ['Fully against Partially', stated('We do.', 'Fully compliant'), stated('We do.', 'Partially compliant')],
    ['Ja against Nein', stated('', 'Ja'), stated('', 'Nein')],
    ['a period', stated('They are kept for 30 days.'), stated('They are kept for 90 days.')],
    ['a frequency', stated('Tested every year.'), stated('Tested monthly.')],
    ['a percentage', stated('Uptime is 99.9%.'), stated('Uptime is 99.99%.')],
  ])('contradict each other: %s', (_, a, b) => {
    const forth = compareAnswers(a, b);
    expect(forth.verdict).toBe('contradiction');
    expect(forth.why).toMatch(/\//);
    expect(verdict(b, a)).toBe('contradiction');
  });

  it('agree when one period is written in two units', () => {
    expect(verdict(stated('They are kept for 24 hours.'), stated('They are kept for one day.'))).toBe(
      'duplicate',
    );
  });

  it('to different questions never contradict each other, even where a figure is all that differs', () => {
    expect(
      verdict(stated('No.', 'No', 'Do you sell data?'), stated('Yes.', 'Yes', 'Do you encrypt data?')),
    ).toBe('different');
    const kept = (days: number) =>
      stated('Yes.', days > 50 ? 'No' : 'Yes', `Are backups kept for at least ${days} days?`);
    expect(verdict(kept(30), kept(90))).toBe('different');
  });
});
