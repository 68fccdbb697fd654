// A label's passage is found in the folder its file belongs to: the corpus, or the seeds beside it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { refer, resolve } from './reference.ts';

const shared = mkdtempSync(join(tmpdir(), 'vouch-references-'));
const policies = join(shared, 'corpus/policies');
mkdirSync(policies, { recursive: true });
mkdirSync(join(shared, 'seeds'));
writeFileSync(join(policies, 'one.md'), '# Access\n\n- Doors are\n  locked at night.\n');
writeFileSync(join(shared, 'seeds/one.md'), 'Access\n– Doors stay open.\n');
afterAll(() => rmSync(shared, { recursive: true }));

test('a passage of the corpus is read back over its lines', () => {
  const reference = refer(policies, 'one.md', 'Doors are locked at night.');
  expect(reference).toMatchObject({ from: 3, to: 4 });
  expect(resolve(policies, reference)).toBe('Doors are\nlocked at night.');
});

test('a passage of a seed is read back from the seeds, not from the corpus', () => {
  const reference = refer(policies, 'seeds/one.md', 'Doors stay open.');
  expect(reference).toMatchObject({ from: 2, to: 2 });
  expect(resolve(policies, reference)).toBe('Doors stay open.');
  expect(() => resolve(policies, { ...reference, file: 'one.md' })).toThrow('not found: one.md');
});
