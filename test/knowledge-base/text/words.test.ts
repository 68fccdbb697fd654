import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankNames, replaceNames } from '../../../knowledge-base/text/names.ts';
import { fold, sameTextKey, tidy, unify } from '../../../knowledge-base/text/normalise.ts';
import { root, stem } from '../../../knowledge-base/text/stem.ts';
import { tokens } from '../../../knowledge-base/text/tokens.ts';
import { opposites, wordGroups } from '../../../knowledge-base/text/word-groups.ts';

const words = (text: string) => tokens(text).map(token => token.word);
const stems = (text: string) =>
  tokens(text)
    .map(token => token.stem)
    .join(' ');

describe('words of a text', () => {
  it.each([
    ['SOC2', 'SOC 2'],
    ['ISO27001', 'ISO 27001'],
    ['TLS1.2', 'TLS 1.2'],
    ['multi-factor', 'Multi factor'],
    ['AES–256', 'AES-256'],
    ['résumé', 'resume'],
    ['U.S.', 'US'],
    ['10,000 users', '10000 users'],
    ['organisation', 'organization'],
    ['data centre', 'data centers'],
    ['licence', 'licenses'],
    ['labelled', 'labeled'],
    ['policies', 'policy'],
    ['reviewing', 'reviewed'],
    ['the customer’s keys', 'the customers keys'],
  ])('are the same for “%s” and “%s”', (a, b) => {
    expect(stems(a)).toBe(stems(b));
  });

  it('keep a version whole and leave addresses out', () => {
    expect(words('Use TLS 1.2+ or write to soc@harbour.example, see https://harbour.example/tls.')).toEqual([
      'use',
      'tls',
      '1.2+',
      'or',
      'write',
      'to',
      'see',
    ]);
  });

  it('do not merge words that mean different things in this field', () => {
    for (const [a = '', b = ''] of [
      ['controller', 'control'],
      ['processor', 'process'],
      ['address', 'add'],
      ['business', 'busy'],
      ['access', 'acces'],
      ['sms', 'sm'],
    ])
      expect(root(a), `${a} / ${b}`).not.toBe(root(b));
  });

  it('share a root through derivation', () => {
    for (const [a = '', b = ''] of [
      ['encryption', 'encrypted'],
      ['retention', 'retained'],
      ['notification', 'notify'],
      ['deletion', 'deleted'],
      ['assessment', 'assess'],
    ])
      expect(root(a), `${a} / ${b}`).toBe(root(b));
  });

  it('stand where the token says, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), text => {
        let end = 0;
        for (const { from, to, word } of tokens(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(word).not.toBe('');
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        expect([unify(text).length, fold(text).length]).toEqual([text.length, text.length]);
      }),
      { numRuns: 400 },
    );
  });

  it('have a stem that stays itself when stemmed again', () => {
    for (const word of 'policies backups encrypting analyses employees addresses vulnerabilities keys'.split(
      ' ',
    ))
      expect(stem(stem(word))).toBe(stem(word));
  });
});

describe('one spelling for a reader', () => {
  it('unifies quotes, dashes and blanks, and nothing else', () => {
    expect(tidy(' It’s  “safe” – always ')).toBe('It\'s "safe" - always');
    expect(sameTextKey('Is MFA  required?')).toBe(sameTextKey('is MFA required'));
    expect(sameTextKey('TLS 1.2')).not.toBe(sameTextKey('TLS 1.2+'));
    expect(sameTextKey('5%')).not.toBe(sameTextKey('5'));
  });
});

describe('names of companies', () => {
  it('are read past with their legal ending and possessive, in any case', () => {
    expect(replaceNames('Does HARBOUR AI Ltd. encrypt Harbour’s disks?', ['harbour'], 'you')).toBe(
      'Does you encrypt you disks?',
    );
  });

  it('stay inside addresses and other words', () => {
    const text = 'Write to soc@harbour.example or see harbour.example/tls and harbourside.';
    expect(replaceNames(text, ['harbour'], 'you')).toBe(text);
  });

  it('leave every other character at its place when blanked', () => {
    const text = 'At Harbour, keys are rotated by Harbour Inc. yearly.';
    const blank = blankNames(text, ['harbour']);
    expect(blank).toHaveLength(text.length);
    expect(blank.indexOf('rotated')).toBe(text.indexOf('rotated'));
    expect(blank).not.toMatch(/harbour/i);
  });
});

describe('groups of everyday words', () => {
  it('join words that say the same and set opposites against each other', () => {
    const share = (a: string, b: string) =>
      wordGroups(root(a)).some(group => wordGroups(root(b)).includes(group));
    expect(share('employees', 'staff')).toBe(true);
    expect(share('supplier', 'vendors')).toBe(true);
    expect(share('encrypted', 'backup')).toBe(false);
    expect([...opposites(root('manual'))]).toContain(root('automated'));
    expect([...opposites(root('unencrypted'))]).toContain(root('encrypted'));
    for (const word of ['undergo', 'union', 'until']) expect([...opposites(root(word))]).toEqual([]);
  });
});
