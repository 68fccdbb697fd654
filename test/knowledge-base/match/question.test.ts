import { describe, expect, it } from 'vitest';
import { cleanQuestion } from '../../../knowledge-base/match/clean-question.ts';
import { type Form, formOf, quantifierOf, valuesWanted } from '../../../knowledge-base/match/expectation.ts';
import { splitLimbs } from '../../../knowledge-base/match/limbs.ts';
import { readQuestion } from '../../../knowledge-base/match/question.ts';
import type { ValueKind } from '../../../knowledge-base/passages/values.ts';

const read = (question: string, more = {}) =>
  readQuestion({ question, section: null, guidance: null, scope: null, names: [], ...more });

describe('what a questionnaire wraps around a question', () => {
  it.each([
    ['a code of the customer', 'AIS-01.2 Do you test releases?', 'Do you test releases?'],
    ['a number', '12. Do you test releases?', 'Do you test releases?'],
    ['a letter', '(b) Do you test releases?', 'Do you test releases?'],
    ['politeness', 'Please can you describe how releases are tested?', 'describe how releases are tested?'],
    ['a standing instruction', 'Do you test releases? If no, please explain.', 'Do you test releases?'],
    ['a request for a file', 'Do you test releases? (please attach the report)', 'Do you test releases?'],
    ['a form’s own options', 'Do you test releases? Yes / No / N/A', 'Do you test releases?'],
    ['a plural in brackets', 'List your hosting provider(s)', 'List your hosting providers'],
    ['a mark of a mandatory field', 'Do you test releases? *', 'Do you test releases?'],
  ])('%s is taken off', (_, written, asked) => {
    expect(cleanQuestion(written, [])).toBe(asked);
  });

  it.each(['IAM: Are accounts reviewed?', 'HECVAT DATA-xx: Are accounts reviewed?'])(
    'the label of a section is taken off: %s',
    written => {
      expect(cleanQuestion(written, [])).toBe('Are accounts reviewed?');
    },
  );

  it('a form’s own options say that it is a Yes/No question', () => {
    expect(read('Account lockout after no more than 10 bad passwords? Y/N').limbs[0]?.form).toBe('yesno');
    expect(read('Which passwords lock an account?').limbs[0]?.form).toBe('list');
  });

  it('reads the name of either company as "you"', () => {
    expect(cleanQuestion('Does Harbour Ltd. encrypt data sent to Quay?', ['harbour', 'quay'])).toBe(
      'Does you encrypt data sent to you?',
    );
  });

  it.each([
    '24/7 support?',
    'SOC 2',
    'Yes / No',
    '2 factor authentication enforced?',
    'ISO 27001 certificate held?',
  ])('never takes off everything, nor a number that belongs to the question: %s', text => {
    expect(cleanQuestion(text, [])).toBe(text);
  });

  // A name with a number looks like the customer's own code, and is what is asked about.
  it.each([
    'SOC 2 Type II report available?',
    'TLS 1.2 or higher?',
    'NIST 800-53 aligned?',
    'SAML 2.0 support?',
    'FIPS 140-2 validated modules?',
  ])('leaves a named standard at its head: %s', text => {
    expect(cleanQuestion(text, [])).toBe(text);
  });
});

describe('the limbs of a question', () => {
  it.each<[string, string[]]>([
    ['Do you encrypt data at rest?', ['Do you encrypt data at rest?']],
    [
      'Do you encrypt data at rest, and do you rotate the keys?',
      ['Do you encrypt data at rest', 'do you rotate the keys?'],
    ],
    [
      'How often are backups made and where are they stored?',
      ['How often are backups made', 'where are they stored?'],
    ],
    [
      'Do you have a policy for (a) passwords, (b) mobile devices and (c) visitors?',
      [
        'Do you have a policy for passwords',
        'Do you have a policy for mobile devices',
        'Do you have a policy for visitors?',
      ],
    ],
    ['Do you test backups? How often?', ['Do you test backups?', 'How often?']],
    ['Do you log access? If yes, please describe.', ['Do you log access?']],
    ['Are backups encrypted and tested?', ['Are backups encrypted and tested?']],
    ['Do you use firewalls, e.g. at the perimeter?', ['Do you use firewalls, e.g. at the perimeter?']],
    [
      'After a supplier is engaged, how often is it assessed?',
      ['After a supplier is engaged, how often is it assessed?'],
    ],
    [
      'In which country is data held, and who can see it?',
      ['In which country is data held', 'who can see it?'],
    ],
    [
      'Where are keys held, how often are they rotated?',
      ['Where are keys held', 'how often are they rotated?'],
    ],
  ])('%s', (question, limbs) => {
    expect(splitLimbs(question)).toEqual(limbs);
  });

  it('that ask "if so" do not stand for the question', () => {
    const { limbs } = read(
      'Have you been breached? If yes, describe the root cause. How are incidents reported?',
    );
    expect(limbs.map(limb => limb.conditional)).toEqual([false, true, false]);
  });

  it('without a subject of their own speak of the one before', () => {
    const [first, second] = read('How often are backups made and where are they stored?').limbs;
    expect([...(first?.controls.keys() ?? [])].length).toBeGreaterThan(0);
    for (const id of first?.controls.keys() ?? []) expect([...(second?.controls.keys() ?? [])]).toContain(id);
    expect(second?.borrowed).toBe(true);
    expect(first?.borrowed).toBe(false);
  });
});

describe('what an answer must hold', () => {
  it.each<[ValueKind, string]>([
    ['cadence', 'How often are keys rotated?'],
    ['duration', 'How long are logs kept?'],
    ['duration', 'What is your recovery time objective?'],
    ['duration', 'Within what time are customers told of a breach?'],
    ['number', 'How many employees have access?'],
    ['place', 'In which country is data stored?'],
    ['place', 'Where is customer data located?'],
    ['role', 'Who approves access?'],
    ['email', 'What is the e-mail address of your security team?'],
    ['version', 'Which TLS versions do you support?'],
    ['date', 'When was the last penetration test?'],
    ['percent', 'What uptime do you guarantee?'],
  ])('%s: %s', (kind, question) => {
    expect([...valuesWanted(question)]).toContain(kind);
    expect(formOf(question)).not.toBe('yesno');
  });

  it.each(['Do you encrypt data?', 'Describe how you encrypt data.', 'Is there a retention schedule?'])(
    'is no value for: %s',
    question => {
      expect([...(read(question).limbs[0]?.wants ?? [])]).toEqual([]);
    },
  );
});

describe('the form of a question', () => {
  it.each<[Form, string]>([
    ['yesno', 'Do you encrypt data at rest?'],
    ['yesno', 'If so, is it tested every year?'],
    ['yesno', 'Confirm that all data is encrypted.'],
    ['yesno', 'With regard to backups, are they encrypted?'],
    ['yesno', 'Once our contract ends, is our data wiped?'],
    ['yesno', 'Following a breach, would affected customers hear from you?'],
    ['yesno', 'Backup tapes: are they encrypted?'],
    ['yesno', 'Please state, as our register requires it, whether backups are tested.'],
    ['how', 'How is access granted, and is it reviewed?'],
    ['how', 'How do you encrypt data at rest?'],
    ['how', 'Describe your incident response process.'],
    ['list', 'Which certifications do you hold?'],
    ['list', 'List all sub-processors.'],
    ['value', 'How long are backups kept?'],
    ['document', 'Please provide a copy of your SOC 2 report.'],
  ])('%s: %s', (form, question) => {
    expect(formOf(question)).toBe(form);
  });

  it.each([
    ['all', 'Are all laptops encrypted?'],
    ['all', 'Is every laptop encrypted?'],
    ['only', 'Can only employees see the data?'],
    ['any', 'Is any data unencrypted?'],
    [null, 'Are laptops encrypted?'],
  ])('quantifier %s: %s', (quantifier, question) => {
    expect(quantifierOf(question)).toBe(quantifier);
  });
});

describe('section and guidance', () => {
  it('lend their topic as context and are never asked themselves', () => {
    const asked = read('Describe the process.', {
      section: 'Backup and restore',
      guidance: 'Attach the firewall rules.',
    });
    expect([...asked.contextControls.keys()].some(id => id.startsWith('backup.'))).toBe(true);
    expect(asked.limbs.map(limb => limb.text)).toEqual(['Describe the process.']);
    expect([...(asked.limbs[0]?.controls.keys() ?? [])].some(id => id.startsWith('backup.'))).toBe(false);
  });
});

it('three names in brackets are examples, two words of explanation are not', () => {
  const named = read('Are all cloud logs (AWS CloudTrail, GCP Audit Logs, Azure Activity Log) enabled?');
  expect([...(named.limbs[0]?.things ?? [])]).toEqual([]);
  const explained = read('Is there a web application firewall (WAF)?');
  expect([...(explained.limbs[0]?.things ?? [])]).toContain('waf');
});

it('takes no term of the field and no abbreviation it spells out for a name', () => {
  const names = (question: string) => {
    const [limb] = read(question).limbs;
    return limb?.names.map(at => limb.words[at]?.word);
  };
  expect(names('Is your Privacy Policy reviewed every year?')).toEqual([]);
  expect(names('Do you carry out a business impact analysis (BIA)?')).toEqual([]);
  expect(names('Is the service listed in Fortrex?')).toEqual(['fortrex']);
});
