// Every real questionnaire, filled in all its slots: nothing but the answers differs, by our receipt, by a checker
// that shares no code with us, and by LibreOffice's reading.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readDocument } from '../../documents/registry.ts';
import { corpusFiles, noCorpus } from '../support/corpus.ts';
import { type FilledFile, fillEverySlot, fillTwentyCells, textAt } from '../support/fill-corpus.ts';
import { checkIndependently } from '../support/independent-check.ts';
import { hasLibreOffice, sheetsByLibreOffice } from '../support/libre-office.ts';
import { must } from '../support/read-file.ts';

const files = corpusFiles('questionnaires', /\.(xlsx|xlsm|csv)$/);
const folder = mkdtempSync(join(tmpdir(), 'vouch-corpus-'));
const filled = new Map<string, FilledFile>();
const pathOf = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

if (files.length === 0) test.skip(noCorpus, () => {});

describe.skipIf(files.length === 0)('every questionnaire of the corpus', () => {
  test.each(files)(
    '$name takes an answer in every slot and gives each back at its place',
    async ({ name, bytes }) => {
      const found = await fillEverySlot(bytes(), name);
      // A file without questions still shows that macros, charts and controls survive.
      const file = found.entries.length > 0 ? found : await fillTwentyCells(bytes(), name);
      filled.set(name, file);
      writeFileSync(pathOf(name), file.bytes);
      const { receipt, entries } = file;
      if (found.entries.length > 0) expect(receipt.refused).toEqual([]);
      expect(receipt.holds).toBe(true);
      expect(receipt.written.length + receipt.refused.length).toBe(entries.length);
      expect(receipt.after).toEqual(receipt.before);
      expect(
        receipt.partsChanged.every(
          ({ name: part }) => part === name || /^xl\/worksheets\/[^/]+\.xml$/.test(part),
        ),
      ).toBe(true);
      const again = must(await readDocument(file.bytes, name));
      expect(receipt.written.map(({ at }) => textAt(again, at))).toEqual(
        receipt.written.map(({ value }) => value),
      );
    },
  );

  test('by an independent comparison, only answer cells differ', context => {
    const workbooks = files.filter(({ name }) => /\.xls[xm]$/.test(name) && filled.has(name));
    const said = checkIndependently(workbooks.map(({ name, path }) => [path, pathOf(name)]));
    if (!said) return context.skip('needs python3 and ../shared/eval/ooxml_same.py');
    expect(said).toEqual(workbooks.map(() => null));
  });

  test('LibreOffice opens every filled workbook and shows the answers', { timeout: 300_000 }, context => {
    if (!hasLibreOffice()) return context.skip('needs LibreOffice (soffice)');
    const workbooks = [...filled].filter(([name]) => /\.xls[xm]$/.test(name));
    const shown = sheetsByLibreOffice(workbooks.map(([name]) => pathOf(name)));
    for (const [name, { receipt }] of workbooks) {
      const text = shown.get(pathOf(name)) ?? '';
      const lost = receipt.written.filter(({ value }) => !text.includes(value.replaceAll('"', '""')));
      expect(lost, name).toEqual([]);
      expect(text.length, name).toBeGreaterThan(0);
    }
  });
});
