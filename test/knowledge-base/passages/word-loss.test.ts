import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passagesOf, words } from './read-policy.ts';

// Words that tempt a sentence splitter, among plain ones.
const word = fc.constantFrom(
  ...'data keys are encrypted daily by staff within 72 hours 99.95% v1.2 TLS 1.2+ ISO 27001:2022 e.g. i.e. Ltd. U.S. approx. a@harbour.example https://harbour.example/a.b Node.js (see annex) “quoted” AES-256, 24/7 don’t résumé J. etc.'.split(
    ' ',
  ),
);
const sentence = fc.array(word, { minLength: 4, maxLength: 14 }).map(said => `The ${said.join(' ')} end.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map(said => said.join(' '));
const item = fc.record({ depth: fc.integer({ min: 0, max: 2 }), text: paragraph });
const section = fc.record({ intro: paragraph, items: fc.array(item, { maxLength: 5 }) });
const policy = fc.array(section, { minLength: 1, maxLength: 4 });
type Policy = typeof policy extends fc.Arbitrary<infer T> ? T : never;

/** Depths a list can have: none is more than one deeper than the item before. */
function depths(items: readonly { depth: number }[]): number[] {
  let last = -1;
  return items.map(({ depth }) => {
    last = Math.min(depth, last + 1);
    return last;
  });
}

function write(given: Policy, heading: (n: number) => string, bullet: (depth: number) => string): string {
  return given
    .map(({ intro, items }, n) => {
      const steps = depths(items);
      const list = items.map(({ text }, i) => `${bullet(steps[i] ?? 0)}${text}`).join('\n');
      return `${heading(n + 1)}\n\n${intro}\n\n${list}\n`;
    })
    .join('\n');
}

const said = (given: Policy) =>
  given.flatMap(({ intro, items }) => [intro, ...items.map(({ text }) => text)]);
/** Quotes are unified for reading; everything else must come through letter by letter. */
const plain = (text: string) => text.replace(/[“”]/g, '"').replace(/’/g, "'");

describe('no word of a policy is lost, doubled or moved', () => {
  it('in Markdown with nested lists', async () => {
    await fc.assert(
      fc.asyncProperty(policy, async given => {
        const file = write(
          given,
          n => `## Section number ${n}`,
          depth => `${'  '.repeat(depth)}- `,
        );
        const passages = await passagesOf('policy.md', file);
        expect(passages.flatMap(({ text }) => words(text))).toEqual(
          said(given).flatMap(text => words(plain(text))),
        );
      }),
      { numRuns: 40 },
    );
  }, 20_000);

  it('in plain text with numbered headings and dashes', async () => {
    await fc.assert(
      fc.asyncProperty(policy, async given => {
        const file = write(
          given,
          n => `${n}. Section heading`,
          depth => `${'   '.repeat(depth)}– `,
        );
        const passages = await passagesOf('policy.txt', file);
        expect(passages.flatMap(({ text }) => words(text))).toEqual(
          said(given).flatMap(text => words(plain(text))),
        );
      }),
      { numRuns: 40 },
    );
  }, 20_000);

  it('and no passage holds words of two bullets', async () => {
    await fc.assert(
      fc.asyncProperty(policy, async given => {
        const numbered = given.map(({ intro, items }, n) => ({
          intro,
          items: items.map(({ depth }, i) => ({
            depth,
            text: `Bullet s${n}i${i} holds. It is s${n}i${i} still.`,
          })),
        }));
        const file = write(
          numbered,
          n => `## Section number ${n}`,
          depth => `${'  '.repeat(depth)}- `,
        );
        for (const { text } of await passagesOf('policy.md', file))
          expect(new Set(text.match(/s\d+i\d+/g) ?? []).size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 30 },
    );
  }, 20_000);
});
