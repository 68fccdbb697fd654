// What a question demands beyond its topic, and which passages meet it.
import { describe, expect, test } from 'vitest';
import { demandsOf, meets } from '../../../knowledge-base/match/demand.ts';

describe('what has happened', () => {
  test.each([
    'Have you experienced any security incidents in the past 36 months?',
    'Has customer data been breached in the last two years?',
    'Were any findings of the latest penetration test still open?',
    'What was your uptime in the last quarter, and were there outages?',
  ])('is asked: %s', question => {
    expect([...demandsOf(question)]).toContain('happened');
  });

  test.each([
    'Have you had an independent audit?',
    'Was the application developed with secure coding practices?',
    'Are incidents reported to customers?',
    'Do you test the response plan every year?',
  ])('is not asked: %s', question => {
    expect([...demandsOf(question)]).not.toContain('happened');
  });

  test.each([
    ["To date, we've _never_ had a data breach.", true],
    ['There were two outages in 2024.', true],
    ['Clients should be told exactly which of their data has been compromised.', false],
    ['When an incident has occurred, the lead is called.', false],
    ['Have you noticed that something was broken?', false],
    ['Incidents are classified by severity.', false],
  ])('%s tells of it: %s', (text, told) => {
    expect(meets('happened', text, '')).toBe(told);
  });
});

describe('a name', () => {
  const asked = 'Which firm performs your SOC 2 audit?';
  test('is given by a passage that names one', () => {
    expect(meets('named', 'The SOC 2 audit is performed by Prescient Assurance.', asked)).toBe(true);
  });
  test('is not given by what the question itself names', () => {
    expect(meets('named', 'The SOC 2 audit is performed every year.', asked)).toBe(false);
  });
  test.each([
    ['Which firm audits you?', 'SOC 2 Type II audit.', false],
    ['SOC 2 audit firm', 'SOC 2 Type II audit.', false],
    ['Which independent firm tests you?', 'See our Trust Report for the SOC2 Type II status.', false],
    [
      'Which endpoint detection product is installed?',
      'Device security with encryption, EDR, and patching.',
      false,
    ],
    ['Which endpoint detection product is installed?', 'Laptops run CrowdStrike Falcon.', true],
    ['Pen test vendor', 'Tests are done by Cure53 every year.', true],
    ['Which standards do you follow?', 'We follow the ISO norms and SOC 2.', true],
  ])('%s %s %s', (asked, text, met) => {
    expect([...demandsOf(asked)]).toContain('named');
    expect(meets('named', text, asked)).toBe(met);
  });
  test('is wanted of a list of vendors', () => {
    expect([...demandsOf('Name every sub-processor that stores content.')]).toContain('named');
    expect([...demandsOf('Do your sub-processors sign an agreement?')]).not.toContain('named');
  });
});
