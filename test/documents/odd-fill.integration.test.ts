// Some two hundred odd workbooks from other projects' test suites: each ends with a document or a message, and
// where it reads, twenty cells drawn by a seed are filled and nothing else changes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { startBudget } from '../../documents/limits.ts';
import { readDocument } from '../../documents/registry.ts';
import { decodeXml } from '../../documents/xml/encoding.ts';
import { openZip } from '../../documents/zip/open.ts';
import { corpusFiles, noCorpus } from '../support/corpus.ts';
import { type FilledFile, fillTwentyCells, textAt } from '../support/fill-corpus.ts';
import { checkIndependently } from '../support/independent-check.ts';
import { hasLibreOffice, sheetsByLibreOffice } from '../support/libre-office.ts';
import { must } from '../support/read-file.ts';

const files = corpusFiles('odd', /\.xls[xm]$/);
const folder = mkdtempSync(join(tmpdir(), 'vouch-odd-'));
const filled = new Map<string, FilledFile>();
const pathOf = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a place may rightly refuse; anything else is a fault. */
const fairRefusals = [
  'written-twice',
  'locked',
  'formula',
  'pivot',
  'table-header',
  'not-in-list',
  'too-long',
];

/** It finds sheets under xl/worksheets/ and cells as `<c r="A1"`: not back slashes, prefixes, implied places. */
function checkerSees(file: FilledFile | undefined): boolean {
  if (!file) return false;
  const zip = openZip(file.bytes, startBudget());
  return file.receipt.partsChanged.every(({ name }) => {
    const entry = zip.find(name);
    const text = entry ? decodeXml(zip.read(entry)).text : '';
    const raw = Buffer.from(file.bytes).includes(name);
    return raw && !/<\w+:c[ />]/.test(text) && !/<c(?![^>]*\sr=)[ />]/.test(text);
  });
}

if (files.length === 0) test.skip(noCorpus, () => {});

describe.skipIf(files.length === 0)('every odd workbook', () => {
  test.each(files)('$name ends with a message, or is filled and reads back', async ({ name, bytes }) => {
    const outcome = await readDocument(bytes(), name);
    if (!outcome.ok) {
      expect(['file-encrypted', 'file-unreadable']).toContain(outcome.error.code);
      expect(outcome.error.text.length).toBeGreaterThan(40);
      return;
    }
    const file = await fillTwentyCells(bytes(), name);
    filled.set(name, file);
    writeFileSync(pathOf(name), file.bytes);
    const { receipt } = file;
    expect(receipt.holds).toBe(true);
    expect(receipt.refused.filter(({ code }) => !fairRefusals.includes(code))).toEqual([]);
    expect(receipt.written.length + receipt.refused.length).toBe(file.entries.length);
    const again = must(await readDocument(file.bytes, name));
    expect(receipt.written.map(({ at }) => textAt(again, at))).toEqual(
      receipt.written.map(({ value }) => value),
    );
  });

  test('by an independent comparison, only the drawn cells differ', { timeout: 300_000 }, context => {
    const pairs = files.filter(({ name }) => checkerSees(filled.get(name)));
    expect(filled.size - pairs.length).toBeLessThan(8);
    const said = checkIndependently(pairs.map(({ name, path }) => [path, pathOf(name)]));
    if (!said) return context.skip('needs python3 and ../shared/eval/ooxml_same.py');
    expect(pairs.filter((_, index) => said[index] !== null).map(({ name }) => name)).toEqual([]);
  });

  test('LibreOffice reads every drawn cell back', { timeout: 300_000 }, context => {
    if (!hasLibreOffice()) return context.skip('needs LibreOffice (soffice)');
    const shown = sheetsByLibreOffice([...filled.keys()].map(pathOf));
    const missing: string[] = [];
    const unopened: string[] = [];
    for (const [name, { receipt }] of filled) {
      const text = shown.get(pathOf(name));
      if (text === undefined) unopened.push(name);
      else {
        const lost = receipt.written.filter(({ value }) => !text.includes(value.replaceAll('"', '""')));
        if (lost.length > 0) missing.push(`${name}: ${lost.length} of ${receipt.written.length}`);
      }
    }
    expect(missing).toEqual([]);
    // What it does not open filled, it does not open as it came either.
    const originals = files.filter(({ name }) => unopened.includes(name)).map(({ path }) => path);
    expect([...(originals.length > 0 ? sheetsByLibreOffice(originals) : new Map()).keys()]).toEqual([]);
  });
});
