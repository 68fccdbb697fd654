// What fitting and measuring read: questions as words, and halves that stay apart.
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readGold, shared } from './gold.ts';

test.skipIf(!existsSync(shared))('questions of a questionnaire arrive as words (needs ../shared)', () => {
  const set = readGold().sets.get('own-caiq-kaide') ?? [];
  expect(set).toHaveLength(120);
  expect(set.filter(gold => gold.half === 'held')).toHaveLength(60);
  for (const gold of set) {
    expect(gold.question, gold.id).toMatch(/^[A-Z(].{20,}\?$/);
    expect(gold.section, gold.id).toContain(' / ');
    expect(gold.evidence.length === 0, gold.id).toBe(gold.answerable === 'no');
  }
});

test.skipIf(!existsSync(shared))('no question is in two sets of one company (needs ../shared)', () => {
  const seen = new Map<string, string>();
  for (const gold of [...readGold().sets.values()].flat()) {
    const key = `${gold.company}: ${gold.question.toLowerCase()}`;
    expect(seen.get(key) ?? gold.set, key).toBe(gold.set);
    seen.set(key, gold.set);
  }
});
