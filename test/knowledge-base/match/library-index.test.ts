import { describe, expect, it } from 'vitest';
import type { LibraryAnswer } from '../../../contract/curate.ts';
import { makeLibraryIndex } from '../../../knowledge-base/match/library-index.ts';
import { approve, asking, openHarbour } from '../draft/harbour.ts';

const answer = (question: string, more: Partial<LibraryAnswer> = {}): LibraryAnswer => ({
  id: question,
  question,
  choice: 'Yes',
  text: 'Approved words.',
  scope: 'harbour',
  owner: '',
  tags: [],
  reviewBy: null,
  source: 'earlier.xlsx',
  approvedBy: 'Ada',
  approvedAt: '2026-02-01T09:00:00Z',
  state: 'active',
  evidence: [],
  version: 1,
  updatedAt: '2026-02-01T09:00:00Z',
  ...more,
});
const nearest = (known: LibraryAnswer[], asked: string, scope: string | null = 'harbour') =>
  makeLibraryIndex(known).nearest(asked, scope, 3);
const differences = (known: string, asked: string) =>
  (nearest([answer(known)], asked)[0]?.parts ?? [])
    .filter(part => part.label === 'Differs')
    .map(part => part.words);

/** From here on an approved answer is taken over without a person. */
const TAKEN = 0.9;

describe('approved answers to a question', () => {
  it('come back whole for the same words in another case, spacing and wrapping', () => {
    const known = [answer('Do you perform penetration tests every year?'), answer('Do you train staff?')];
    for (const asked of [
      'do you perform  penetration tests every year',
      'A.1.2 Do you perform penetration tests every year?',
      'Please confirm whether do you perform penetration tests every year?',
    ]) {
      const [first] = nearest(known, asked);
      expect([asked, first?.question, first?.score]).toEqual([asked, known[0]?.question, 1]);
      expect(first).toMatchObject({ source: 'library', text: 'Approved words.' });
    }
  });

  it('are near for other words of the same meaning, and nothing is said to differ', () => {
    const [near] = nearest(
      [answer('Are penetration tests performed every year?')],
      'Are yearly penetration tests performed?',
    );
    expect(near?.score).toBeGreaterThan(0.5);
    expect(
      differences('Are penetration tests performed every year?', 'Are yearly penetration tests performed?'),
    ).toEqual([]);
  });

  it('put the nearest first, and the same order for the same score', () => {
    const known = [
      answer('Do you encrypt backups?'),
      answer('Do you test backups?'),
      answer('Do you hire pirates?'),
    ];
    const found = nearest(known, 'Do you encrypt the backups?').map(one => one.question);
    expect(found[0]).toBe('Do you encrypt backups?');
    expect(nearest([...known].reverse(), 'Do you encrypt the backups?').map(one => one.question)).toEqual(
      found,
    );
  });

  it('of another company never come, those of every company do', () => {
    const known = [
      answer('Do you encrypt backups?', { scope: 'quay', id: 'q' }),
      answer('Do you encrypt backups?', { scope: null, id: 'all' }),
    ];
    expect(nearest(known, 'Do you encrypt backups?').map(one => one.id)).toEqual(['all']);
    expect(nearest(known, 'Do you encrypt backups?', null)).toHaveLength(2);
  });

  it('are none for a question about something else', () => {
    expect(nearest([answer('Do you encrypt backups?')], 'Where is your registered office?')).toEqual([]);
    expect(nearest([], 'Do you encrypt backups?')).toEqual([]);
  });

  it('read again after a change, keep no answer that was taken out', () => {
    const first = makeLibraryIndex([answer('Do you encrypt backups?'), answer('Do you test backups?')]);
    const second = makeLibraryIndex([answer('Do you test backups?', { text: 'Newer words.' })], first);
    const known = second.nearest('Do you encrypt backups?', 'harbour', 3).map(one => one.question);
    expect(known).not.toContain('Do you encrypt backups?');
    expect(second.nearest('Do you test backups?', 'harbour', 1)[0]?.text).toBe('Newer words.');
  });
});

describe('what makes two questions different is told, and outweighs all they share', () => {
  it.each([
    [
      'a named thing',
      'Do you support SAML single sign-on?',
      'Do you support OIDC single sign-on?',
      /saml|oidc/i,
    ],
    [
      'a figure',
      'Are backups kept for 30 days in a second region?',
      'Are backups kept for 90 days in a second region?',
      /30|90/,
    ],
    [
      'a negation',
      'Are remote sessions to production encrypted?',
      'Are remote sessions to production unencrypted?',
      /negative/,
    ],
    [
      'an aspect',
      'Do you have a documented incident response plan?',
      'Do you test the documented incident response plan?',
      /test/,
    ],
  ])('%s', (_, known, asked, words) => {
    expect(differences(known, asked).join()).toMatch(words);
    expect(nearest([answer(known)], asked)[0]?.score ?? 0).toBeLessThan(TAKEN);
  });

  it.each([
    ['its place', 'Is the data centre in Ireland?', 'Is the data centre in Germany?'],
    [
      'whom it is about',
      'Is MFA required for employee access to production?',
      'Is MFA required for customer access to production?',
    ],
    [
      'its state',
      'Is data encrypted at rest in all databases?',
      'Is data encrypted in transit in all databases?',
    ],
  ])('%s', (_, known, asked) => {
    expect(nearest([answer(known)], asked)[0]?.score ?? 0).toBeLessThan(TAKEN);
  });

  // Long questions that differ in one telling word share nearly everything and are not the same.
  it.each([
    [
      'its frequency',
      'Are user access rights to production systems and customer databases formally reviewed by the system owners at least annually?',
      'Are user access rights to production systems and customer databases formally reviewed by the system owners at least quarterly?',
    ],
    [
      'its period in words',
      'Are backup copies of customer databases retained for thirty days in a separate region?',
      'Are backup copies of customer databases retained for ninety days in a separate region?',
    ],
    [
      'all against some',
      'Are all laptops of employees encrypted with full disk encryption?',
      'Are some laptops of employees encrypted with full disk encryption?',
    ],
    [
      'its direction',
      'Is inbound traffic filtered by the firewall on production networks?',
      'Is outbound traffic filtered by the firewall on production networks?',
    ],
  ])('%s', (_, known, asked) => {
    expect(differences(known, asked)).not.toEqual([]);
    expect(nearest([answer(known)], asked)[0]?.score ?? 0).toBeLessThan(TAKEN);
  });
});

describe('drafting from the library', () => {
  it('takes an approved answer before the policy, in the file’s own option words', async () => {
    const { knowledge, store } = await openHarbour();
    const question = 'Is customer data encrypted at rest?';
    expect((await knowledge.draft(asking(question))).source).toBe('policy');
    approve(store, question, 'Yes. Every disk is encrypted.', { choice: 'Yes' });
    const draft = await knowledge.draft(asking(question, { options: ['Non', 'Oui'] }));
    expect(draft).toMatchObject({
      source: 'library',
      outcome: 'answered',
      choice: 'Oui',
      text: 'Yes. Every disk is encrypted.',
      confidence: 1,
    });
    expect(draft.citations[0]?.source).toBe('library');
  });

  it('only shows an approved answer to a question that differs', async () => {
    const { knowledge, store } = await openHarbour();
    approve(store, 'Do you support SAML single sign-on?', 'SAML 2.0 is supported.', { choice: 'Yes' });
    const draft = await knowledge.draft(
      asking('Do you support OIDC single sign-on?', { options: ['Yes', 'No'] }),
    );
    expect(draft).toMatchObject({ choice: null, text: '' });
    expect(draft.candidates.map(one => one.text)).toContain('SAML 2.0 is supported.');
  });

  it('give the same best ones whether three are wanted or all, though spelling is compared for few', () => {
    const every = ['every year', 'every month', 'once a quarter', 'after each change', 'on demand'];
    const tested = [
      'backup restores',
      'backups',
      'disaster recovery',
      'restore procedures',
      'the recovery plan',
    ];
    const known = every.flatMap(when => tested.map(what => answer(`Do you test ${what} ${when}?`)));
    const index = makeLibraryIndex(known);
    for (const asked of [
      'Do you test backup restore each year?',
      'Are backups tested on demand?',
      'Backup tests?',
    ]) {
      const all = index.nearest(asked, null, 100);
      expect(all.length).toBeGreaterThan(5);
      expect(all.map(one => one.score)).toEqual(all.map(one => one.score).sort((a, b) => b - a));
      for (const limit of [1, 3, 7]) expect(index.nearest(asked, null, limit)).toEqual(all.slice(0, limit));
    }
  });

  it('never takes one of another company, nor one that was retired or recalled', async () => {
    const { knowledge, store } = await openHarbour();
    approve(store, 'Do you have a bug bounty?', 'Quay has.', { choice: 'Yes', scope: 'quay' });
    approve(store, 'Do you rent pirates?', 'Harbour does.', { choice: 'Yes', state: 'retired' });
    approve(store, 'Do you own ships?', 'Harbour does.', { choice: 'Yes', state: 'recalled' });
    for (const question of ['Do you have a bug bounty?', 'Do you rent pirates?', 'Do you own ships?'])
      expect((await knowledge.draft(asking(question))).outcome, question).toBe('not-stated');
  });
});
