// Yes, no, or neither: each case is a policy sentence, a question, and what may be said. A doubt is never a yes.
import { describe, expect, test } from 'vitest';
import { draftFrom } from '../small-base.ts';

const say = async (passage: string, question: string) => {
  const draft = await draftFrom([passage, 'Offices > Plants are watered on Mondays.'], question);
  return draft.outcome === 'not-stated' ? 'silent' : draft.polarity;
};

describe('what the policy affirms in the sense asked is a yes', () => {
  test.each([
    ['Access > MFA is required for all accounts.', 'Do you enforce MFA?'],
    ['Encryption > Customer data is encrypted at rest.', 'Is data encrypted at rest?'],
    ['Encryption > TLS 1.2+ for all external communication.', 'Is data encrypted in transit?'],
    ['Access > Access rights are reviewed every quarter.', 'Are access rights reviewed at least annually?'],
    [
      'Hosting > Our infrastructure runs on Google Cloud Platform.',
      'Is your service hosted on Google Cloud?',
    ],
  ])('%s / %s', async (passage, question) => expect(await say(passage, question)).toBe('yes'));
});

describe('which versions are in use', () => {
  const passage = 'Encryption > TLS 1.2 or newer is used for all traffic; older versions are refused.';
  const both = 'Encryption > TLS 1.0 and 1.1 are disabled, TLS 1.2 is used for all traffic.';
  test.each([
    [passage, 'Is TLS 1.2 or higher used for all traffic?', 'yes'],
    [passage, 'Do you support TLS 1.0?', 'no'],
    [both, 'Is TLS 1.2 used for all traffic?', 'yes'],
    [both, 'Is TLS 1.1 disabled?', 'yes'],
    [both, 'Is TLS 1.1 accepted?', 'no'],
    ['Encryption > TLS 1.0, 1.1 and SSL 3 are disabled.', 'Is TLS 1.0 accepted?', 'unknown'],
  ])('%s / %s', async (text, question, said) => expect(await say(text, question)).toBe(said));
});

describe('an unfavourable truth is a no', () => {
  test.each([
    ['Hosting > The service is hosted on Azure and AWS.', 'Is your service hosted on Google Cloud?'],
    ['Encryption > TLS 1.2+ for all external communication.', 'Do you support TLS 1.0?'],
    [
      'Testing > Penetration tests are carried out every year.',
      'Are penetration tests carried out every month?',
    ],
    ['Encryption > Customer data is encrypted at rest.', 'Is customer data ever stored unencrypted?'],
    ['Encryption > TLS 1.0 and 1.1 are disabled on all endpoints.', 'Do you support TLS 1.1?'],
    [
      'Access > Services use mTLS or gateway authorization for access control.',
      'Is mTLS the only mechanism used for access control between services?',
    ],
    [
      'People > Background checks are not performed on our workers.',
      'Are background checks performed on all employees before their first day of work?',
    ],
    [
      'Access > Developers do not have write access to production.',
      'Can your developers change things directly in production?',
    ],
  ])('%s / %s', async (passage, question) => expect(await say(passage, question)).toBe('no'));
});

describe('what is not settled is neither', () => {
  test.each([
    [
      'People > Roles with sensitive access undergo background checks.',
      'Are all employees subject to background checks?',
    ],
    ['Encryption > TLS 1.2+ for all external communication.', 'Is TLS 1.3 used?'],
    ['Hosting > The service is hosted on Azure.', 'Do you operate your own data centres?'],
    ['Compliance > We aim to obtain ISO 27001 certification.', 'Are you ISO 27001 certified?'],
    ['Access > MFA is planned for all accounts in the next quarter.', 'Do you enforce MFA for all accounts?'],
    ['Encryption > Data is encrypted at rest where possible.', 'Is data encrypted at rest?'],
    ['Encryption > Customer data is encrypted at rest.', 'Is data encrypted in use?'],
    ['Keys > Keys are rotated and stored securely with KMS.', 'Is production data ever stored unencrypted?'],
    [
      'Review > The policy is reviewed every year.',
      'Do you review all agreements, policies, and processes at least annually?',
    ],
    ['Compliance > SOC 2 Type II audit.', 'Are you SOC 2 Type II certified?'],
    ['Network > Firewalls protect our network.', 'Do you use a stateful firewall?'],
    ['Logs > Audit logs are kept for all services.', 'Can the audit logs be archived?'],
    ['Risk > We keep a risk register.', 'Do you keep a risk register in a dedicated GRC tool?'],
    ['Hosting > We also use AWS.', 'Is the service hosted on Google Cloud?'],
    ['Keys > Keys are rotated every year.', 'Do you document who owns the encryption keys?'],
    ['Devices > USB storage is blocked on laptops in Treasury.', 'Is USB storage blocked on all laptops?'],
    [
      'Training > Security training is repeated by all employees every year.',
      'Are employees and contractors given security training every year?',
    ],
    [
      'Environments > Test and production are separate accounts, and live data is never copied into test.',
      'Do you ever try things out with the details of real people?',
    ],
    [
      'Servers > Company data is stored on encrypted servers.',
      'Is company data stored on other servers than ours?',
    ],
    [
      'Testing > A summary of the penetration test report is shared with customers; details are not shared.',
      'Is a summary of the penetration test report not shared with customers?',
    ],
  ])('%s / %s', async (passage, question) =>
    expect(['unknown', 'silent']).toContain(await say(passage, question)),
  );
});

test('a question that is no yes or no question has no polarity', async () => {
  expect(
    await say('Access > Access rights are reviewed every quarter.', 'How often are access rights reviewed?'),
  ).toBe('na');
});

test('a bare topic with a state asks whether it is so', async () => {
  expect(await say('Encryption > Customer data is encrypted at rest.', 'Encryption at rest?')).toBe('yes');
});

test('what is said of all holds for some of them, and what is said of some not for all', async () => {
  const asked = 'Is multi-factor authentication required for all administrative accounts?';
  expect(await say('Access > Multi-factor authentication is required for all accounts.', asked)).toBe('yes');
  expect(
    await say('Access > Multi-factor authentication is required for all production accounts.', asked),
  ).not.toBe('yes');
});

test('tenants kept apart on shared systems are no dedicated ones', async () => {
  const passage = 'Tenancy > In multi-tenant environments the data of each customer is logically separated.';
  expect(await say(passage, 'Do you offer a dedicated single-tenant environment?')).not.toBe('yes');
});

describe('what is asked for is not something like it', () => {
  test.each([
    [
      'Reporting > If you have found a vulnerability please contact us immediately at security@harbour.example.',
      'Solution Provider Contact Title',
    ],
    [
      'Access > We rely on policy-enforced access controls for all services.',
      'Are you providing consulting services?',
    ],
    ['Keys > Keys for screen recordings are rotated every year.', 'How long are screen recordings kept?'],
    [
      'Reports > Suppliers notify us of a breach within 24 hours.',
      'Which sub-contractors do your suppliers use?',
    ],
  ])('%s / %s', async (passage, question) => expect(await say(passage, question)).toBe('silent'));
});
