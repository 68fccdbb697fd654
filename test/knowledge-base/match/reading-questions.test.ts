// A question as the matcher reads it: its limbs, its form, what it wants to be told, and what is wrapping.
import { expect, test } from 'vitest';
import { readQuestion } from '../../../knowledge-base/match/question.ts';

const read = (question: string, names: string[] = []) =>
  readQuestion({ question, section: null, guidance: null, scope: null, names });

test('codes, names and courtesies are taken off', () => {
  expect(read('IAM-02.1 Does Acme Corp enforce MFA?', ['Acme Corp']).text).toBe('Does you enforce MFA?');
});

test('limbs are split, and one without a subject borrows the topic before it', () => {
  const { limbs } = read('Do you test your backups, and how often?');
  expect(limbs).toHaveLength(2);
  expect(limbs[1]?.borrowed).toBe(true);
  expect([...(limbs[1]?.controls.keys() ?? [])].some(id => id.startsWith('backup.'))).toBe(true);
});

test.each([
  ['Do you encrypt data at rest?', 'yesno'],
  ['How often are backups taken?', 'value'],
  ['Describe your change management process.', 'how'],
  ['Please provide a copy of your SOC 2 report.', 'document'],
  ['Encryption at rest', 'yesno'],
  ['Hosting provider', 'open'],
] as const)('"%s" is read as %s', (question, form) => {
  expect(read(question).limbs[0]?.form).toBe(form);
});

test('what a value question wants is a kind of value', () => {
  expect([...(read('How often are backups taken?').limbs[0]?.wants ?? [])]).toContain('cadence');
  expect([...(read('Where is customer data stored?').limbs[0]?.wants ?? [])]).toContain('place');
});

test('examples help to find and are not asked for', () => {
  const question = read('Do you enforce MFA (e.g. YubiKey, TOTP)?');
  expect(question.text).toContain('YubiKey');
  expect(question.limbs.flatMap(limb => [...limb.roots])).not.toContain('yubikey');
  expect(question.exampleRoots.size).toBeGreaterThan(0);
});

test('a protocol version asked about is in use or not; a protocol may be the choice of customers', () => {
  expect([...(read('Do you support TLS 1.0?').limbs[0]?.aspects ?? [])]).not.toContain('customer_option');
});
