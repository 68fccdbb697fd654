import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Value, type ValueKind, valuesIn } from '../../../knowledge-base/passages/values.ts';
import { tokens } from '../../../knowledge-base/text/tokens.ts';
import { spotThings, things } from '../../../knowledge-base/vocabulary/things.ts';

const found = (text: string, kind: ValueKind) => valuesIn(text).filter(value => value.kind === kind);
const words = (text: string, values: readonly Value[]) => values.map(({ from, to }) => text.slice(from, to));

/** The single value of a kind in the text. */
function only(text: string, kind: ValueKind): Value {
  const [value, ...more] = found(text, kind);
  if (!value || more.length > 0)
    throw new Error(
      `“${text}” has ${more.length + (value ? 1 : 0)} of ${kind}: ${words(text, found(text, kind))}`,
    );
  return value;
}

describe('a cadence, in days', () => {
  it.each([
    ['Access is reviewed quarterly.', 91],
    ['Access is reviewed every quarter.', 91],
    ['Penetration tests are performed annually.', 365],
    ['Penetration tests are done once a year.', 365],
    ['We hold yearly exercises.', 365],
    ['Full backups run every 6 hours.', 0.25],
    ['Backups run hourly.', 1 / 24],
    ['Backups run nightly.', 1],
    ['We scan once per week.', 7],
    ['Keys are rotated every 90 days.', 90],
    ['Keys are rotated every ninety days.', 90],
    ['Passwords change every other month.', 60],
    ['Restores are tested twice a year.', 182.5],
    ['Restores are tested semi-annually.', 182],
    ['Policies are reviewed every two years.', 730],
    ['The committee meets monthly.', 30],
    ['The committee meets 4 times a year.', 91],
  ])('%s', (text, days) => {
    const value = only(text, 'cadence');
    expect(value.vague).toBe(false);
    expect(Math.abs((value.amount ?? 0) - days)).toBeLessThanOrEqual(days * 0.02);
    expect(found(text, 'duration')).toEqual([]);
    expect(found(text, 'number')).toEqual([]);
  });

  it('around the clock is one', () => {
    expect(only('Logs are watched 24/7.', 'cadence').amount).toBe(0);
    expect(only('The team is on call 24x7.', 'cadence').amount).toBe(0);
  });

  it.each(['regularly', 'periodically', 'on a regular basis', 'as needed', 'from time to time'])(
    '“%s” is only a vague one',
    word => {
      const given = found(`Access is reviewed ${word}.`, 'cadence');
      expect(given.length).toBeGreaterThan(0);
      expect(given.every(value => value.vague && value.amount === null)).toBe(true);
    },
  );
});

describe('a duration, in days', () => {
  it.each([
    ['Customers are told within 72 hours.', 3],
    ['Customers are told within seventy-two (72) hours.', 3],
    ['Customers are told within forty-eight hours.', 2],
    ['Logs are kept for eighteen months.', 540],
    ['Logs are kept for 13 months.', 390],
    ['Logs are kept for one year.', 365],
    ['Logs are kept for a 30-day period.', 30],
    ['The RTO is 4 hours.', 1 / 6],
    ['Sessions end after 15 minutes.', 15 / 1440],
    ['Critical findings are fixed in two weeks.', 14],
    ['Backups stay for thirty (30) days.', 30],
    ['Access is removed within 5 business days.', 5],
    ['Access is removed within 24h.', 1],
    ['Records are archived for seven years.', 2555],
  ])('%s', (text, days) => {
    const value = only(text, 'duration');
    expect(Math.abs((value.amount ?? 0) - days)).toBeLessThanOrEqual(days * 0.02);
    expect(found(text, 'number')).toEqual([]);
  });

  it.each(['immediately', 'promptly', 'without undue delay', 'indefinitely', 'in a timely manner'])(
    '“%s” is only a vague one',
    word => {
      const [value] = found(`Customers are told ${word}.`, 'duration');
      expect(value).toMatchObject({ vague: true, amount: null });
    },
  );
});

describe('figures', () => {
  it('tell a percentage, a length, a version and money from a bare number', () => {
    expect(only('Uptime is at least 99.95%.', 'percent').amount).toBe(99.95);
    expect(only('Uptime is 99.9 percent.', 'percent').amount).toBe(99.9);
    expect(only('Passwords have at least 14 characters.', 'length').amount).toBe(14);
    expect(only('Keys are 2048-bit RSA.', 'length').amount).toBe(2048);
    expect(words('It runs v2.0.1 now.', found('It runs v2.0.1 now.', 'version'))).toEqual(['v2.0.1']);
    expect(found('We are insured for $5 million.', 'money')).toHaveLength(1);
    expect(found('We are insured for 5,000,000 EUR.', 'money')).toHaveLength(1);
    for (const text of [
      'Uptime is at least 99.95%.',
      'Passwords have 14 characters.',
      'Insured for $5,000,000.',
    ])
      expect(found(text, 'number'), text).toEqual([]);
  });

  it('are numbers when nothing else is said of them', () => {
    expect(only('About 1,200 people work here.', 'number').amount).toBe(1200);
    expect(only('Five data centres, 3 of them ours.', 'number').amount).toBe(3);
  });

  it('of a date stay one date', () => {
    for (const date of ['2025-03-11', '11/03/2025', 'March 11, 2025', 'March 2025', 'since 2019'])
      expect(found(`The last test was done ${date}.`, 'date'), date).toHaveLength(1);
  });
});

describe('whom and where', () => {
  it.each<[ValueKind, string, string]>([
    ['email', 'Write to soc@harbour.example.', 'soc@harbour.example'],
    ['email', 'Write to data.protection+eu@mail.harbour.co.uk now.', 'data.protection+eu@mail.harbour.co.uk'],
    [
      'url',
      'The list is at https://harbour.example/sub-processors today.',
      'https://harbour.example/sub-processors',
    ],
    ['url', 'The list is published at harbour.io/subprocessors.', 'harbour.io/subprocessors'],
    ['phone', 'Call +353 1 555 0100 at night.', '+353 1 555 0100'],
    ['place', 'All data is stored in Ireland.', 'Ireland'],
    ['place', 'All data is stored in eu-west-1 only.', 'eu-west-1'],
    ['place', 'All data is stored in us-east-1.', 'us-east-1'],
    ['place', 'All data stays in the US.', 'US'],
    ['place', 'Our office is in Frankfurt.', 'Frankfurt'],
    ['role', 'The CISO approves exceptions.', 'CISO'],
    ['role', 'Exceptions go to the data protection officer.', 'protection officer'],
    ['role', 'The security team reviews them.', 'security team'],
    ['role', 'Policies are approved by the board.', 'board'],
    ['role', 'The Head of Platform signs.', 'Head of Platform'],
    ['address', 'We are at 12 Harbour Street in Cork.', '12 Harbour Street'],
  ])('%s: %s', (kind, text, expected) => {
    expect(words(text, found(text, kind)).join(' | ')).toContain(expected);
  });

  it('“us” the pronoun is no place', () => {
    expect(found('Contact us at any time; data is replicated.', 'place')).toEqual([]);
  });

  it('regions and zones without a name are vague places', () => {
    const places = valuesIn('Data is replicated across regions and availability zones.').filter(
      value => value.kind === 'place',
    );
    expect(places.map(value => value.vague)).toEqual([true, true]);
  });

  it('every night and every commit say how often', () => {
    const [night] = valuesIn('Backups of all databases are made every night.');
    expect(night).toMatchObject({ kind: 'cadence', amount: 1, vague: false });
    const [commit] = valuesIn('Code is scanned on every commit.');
    expect(commit).toMatchObject({ kind: 'cadence', amount: null, vague: false });
  });

  it('an address of a mailbox is no web address besides', () => {
    expect(found('Write to soc@harbour.io today.', 'url')).toEqual([]);
  });
});

describe('named standards and their versions', () => {
  const named = (text: string) => [...spotThings(tokens(text))];
  it.each([
    ['We are certified to ISO 27001:2022.', 'ISO27001'],
    ['We hold a SOC 2 Type II report.', 'SOC2 Type 2'],
    ['All traffic uses TLS 1.2.', 'TLS v1.2'],
    ['Data is encrypted with AES-256.', 'AES 256'],
    ['We follow the GDPR.', 'General Data Protection Regulation'],
    ['Payments comply with PCI DSS.', 'PCI-DSS'],
  ])('%s names what is also written “%s”', (text, otherwise) => {
    const ids = named(text);
    expect(ids.length).toBeGreaterThan(0);
    const again = named(otherwise);
    expect(again.length).toBeGreaterThan(0);
    expect(
      again.some(id => ids.includes(id) || ids.some(one => things.get(one)?.implies?.includes(id))),
    ).toBe(true);
  });

  it('“TLS 1.2+” is TLS 1.2 and not an older one', () => {
    const ids = named('TLS 1.2+ is required.');
    expect(ids).toContain('tls-1.2');
    expect(ids).not.toContain('tls-1.1');
  });
});

it('every value lies within the text and none is empty, whatever the text', () => {
  const piece = fc.constantFrom(
    ...'every 6 hours|90 days|99.9%|$5m|v1.2|TLS 1.3|2024-01-02|a@b.io|b.io/x|+44 20 7946 0000|US|us|CISO|12 Main Street|twice a year|(72)|–|once'.split(
      '|',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const text = pieces.join(' ');
      for (const { from, to } of valuesIn(text)) expect(text.slice(from, to).trim()).not.toBe('');
    }),
    { numRuns: 200 },
  );
});

it('a second factor is no span of time', () => {
  expect(found('A second factor is required.', 'duration')).toEqual([]);
  expect(only('Requests time out after one second.', 'duration').amount).toBeCloseTo(1 / 86_400);
});
