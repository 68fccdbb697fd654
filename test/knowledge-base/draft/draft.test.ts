import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../../contract/knowledge.ts';
import type { Knowledge } from '../../../knowledge-base/knowledge.ts';
import { asking, brief, openHarbour } from './harbour.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  ({ knowledge } = await openHarbour());
});
afterAll(() => knowledge.close());
const draft = async (question: string, more = {}) => knowledge.draft(asking(question, more));

describe('a question the policy answers', () => {
  it.each([
    [
      'How often are access rights reviewed?',
      'Access rights are reviewed every quarter by the system owners.',
    ],
    ['How long are backups retained?', 'Backups are retained for 35 days.'],
    ['Which cloud provider hosts the platform?', 'The platform runs on Amazon Web Services in Ireland.'],
    ['Is customer data encrypted at rest?', 'All customer data is encrypted at rest with AES-256.'],
    [
      'Do you perform background checks on employees?',
      'Background checks are performed on all employees before they start.',
    ],
    ['Where can vulnerabilities be reported?', 'Report vulnerabilities to security@harbour.example.'],
  ])('%s', async (question, answer) => {
    const given = await draft(question);
    expect(brief(given)).toMatchObject({ outcome: 'answered', reason: null, notStated: [] });
    expect(given.text).toContain(answer);
    expect(given.source).toBe('policy');
    expect(given.citations.map(cited => cited.text)).toContain(answer);
  });

  it('cites the document, the section and the line, and says why in words', async () => {
    const [cited] = (await draft('How often are access rights reviewed?')).citations;
    expect(cited?.citation).toEqual({
      document: 'harbour.md',
      section: expect.stringContaining('Access'),
      place: { line: 8, to: 8 },
    });
    expect(cited?.parts.length).toBeGreaterThan(0);
    for (const part of cited?.parts ?? []) expect(part.words).not.toBe('');
    const marked = (cited?.marks ?? []).map(({ from, to }) => cited?.text.slice(from, to));
    expect(marked.join(' ')).toMatch(/quarter/);
  });

  it('says each part of a score once, also of passages that leave several things open', async () => {
    for (const question of [
      'Is multi-factor authentication required for administrators, and for customers?',
      'Do you follow least privilege, and are access rights reviewed every month by auditors?',
      'Are backups encrypted, tested and kept in another country?',
    ])
      for (const { parts } of (await draft(question)).candidates) {
        const said = parts.map(({ label, words }) => `${label}: ${words}`);
        expect(
          said.filter((words, at) => said.indexOf(words) !== at),
          question,
        ).toEqual([]);
      }
  });

  it('is answered in the words of its passages and nothing else', async () => {
    for (const question of [
      'How often are backups made?',
      'Do you have a SOC 2 Type II report?',
      'Who leads security?',
    ]) {
      const given = await draft(question);
      const quoted = given.citations.map(cited => cited.text);
      for (const sentence of given.text.split(/(?<=\.) /).filter(Boolean)) expect(quoted).toContain(sentence);
    }
  });

  it('says once what the policy says twice', async () => {
    const { text } = await draft('How often are backups of databases made?', { scope: 'pier' });
    expect(text).toBe('Backups of all databases are made every night.');
  });

  it('keeps within the file’s limit by whole sentences, or stays empty', async () => {
    const question = 'Is customer data encrypted at rest?';
    const { text } = await draft(question);
    expect((await draft(question, { limit: text.length })).text).toBe(text);
    expect((await draft(question, { limit: 20 })).text).toBe('');
  });
});

describe('a question of several parts', async () => {
  const question = 'Is customer data encrypted at rest, and do you carry cyber insurance?';

  it('is answered in part, and says which part is not stated', async () => {
    const given = await draft(question);
    expect(given.outcome).toBe('partly');
    expect(given.text).toBe('All customer data is encrypted at rest with AES-256.');
    expect(given.notStated.join()).toMatch(/insurance/);
    expect(given.reason).toMatch(/insurance/);
  });

  it('claims no full Yes', async () => {
    expect((await draft(question, { options: ['Yes', 'No'] })).choice).toBeNull();
    expect((await draft(question, { options: ['Fully met', 'Not met'] })).choice).toBeNull();
  });

  it('names as missing a part, never the whole of what is answered', async () => {
    const asked = 'Do you screen staff before hiring them?';
    const given = await draft(asked);
    expect(given.text).toContain('Background checks');
    expect(given.notStated).not.toContain(asked);
  });

  it('is answered whole when every part is', async () => {
    const given = await draft('How often are backups made and how long are they retained?');
    expect(given.text).toContain('Backups of all databases are made every night.');
    expect(given.text).toContain('Backups are retained for 35 days.');
  });
});

describe('a question the policy does not answer', () => {
  it.each([
    ['Do you have a bug bounty programme?', /bug bounty/i],
    ['Are visitors to the data centre escorted?', /visitor/i],
    ['Do you hold a PCI DSS certification?', /pci/i],
    ['Is MFA required for all customer accounts?', /customers/i],
    ['In which country are backups stored?', /location|place|country|where/i],
    ['What is the colour of your logo?', /./],
  ])('%s is left, with the reason', async (question, why) => {
    const given = await draft(question, { options: ['Yes', 'No', 'N/A'] });
    expect(brief(given)).toMatchObject({ outcome: 'not-stated', choice: null, text: '' });
    expect(given.polarity).not.toBe('yes');
    expect(given.reason).toMatch(why);
    expect(given.citations).toEqual([]);
    expect(given.source).toBe('none');
  });

  it('shows the nearest passages all the same', async () => {
    const nearest = (await draft('In which country are backups stored?')).candidates.map(
      candidate => candidate.text,
    );
    expect(nearest.some(text => /backup/i.test(text))).toBe(true);
  });

  it('is not answered by a heading or its line in the table of contents', async () => {
    for (const question of ['Do you have a bug bounty programme?', 'Do you carry cyber insurance?'])
      for (const given of [
        await draft(question, { scope: 'pier', options: ['Yes', 'No'] }),
        await draft(question.replace('Do you', 'Describe how you'), { scope: 'pier' }),
      ])
        expect(brief(given)).toMatchObject({ outcome: 'not-stated', choice: null, text: '' });
  });

  it('is not settled by an aim or by what the policy says of itself', async () => {
    const given = await draft('Do you answer every report within a day?', { options: ['Yes', 'No'] });
    expect(given.choice).toBeNull();
    expect((await draft('What does this policy describe?')).polarity).not.toBe('yes');
  });
});

describe('a scope', () => {
  const words =
    'is are how often where backups access MFA hosted Azure Germany visitors escorted data encrypted reviewed year week breach notified customers all only not any country provider multi-factor authentication employees'.split(
      ' ',
    );

  it('keeps every other company’s passages out, whatever is asked', async () => {
    const question = fc
      .array(fc.constantFrom(...words), { minLength: 2, maxLength: 9 })
      .map(said => `${said.join(' ')}?`);
    await fc.assert(
      fc.asyncProperty(question, fc.constantFrom('harbour', 'quay', 'pier'), async (text, scope) => {
        const given = await draft(text, { scope });
        const shown = [...given.citations, ...given.candidates];
        expect(shown.filter(one => !one.citation.document.startsWith(scope))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  }, 20_000);

  it('decides the answer where two companies differ', async () => {
    const ask = { options: ['Yes', 'No'] };
    expect((await draft('How often are backups made?', { scope: 'harbour' })).text).toContain('every night');
    expect((await draft('How often are backups made?', { scope: 'quay' })).text).toContain('every week');
    expect((await draft('Is multi-factor authentication required for employees?', ask)).choice).toBe('Yes');
    expect(
      (await draft('Is multi-factor authentication required for employees?', { ...ask, scope: 'quay' }))
        .choice,
    ).toBe('No');
  });

  it('is answered alike whether or not other companies’ policies are kept beside it', async () => {
    const alone = await openHarbour(['harbour']);
    for (const question of ['How often are backups made?', 'Is TLS 1.1 allowed?', 'Are visitors escorted?'])
      expect(JSON.stringify(await alone.knowledge.draft(asking(question)))).toBe(
        JSON.stringify(await draft(question)),
      );
    alone.knowledge.close();
  });

  it('that no document has gives silence', async () => {
    const given = await draft('Is customer data encrypted at rest?', { scope: 'nobody' });
    expect(brief(given)).toMatchObject({ outcome: 'not-stated', text: '' });
    expect(given.candidates).toEqual([]);
  });
});

describe('a drafted choice', () => {
  const choice = (question: string, options: string[]) =>
    draft(question, { options }).then(given => given.choice);

  it('is one of the file’s options, in any order and language, for a yes and for a no', async () => {
    for (const [yes, no, ...others] of [
      ['Yes', 'No', 'N/A'],
      ['Oui', 'Non', 'Sans objet'],
      ['Sí', 'No', 'No aplica'],
      ['Fully implemented', 'Not implemented', 'Partially implemented'],
    ] as [string, string, string][]) {
      for (const options of [
        [yes, no, ...others],
        [...others, no, yes],
      ]) {
        expect(await choice('Is customer data encrypted at rest?', options)).toBe(yes);
        expect(await choice('Is the platform hosted on Microsoft Azure?', options)).toBe(no);
      }
    }
  });

  it('marks the column of an x-table by its heading, as any other option', async () => {
    expect(
      await choice('Are backups retained for at least 90 days?', ['Compliant', 'Non-compliant', 'Comments']),
    ).toBe('Non-compliant');
  });

  it('stays empty for a question that asks for no yes or no, and for a plan', async () => {
    expect(await choice('How often are access rights reviewed?', ['Yes', 'No'])).toBeNull();
    expect(await choice('Are you ISO 27001 certified?', ['Yes', 'No'])).not.toBe('Yes');
  });
});

it('gives the same drafts byte for byte, whatever was asked before', async () => {
  const questions = [
    'How often are access rights reviewed?',
    'Is TLS 1.1 allowed?',
    'Is customer data encrypted at rest, and do you carry cyber insurance?',
    'Do you have a bug bounty programme?',
    'Describe how incidents are handled.',
  ];
  const run = async (order: readonly string[]) => {
    const opened = await openHarbour();
    const drafts = new Map<string, Draft>();
    for (const text of order) drafts.set(text, await opened.knowledge.draft(asking(text)));
    opened.knowledge.close();
    return questions.map(text => JSON.stringify(drafts.get(text)));
  };
  expect(await run([...questions].reverse())).toEqual(await run(questions));
});
