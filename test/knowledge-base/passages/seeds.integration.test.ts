// The two public policy pages beside the checkout, cut a second time here by the simplest rules that fit them.
// What a person would count (sentences, bullets, their lines) must all be there and nothing else.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { passagesOf } from './read-policy.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/seeds');
const files = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.txt')) : [];
const skipped = files.length === 0 ? ' (skipped: ../shared/seeds is not beside this checkout)' : '';

interface Said {
  text: string;
  line: number;
  to: number;
}

/** Lines into chunks: a bullet, a heading or a blank line begins a new one. */
function chunks(file: string): Said[] {
  const out: Said[] = [];
  let open: Said | null = null;
  for (const [i, raw] of file.split('\n').entries()) {
    const line = raw.trim();
    const own = /^(?:[-–] |#|:::|\d+\. )/.test(line);
    if (line === '' || own || open === null) open = null;
    if (line === '' || /^(?:#|:::|\d+\. )/.test(line)) continue;
    const text = line.replace(/^[-–] /, '');
    if (open) {
      open.text += ` ${text}`;
      open.to = i + 1;
    } else {
      open = { text, line: i + 1, to: i + 1 };
      out.push(open);
    }
  }
  return out;
}

const isMarkdown = (file: string) => file.startsWith('# ');
const plain = (text: string) =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll('**', '')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, '-');

/** The pages wrap Markdown by the column and text by the paragraph, so a text line is a chunk of its own. */
function expected(file: string): Said[] {
  const found = isMarkdown(file)
    ? chunks(file)
    : chunks(file.split('\n').join('\n\n')).map(({ text, line }) => ({
        text,
        line: (line + 1) / 2,
        to: (line + 1) / 2,
      }));
  return found.flatMap(chunk =>
    plain(chunk.text)
      .split(/(?<=[a-z)]\.)(?<!Pvt\.)\s*(?=[A-Z])/)
      .map(text => ({ ...chunk, text })),
  );
}

describe(`the passages of the seed policies${skipped}`, () => {
  for (const name of files) {
    const file = readFileSync(join(folder, name), 'utf8');
    const policy = isMarkdown(file) ? 'policy.md' : 'policy.txt';

    it(`are every sentence and bullet of ${name} with its lines, in order`, async () => {
      const passages = await passagesOf(policy, file);
      const want = expected(file);
      expect(want.length).toBeGreaterThan(40);
      expect(passages.map(({ text, at }) => ({ text, ...at }))).toEqual(want);
    });

    it(`stand under the heading above them in ${name}`, async () => {
      const lines = file.split('\n').map(line => /^(?:#+|\d+\.) (.+)/.exec(line.trim())?.[1] ?? null);
      for (const { heading, at } of await passagesOf(policy, file)) {
        const line = 'line' in at ? at.line : 0;
        expect(heading.at(-1) ?? null).toBe(lines.slice(0, line).findLast(text => text !== null) ?? null);
      }
    });
  }
  it.skipIf(files.length > 0)('need ../shared/seeds', () => undefined);
});
