// Which control a passage must be on to answer a question on another.
import { expect, test } from 'vitest';
import { leavesControlOpen, shareOf } from '../../../knowledge-base/match/control-features.ts';
import { readQuestion } from '../../../knowledge-base/match/question.ts';
import { makeStatement } from '../../../knowledge-base/match/statement.ts';
import { controls } from '../../../knowledge-base/vocabulary/controls.ts';
import { storeWith } from '../small-base.ts';

function stating(text: string) {
  const [passage] = storeWith({ acme: [text] }).passages;
  if (!passage) throw new Error('No passage.');
  return makeStatement(passage, []);
}

test('a statement on a part answers for its whole', () => {
  expect(controls.get('crypto.key_rotation')?.parent).toBe('crypto.key_management');
  expect(
    shareOf('crypto.key_management', stating('Encryption keys are rotated every year.')),
  ).toBeGreaterThan(0.5);
});

test('a statement on a control apart from its parent does not', () => {
  expect(controls.get('asset.disposal')?.apart).toBe(true);
  const disposal = stating('Old drives are shredded on disposal.');
  expect(disposal.controls.has('asset.disposal')).toBe(true);
  expect(shareOf('asset.inventory', disposal)).toBe(0);
});

test('a statement answers for the controls that its own is listed to answer, and not the other way round', () => {
  const revoked = stating('User accounts are deprovisioned on the last day.');
  expect(revoked.controls.has('access.deprovisioning')).toBe(true);
  expect(shareOf('hr.offboarding', revoked)).toBeGreaterThan(0.5);
  const audited = stating('An external audit takes place every year.');
  expect(audited.controls.has('compliance.external_audit')).toBe(true);
  expect(shareOf('compliance.soc2', audited)).toBe(0);
});

test('a control asked for beside another is left open by a passage on that other alone', () => {
  const ask = {
    question: 'Is data encrypted at rest and in transit?',
    section: null,
    guidance: null,
    scope: null,
    names: [],
  };
  const [limb] = readQuestion(ask).limbs;
  const passage = stating('Customer data is encrypted at rest.');
  expect(limb && leavesControlOpen(limb, passage, 0.5)).toBe(true);
});
