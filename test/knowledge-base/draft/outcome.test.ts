// What comes out for a question: answered, partly, or an honest silence with its reason.
import { expect, test } from 'vitest';
import { openKnowledge } from '../../../knowledge-base/knowledge.ts';
import { askOf, draftFrom, storeWith } from '../small-base.ts';

const POLICY = [
  'Encryption > Customer data is encrypted at rest with AES-256.',
  'Encryption > All external traffic uses TLS 1.2 or newer.',
  'Access > Multi-factor authentication is required for all accounts.',
  'Access > Access rights are reviewed every quarter.',
  'Backups > Backups are made every day.',
  'Testing > Penetration tests are carried out every year.',
  'Hosting > The service is hosted on Azure.',
];

test('a question the policies answer is answered in their words, with the place', async () => {
  const draft = await draftFrom(POLICY, 'How often are access rights reviewed?');
  expect(draft).toMatchObject({
    outcome: 'answered',
    text: 'Access rights are reviewed every quarter.',
    source: 'policy',
  });
  expect(draft.citations[0]?.citation).toMatchObject({ document: 'policy.md', place: { line: 4, to: 4 } });
});

test('a topic the policies never touch gets a silence that names it', async () => {
  const draft = await draftFrom(POLICY, 'Do you run a bug bounty programme?');
  expect(draft).toMatchObject({ outcome: 'not-stated', choice: null, text: '', citations: [] });
  expect(draft.reason).toContain('bug bounty');
});

test('a value asked for and not given is a silence, with the nearest passage shown', async () => {
  const draft = await draftFrom(POLICY, 'For how long are backups kept?');
  expect(draft.outcome).toBe('not-stated');
  expect(draft.candidates[0]?.text).toBe('Backups are made every day.');
  expect(draft.reason).toMatch(/^The policies mention .+, but not .+\.$/);
});

test('what is done answers in part whether it is written down', async () => {
  const policy = ['Engineering > Every change goes through a code review and a change ticket.', ...POLICY];
  const draft = await draftFrom(policy, 'Do you have a documented change management process?');
  expect(draft).toMatchObject({
    outcome: 'partly',
    polarity: 'unknown',
    reason: 'Not stated: that it is written down',
  });
  expect(draft.text).toContain('code review');
});

test('a standard the policies do not name is not answered by one they do', async () => {
  const draft = await draftFrom(
    ['Compliance > We hold an ISO 27001:2022 certification.', ...POLICY],
    'Are you certified to PCI DSS?',
  );
  expect(draft.polarity).not.toBe('yes');
  expect(draft.choice).toBeNull();
});

test('of a question with two parts the supported one is answered and the other is named', async () => {
  const draft = await draftFrom(
    POLICY,
    'Is customer data encrypted at rest? Who approves exceptions to the encryption policy?',
  );
  expect(draft.outcome).toBe('partly');
  expect(draft.text).toContain('encrypted at rest');
  expect(draft.notStated.join(' ')).toContain('exceptions');
  expect(draft.choice).toBeNull();
});

test("another company's policies are never quoted within a scope", async () => {
  const { store } = storeWith({
    acme: POLICY,
    other: ['Bounties > We run a bug bounty programme on HackerOne.'],
  });
  const draft = await openKnowledge(store).draft(askOf('Do you run a bug bounty programme?', 'acme'));
  expect(draft.outcome).toBe('not-stated');
  expect(draft.candidates.map(candidate => candidate.text).join(' ')).not.toContain('HackerOne');
});

test('the same question gives the same draft, byte for byte', async () => {
  const ask = 'How often are penetration tests performed, and by whom?';
  const [first, second] = [await draftFrom(POLICY, ask), await draftFrom(POLICY, ask)];
  expect(JSON.stringify(first)).toBe(JSON.stringify(second));
});

test('a limit of the file is kept by leaving sentences out, never by cutting one', async () => {
  const draft = await draftFrom(POLICY, 'How often are access rights reviewed?', { limit: 12 });
  expect(draft.text).toBe('');
});

test('no policies at all give a silence', async () => {
  const draft = await draftFrom([], 'Do you enforce MFA?');
  expect(draft).toMatchObject({ outcome: 'not-stated', candidates: [] });
});

test('what is asked "if so" has no answer where the question before it has none', async () => {
  const policy = [...POLICY, 'Response > The root cause of every incident is established and written down.'];
  const draft = await draftFrom(
    policy,
    'Have you experienced an incident in the past two years? If yes, describe the root cause.',
  );
  expect(draft).toMatchObject({ outcome: 'not-stated', text: '' });
});

test('what is asked of suppliers is not said of the company itself', async () => {
  const { store } = storeWith({
    acme: [
      'Standards > Third-party standards > Background checks are made before anybody is hired.',
      ...POLICY,
    ],
  });
  const draft = await openKnowledge(store).draft(askOf('Do you run background checks on employees?', 'acme'));
  expect(draft.outcome).toBe('not-stated');
});
