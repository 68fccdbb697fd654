import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../../knowledge-base/text/sentences.ts';

const cut = (text: string) => sentences(text).map(({ from, to }) => text.slice(from, to));

describe('one sentence stays one', () => {
  it.each([
    [
      'a common abbreviation',
      'We follow standards, e.g. ISO 27001 and SOC 2, i.e. the usual ones, for all services.',
    ],
    ['an abbreviation in brackets', 'Our auditors (e.g. Deloitte, cf. Annex A) visit us yearly.'],
    ['"etc." before more of the list', 'Logs, traces, etc. Prometheus holds are kept for a year.'],
    ['a version', 'TLS v1.2 or 1.3 is required, and agent 2.0.1 or newer runs on all laptops.'],
    ['a decimal number', 'Availability was 99.95% and the worst month had 3.5 hours of downtime.'],
    ['a date', 'The last test was on 03.11.2025 and had no finding.'],
    ['an IP address', 'The jump host listens on 10.0.0.1 only.'],
    ['a mail address', 'Mails to privacy@harbour.co.uk are read by the data protection officer.'],
    ['a web address', 'See https://trust.harbour.example/reports/soc2.pdf for the report.'],
    [
      'a file or product name',
      'Our services use Node.js and ASP.NET and never commit .env or config.yaml files.',
    ],
    ['a company ending', 'Harbour Ltd. and Quay Inc. are bound by this policy.'],
    ['a title and initials', 'Dr. Ada Byron and J. P. Smith approve every exception.'],
    ['a country', 'The U.S. East region and the U.K. South region hold the data.'],
    ['a time of day', 'Backups start at 2 a.m. every night.'],
    ['a section number', 'Retention is set in sec. 4.2 and Art. 28 of the contract, approx. 40 pages long.'],
    ['a soft line break', 'Keys are rotated\nevery 90 days.'],
  ])('with %s', (_, text) => {
    expect(cut(text)).toEqual([text]);
  });
});

describe('two sentences part', () => {
  it.each([
    ['after a full stop', 'Data is encrypted.', 'Keys are rotated.'],
    ['before a figure', 'We use AES-256.', '90 days is the rotation period.'],
    ['after a version', 'All traffic uses TLS 1.3.', 'Older versions are off.'],
    ['after a mail address', 'Write to security@harbour.example.', 'We answer within a day.'],
    ['after a web address', 'The list is at harbour.example/subprocessors.', 'It is updated monthly.'],
    ['after a company ending', 'The processor is Harbour Ltd.', 'The company is registered in Cork.'],
    ['after "etc."', 'We keep logs, traces, etc.', 'The team reviews them weekly.'],
    ['after a question', 'Is data encrypted?', 'Yes, always.'],
    ['after a quotation', '“We encrypt.”', 'Customers agree.'],
    ['after a bracket', 'Keys are in a vault (FIPS 140-2).', 'They never leave it.'],
    ['before a word that opens small', 'Laptops are managed.', 'iPhones are not.'],
    ['after a lettered name', 'Terms are in Annex A.', 'The annex is public.'],
  ])('%s', (_, first, second) => {
    expect(cut(`${first} ${second}`)).toEqual([first, second]);
  });

  it('though glued together without a blank', () => {
    expect(cut('Reviewed for new certifications.Contact: the security team.')).toEqual([
      'Reviewed for new certifications.',
      'Contact: the security team.',
    ]);
    expect(cut('Keys are in a vault (FIPS 140-2).They never leave.')).toHaveLength(2);
  });

  it('and the bullets of a broken line part from each other', () => {
    expect(cut('We test:\n- backups\n- restores')).toEqual(['We test:', '- backups', '- restores']);
  });
});

it('holds every character that is not a blank once and in order, whatever the text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.constantFrom('. ', '.\n', 'e.g. ', '1.2', ' A. ', 'Ltd. The ', '?”', '…', '\n- ', '.)', 'x.Yes '),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
      const text = pieces.join('');
      let end = 0;
      for (const { from, to } of sentences(text)) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(text.slice(end, from).trim()).toBe('');
        expect(text.slice(from, to).trim()).toBe(text.slice(from, to));
        end = to;
      }
      expect(text.slice(end).trim()).toBe('');
    }),
    { numRuns: 500 },
  );
});
