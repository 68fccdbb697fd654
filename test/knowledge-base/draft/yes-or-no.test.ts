import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Polarity } from '../../../contract/knowledge.ts';
import type { Knowledge } from '../../../knowledge-base/knowledge.ts';
import { asking, openHarbour } from './harbour.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  ({ knowledge } = await openHarbour());
});
afterAll(() => knowledge.close());
const said = async (question: string, scope = 'harbour') =>
  (await knowledge.draft(asking(question, { scope }))).polarity;

/** Known shortfalls are cases like any other, marked; the mark comes off when the case holds. */
function holds(cases: readonly (readonly [string, Polarity, 'short'?])[], scope?: string): void {
  for (const [question, expected, short] of cases)
    it(`${question} ${expected}`, { fails: short !== undefined }, async () => {
      expect(await said(question, scope)).toBe(expected);
    });
}

describe('a plain question', () => {
  holds([
    ['Is multi-factor authentication required for employees?', 'yes'],
    ['Do you perform background checks on employees?', 'yes'],
    ['How often are access rights reviewed?', 'na'],
  ]);
});

describe('a negation on either side', () => {
  holds([
    ['Is there any unencrypted customer data at rest?', 'no'],
    ['Are any backup tapes left unencrypted?', 'no'],
    ['Are shared accounts allowed?', 'no'],
    // "Shared accounts are prohibited." is answered with a No: the prohibition is counted as a denial.
    ['Are shared accounts prohibited?', 'yes'],
  ]);
  holds([['Is multi-factor authentication required for employee accounts?', 'no']], 'quay');
});

describe('what is nought or left out', () => {
  it('is not what is asked for', async () => {
    expect(
      await said('Do customer prompts fall under a retention agreement with the supplier?', 'quay'),
    ).not.toBe('yes');
  });
});

describe('a long-winded question', () => {
  holds([
    [
      'Does the organisation operate a process whereby the access rights granted to personnel are reviewed from time to time in order to confirm that they are still warranted?',
      'yes',
    ],
  ]);
});

describe('a denial behind what it denies', () => {
  holds([['Is background screening of suppliers performed?', 'no']], 'quay');
});

describe('what a question denies itself', () => {
  it.each([
    'Do you refrain from making backups of all databases every week?',
    'Are there no backups of databases?',
    'Do you decline to escort visitors to the data centre?',
  ])('is left to a person: %s', async question => {
    expect(await said(question, 'quay')).not.toBe('yes');
  });
});

describe('what is another company’s, or the amount of something else', () => {
  it.each([
    'Are you certified to ISO 27018?',
    'Do you promise an uptime of 99.9%?',
    'Are restores of the weekly backups tried out every month?',
  ])('is never a Yes: %s', async question => {
    expect(await said(question, 'quay')).not.toBe('yes');
  });
  holds([['Do you promise every customer an uptime of 99.5%?', 'yes']], 'quay');
});

describe('versions', () => {
  holds([
    ['Is TLS 1.2 or higher used for all traffic?', 'yes'],
    ['Do you support TLS 1.0?', 'no'],
    ['Is TLS 1.1 allowed?', 'no', 'short'],
    ['Is TLS 1.3 required?', 'unknown'],
  ]);
});

describe('how often and how long', () => {
  holds([
    ['Are access rights reviewed at least annually?', 'yes'],
    ['Are access rights reviewed quarterly?', 'yes'],
    ['Are access rights reviewed monthly?', 'no'],
    ['Are encryption keys rotated at least annually?', 'yes'],
    ['Are backups retained for at least 30 days?', 'yes'],
    ['Are backups retained for at least 90 days?', 'no'],
    ['Is access revoked within one day when an employee leaves?', 'yes'],
    ['Are access rights reviewed at least every six months?', 'yes'],
    ['Will customers be notified of a breach of their data within 24 hours?', 'no'],
    ['Will customers be notified of a breach of their data within 5 days?', 'yes'],
  ]);
  holds([['Are access rights reviewed at least quarterly?', 'no']], 'quay');
});

describe('one of a set that rules out the others', () => {
  holds([
    ['Is the platform hosted on AWS?', 'yes'],
    ['Is the platform hosted on Microsoft Azure?', 'no'],
    ['Is the platform hosted in Ireland?', 'yes'],
    ['Is the platform hosted in Germany?', 'no'],
  ]);
});

describe('what is planned, aimed at or said of somebody else', () => {
  it.each([
    'Are you ISO 27001 certified?',
    'Do you answer every report within a day?',
    'Is multi-factor authentication required for all customers?',
    'Is all customer data encrypted at rest with keys held by the customer?',
    'Are background checks performed on suppliers?',
  ])('is never a Yes: %s', async question => {
    expect(await said(question)).not.toBe('yes');
  });
});
