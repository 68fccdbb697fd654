// Some hundred odd Word documents from other projects' test suites: each ends with a document or a message, and
// where it reads, twenty paragraphs or cells drawn by a seed are written to and nothing else changes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findQuestions } from '../../documents/find/find-questions.ts';
import { readDocument } from '../../documents/registry.ts';
import { corpusFiles, noCorpus } from '../support/corpus.ts';
import { type FilledFile, fillTwentyTexts, textPlaceAt } from '../support/fill-corpus.ts';
import { checkIndependently } from '../support/independent-check.ts';
import { hasLibreOffice, textsByLibreOffice } from '../support/libre-office.ts';
import { must } from '../support/read-file.ts';

const files = corpusFiles('odd', /\.doc[xm]$/);
const folder = mkdtempSync(join(tmpdir(), 'vouch-odd-texts-'));
const filled = new Map<string, FilledFile>();
// LibreOffice names its results by stem, so no two files may share one.
const pathOf = (name: string) => join(folder, name.replaceAll(/[^\w.-]/g, '-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

if (files.length === 0) test.skip(noCorpus, () => {});

describe.skipIf(files.length === 0)('every odd document', () => {
  test.each(files)('$name ends with a message, or is filled and reads back', async ({ name, bytes }) => {
    const outcome = await readDocument(bytes(), name);
    if (!outcome.ok) {
      expect(['file-encrypted', 'file-unreadable', 'file-unsupported']).toContain(outcome.error.code);
      expect(outcome.error.text.length).toBeGreaterThan(40);
      return;
    }
    expect(() => findQuestions(outcome.value)).not.toThrow();
    const file = await fillTwentyTexts(bytes(), name);
    filled.set(name, file);
    writeFileSync(pathOf(name), file.bytes);
    expect(file.receipt.holds).toBe(true);
    expect(file.receipt.refused.filter(({ code }) => code !== 'locked')).toEqual([]);
    const again = must(await readDocument(file.bytes, name));
    for (const { at, value } of file.receipt.written)
      expect(textPlaceAt(again, at)?.text, JSON.stringify(at)).toContain(value);
  });

  test('by an independent comparison, only text differs', { timeout: 300_000 }, context => {
    const pairs = files.filter(({ name }) => (filled.get(name)?.receipt.written.length ?? 0) > 0);
    const said = checkIndependently(pairs.map(({ name, path }) => [path, pathOf(name)]));
    if (!said) return context.skip('needs python3 and ../shared/eval/ooxml_same.py');
    expect(pairs.filter((_, index) => said[index] !== null).map(({ name }) => name)).toEqual([]);
  });

  test('LibreOffice reads every drawn place back', { timeout: 300_000 }, context => {
    if (!hasLibreOffice()) return context.skip('needs LibreOffice (soffice)');
    const shown = textsByLibreOffice([...filled.keys()].map(pathOf));
    const missing: string[] = [];
    for (const [name, { receipt }] of filled) {
      const text = shown.get(pathOf(name));
      if (text === undefined) continue;
      const lost = receipt.written.filter(({ value }) => !text.includes(value));
      if (lost.length > 0) missing.push(`${name}: ${lost.length} of ${receipt.written.length}`);
    }
    expect(missing).toEqual([]);
    // What it does not convert filled, it does not convert as it came either.
    const originals = files.filter(({ name }) => filled.has(name) && !shown.has(pathOf(name)));
    expect(originals.length).toBeLessThan(3);
    const paths = originals.map(({ path }) => path);
    expect([...(paths.length > 0 ? textsByLibreOffice(paths) : new Map()).keys()]).toEqual([]);
  });
});
