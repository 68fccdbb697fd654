// Closed sets of which a sentence names one and leaves the others open.
import { expect, test } from 'vitest';
import { facetsAsked, otherFacets } from '../../../knowledge-base/match/facets.ts';

const others = (question: string, passage: string, heading = '') =>
  otherFacets(facetsAsked(question), passage, [heading]);

test.each<[string, string, string[]]>([
  ['Is data encrypted in use?', 'Customer data is encrypted at rest.', ['in use']],
  ['Is data encrypted at rest?', 'Customer data is encrypted at rest.', []],
  ['Is data encrypted at rest and in transit?', 'Customer data is encrypted at rest.', []],
  ['Is data encrypted in use?', 'Customer data is encrypted.', []],
  ['Are low risk vendors assessed yearly?', 'All high risk third parties are checked yearly.', ['low risk']],
  ['Are low risk vendors assessed yearly?', 'All vendors are checked yearly.', []],
  ['Must Tier 2 suppliers offer an SLA?', 'Tier 1 vendors must offer an SLA.', ['tier 2']],
  ['Must Tier 2 suppliers offer an SLA?', 'Tier 1 and Tier 2 vendors must offer an SLA.', []],
  [
    'Do you run network-layer vulnerability scans?',
    'Dependencies are scanned for vulnerabilities.',
    ['network scans'],
  ],
  [
    'Is customer data used in test environments?',
    'Production systems are monitored.',
    ['outside production'],
  ],
  ['Are contractors screened?', 'Background checks are made for all staff.', ['contractors']],
  ['Are contractors screened?', 'Background checks are made for everybody.', []],
  [
    'Is the screening repeated during employment?',
    'Candidates are screened before their first working day.',
    ['during employment'],
  ],
  [
    'Does it encrypt if we install it on our own servers?',
    'The cloud edition encrypts.',
    ['the self-hosted version'],
  ],
  ['Is SSO in the standard plan?', 'Enterprise plans come with SSO.', ['plan standard']],
  ['Is SSO in the standard plan?', 'Standard and Enterprise plans come with SSO.', []],
])('%s | %s', (question, passage, other) => expect(others(question, passage)).toEqual(other));

test('what the heading names is spoken of', () => {
  const passage = 'All high risk third parties are checked; the rest sooner.';
  expect(others('Are low risk vendors assessed?', passage, 'Vendors')).toEqual(['low risk']);
  expect(others('Are low risk vendors assessed?', passage, 'Low risk vendors')).toEqual([]);
});
