import { describe, expect, it } from 'vitest';
import {
  isFragment,
  leadingSubject,
  type Modality,
  modalitiesOf,
  type Subject,
  subjectsOf,
  subjectsOfHeading,
} from '../../../knowledge-base/passages/tags.ts';
import { tokens } from '../../../knowledge-base/text/tokens.ts';

const modes = (text: string, heading: string[] = ['Policy']) => modalitiesOf(text, heading, tokens(text));

describe('how a statement speaks', () => {
  it.each<[Modality, string]>([
    ['fact', 'Customer data is encrypted with AES-256.'],
    ['fact', 'The platform team tests restores every quarter.'],
    ['rule', 'All staff must use a hardware key.'],
    ['rule', 'Suppliers are required to report incidents.'],
    ['rule', 'Passwords shall have 14 characters.'],
    ['aim', 'We strive to answer within a day.'],
    ['aim', 'Harbour is committed to the protection of customer data.'],
    ['aim', 'We take security very seriously.'],
    ['scope', 'This policy applies to all employees and contractors.'],
    ['scope', 'This document describes how we protect customer data.'],
    ['planned', 'ISO 27001 certification is planned for next spring.'],
    ['planned', 'A bug bounty is on our roadmap.'],
    ['planned', 'The certification is not yet complete.'],
    ['negation', 'We do not sell customer data.'],
    ['label', '2.0 | 11 June 2022 | R. Okafor | Rewritten after ISO 27001 certification'],
    ['label', 'Version: 1.3; Date: 2024-05-01; Change: Encryption added'],
    ['negation', 'Sharing accounts is prohibited.'],
    ['negation', 'Production data is never used for tests.'],
    ['question', 'Is data encrypted at rest?'],
    ['pointer', 'See our trust centre for more information.'],
    ['pointer', 'Go to Firewall -> Managed rules and find the rule.'],
    ['pointer', 'Click the gear and select Users.'],
    ['label', 'Encryption:'],
    ['label', 'Key management'],
  ])('%s: %s', (mode, text) => {
    expect([...modes(text)]).toContain(mode);
  });

  it('is a plain fact only when nothing else is heard', () => {
    for (const text of ['We aim to encrypt data.', 'Data must be encrypted.', 'Data is not encrypted.'])
      expect([...modes(text)], text).not.toContain('fact');
  });

  it('is an aim under a heading of aims and a scope under one of scope', () => {
    expect([...modes('Align with SOC 2.', ['Policy', 'Security objectives'])]).toContain('aim');
    expect([...modes('All systems and people.', ['Policy', 'Scope'])]).toContain('scope');
    expect([...modes('Logs are kept.', ['Scope', 'Logging'])]).toEqual(['fact']);
  });

  it('is a label where a table of contents names its page', () => {
    for (const line of [
      'Business continuity and disaster recovery ........ 12',
      '4.2 Encryption of backups and archives . . . . 7',
    ])
      expect([...modes(line)], line).toContain('label');
    expect([...modes('Access control and identity', ['Policy', 'Table of Contents'])]).toContain('label');
    expect([...modes('The contents of laptops are encrypted.', ['Laptop contents'])]).toEqual(['fact']);
  });
});

describe('a line without a verb', () => {
  it('states nothing by itself', () => {
    for (const text of ['Quarterly recovery exercise', 'Key rotation and storage', 'Hosting: Azure'])
      expect(isFragment(text), text).toBe(true);
    for (const text of ['Keys are rotated.', 'MFA required for all accounts.', 'We test restores.'])
      expect(isFragment(text), text).toBe(false);
  });
});

describe('whose practice it is', () => {
  it.each<[Subject, string]>([
    ['staff', 'Employees and contractors complete training every year.'],
    ['staff', 'New hires are screened.'],
    ['customer', 'Tenants can switch on single sign-on for their users.'],
    ['customer', 'Our users reset passwords themselves.'],
    ['vendor', 'Subprocessors are reviewed yearly.'],
    ['vendor', 'Third parties sign a contract.'],
    ['product', 'The platform supports SAML.'],
    ['visitor', 'Visitors are escorted at all times.'],
  ])('%s: %s', (subject, text) => {
    expect([...subjectsOf(text)]).toEqual([subject]);
    expect(leadingSubject(text)).toBe(subject);
  });

  it('is not the customer’s for customer data, nor a supplier’s for third-party libraries', () => {
    expect([...subjectsOf('Customer data is encrypted.')]).toEqual([]);
    expect([...subjectsOf('Third-party libraries are scanned.')]).toEqual([]);
    expect([...subjectsOf('A third-party audit is done yearly.')]).toEqual([]);
  });

  it('is led by the one the sentence opens with', () => {
    expect(leadingSubject('Employees never see customer passwords of our clients.')).toBe('staff');
    expect(leadingSubject('Suppliers are told by our staff.')).toBe('vendor');
    expect(leadingSubject('Data is encrypted before any of it is given to employees.')).toBeNull();
  });
});

it('a section on corporate security is about staff, one on suppliers about vendors', () => {
  expect([...subjectsOfHeading('Corporate Security')]).toEqual(['staff']);
  expect([...subjectsOfHeading('Third-party standards')]).toEqual(['vendor']);
  expect([...subjectsOfHeading('Encryption')]).toEqual([]);
});
