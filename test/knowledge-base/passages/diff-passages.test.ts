import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../contract/knowledge.ts';
import { diffPassages } from '../../../knowledge-base/passages/diff-passages.ts';
import { passagesOf } from './read-policy.ts';

const before = `# Access

MFA is required for all accounts.
Access is reviewed every quarter by the system owner.

# Backups

- Backups run every night and are kept for 30 days.
- Restores are tested once a year.
`;

async function diff(was: string, now: string) {
  const { unchanged, changed, added, removed } = diffPassages(
    await passagesOf('policy.md', was),
    await passagesOf('policy.md', now),
  );
  const text = (passage: Passage) => passage.text;
  return {
    unchanged,
    changed: changed.map(pair => [pair.was.text, pair.now.text]),
    added: added.map(text),
    removed: removed.map(text),
  };
}

const nothing = { changed: [], added: [], removed: [] };

describe('what a re-import of a policy changed', () => {
  it('is nothing for the same words, wherever the lines and headings went', async () => {
    expect(await diff(before, before)).toEqual({ unchanged: 4, ...nothing });
    expect(
      await diff(before, `${before.replace('# Access', '# Identity\n\n## Access').replaceAll('\n', '\n\n')}`),
    ).toEqual({
      unchanged: 4,
      ...nothing,
    });
  });

  it('is nothing when a section moved', async () => {
    const [access = '', backups = ''] = before.split('# Backups');
    expect(await diff(before, `# Backups${backups}\n${access}`)).toEqual({ unchanged: 4, ...nothing });
  });

  it('is one change when a sentence was reworded, even by one figure', async () => {
    expect(await diff(before, before.replace('30 days', '90 days'))).toEqual({
      ...nothing,
      unchanged: 3,
      changed: [
        [
          'Backups run every night and are kept for 30 days.',
          'Backups run every night and are kept for 90 days.',
        ],
      ],
    });
  });

  it('tells a new statement and a dropped one from a rewording', async () => {
    const now = before.replace('MFA is required for all accounts.', 'Visitors wear a badge at all times.');
    expect(await diff(before, now)).toEqual({
      unchanged: 3,
      changed: [],
      added: ['Visitors wear a badge at all times.'],
      removed: ['MFA is required for all accounts.'],
    });
  });

  it('is a change when only the lead-in turns the sense', async () => {
    const list = (lead: string) => `${lead}\n\n- customer data on laptops\n`;
    const { unchanged, changed } = await diff(list('We never keep:'), list('We always keep:'));
    expect(unchanged).toBe(0);
    expect(changed).toContainEqual(['customer data on laptops', 'customer data on laptops']);
  });

  it('counts a sentence said twice as often as it is said', async () => {
    const twice = 'All staff agree.\n\n# Again\n\nAll staff agree.\n';
    expect(await diff(twice, 'All staff agree.\n')).toEqual({
      ...nothing,
      unchanged: 1,
      removed: ['All staff agree.'],
    });
  });

  it('accounts for every passage on both sides exactly once', async () => {
    const sentence = fc
      .array(fc.constantFrom('keys', 'logs', 'staff', 'rotate', 'daily', 'vault', 'never'), {
        minLength: 2,
        maxLength: 6,
      })
      .map(said => `The ${said.join(' ')} end.`);
    const policy = fc.array(sentence, { minLength: 1, maxLength: 6 }).map(said => said.join('\n\n'));
    await fc.assert(
      fc.asyncProperty(policy, policy, async (was, now) => {
        const [old, young] = [await passagesOf('p.md', was), await passagesOf('p.md', now)];
        const { unchanged, changed, added, removed } = diffPassages(old, young);
        const ids = (list: readonly Passage[]) => list.map(passage => passage.id);
        expect(unchanged + changed.length + removed.length).toBe(old.length);
        expect(unchanged + changed.length + added.length).toBe(young.length);
        const touched = [...ids(changed.map(pair => pair.was)), ...ids(removed)];
        expect(new Set(touched).size).toBe(touched.length);
        expect(ids(added).every(id => young.some(passage => passage.id === id))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
