// Every real questionnaire in Word or PDF, filled in all its slots with answers that can be told apart: each stands
// at its question, nothing else differs by our receipt and by a checker that shares no code with us, and other
// programs (LibreOffice, Poppler) open the result and show every answer.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultLimits } from '../../documents/limits.ts';
import { analysePdf } from '../../documents/pdf/analyse.ts';
import type { Word } from '../../documents/pdf/page-content.ts';
import { readDocument } from '../../documents/registry.ts';
import { type CorpusFile, corpusFiles, noCorpus } from '../support/corpus.ts';
import { type FilledFile, fillEverySlot, textPlaceAt, textPlaces } from '../support/fill-corpus.ts';
import { checkIndependently } from '../support/independent-check.ts';
import { hasLibreOffice, textsByLibreOffice } from '../support/libre-office.ts';
import { must } from '../support/read-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'vouch-texts-'));
const pathOf = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const words = corpusFiles('questionnaires', /\.docx$/);
const pages = corpusFiles('questionnaires', /\.pdf$/);
if (words.length + pages.length === 0) test.skip(noCorpus, () => {});

/** Fills the files before the tests; those without a slot are left out. */
function filledFiles(files: readonly CorpusFile[]): Map<string, FilledFile> {
  const filled = new Map<string, FilledFile>();
  beforeAll(async () => {
    for (const { name, bytes } of files) {
      const file = await fillEverySlot(bytes(), name);
      if (file.entries.length === 0) continue;
      filled.set(name, file);
      writeFileSync(pathOf(name), file.bytes);
    }
  });
  return filled;
}

/** Answers that stand once in a text, among those that can be told apart. */
const told = ({ receipt }: FilledFile) =>
  receipt.written.map(({ value }) => value).filter(value => /^Answer \d+\.$/.test(value));

describe.skipIf(words.length === 0)('every Word questionnaire of the corpus', () => {
  const filled = filledFiles(words);

  test('takes an answer in every slot, in the main part alone', () => {
    expect(filled.size).toBeGreaterThan(0);
    for (const { receipt, entries } of filled.values()) {
      expect(receipt.refused).toEqual([]);
      expect(receipt.written).toHaveLength(entries.length);
      expect(receipt.after).toEqual(receipt.before);
      expect(receipt.partsChanged.map(({ name }) => name)).toEqual(['word/document.xml']);
    }
  });

  test('gives each answer back at its place and nowhere else', async () => {
    for (const [name, { bytes, document, entries }] of filled) {
      const again = must(await readDocument(bytes, name));
      const whole = textPlaces(again)
        .map(({ text }) => text)
        .join('\n');
      for (const { at, role, value, option } of entries) {
        const was = textPlaceAt(document, at);
        const now = textPlaceAt(again, at);
        const field = 'field' in at ? at.field : undefined;
        if (role !== 'mark') expect(now?.text, `${name} ${JSON.stringify(at)}`).toContain(value);
        else if (field !== undefined) {
          const boxes = (place: typeof now) =>
            (place?.fields ?? []).filter(({ kind }) => kind === 'checkbox');
          const own = boxes(was).findIndex(({ index }) => index === field);
          expect(boxes(now)[own], `${name} ${option}`).toMatchObject({ checked: true });
        }
        if (role === 'text') expect(whole.split(value), value).toHaveLength(2);
      }
    }
  });

  test('by an independent comparison, only the text of the document differs', context => {
    const pairs = words.filter(({ name }) => filled.has(name));
    const said = checkIndependently(pairs.map(({ name, path }) => [path, pathOf(name)]));
    if (!said) return context.skip('needs python3 and ../shared/eval/ooxml_same.py');
    expect(said).toEqual(pairs.map(() => null));
  });

  test('LibreOffice converts every filled document and shows the answers', { timeout: 300_000 }, context => {
    if (!hasLibreOffice()) return context.skip('needs LibreOffice (soffice)');
    const shown = textsByLibreOffice([...filled.keys()].map(pathOf));
    for (const [name, file] of filled) {
      const text = shown.get(pathOf(name)) ?? '';
      expect(
        told(file).filter(value => text.split(value).length !== 2),
        name,
      ).toEqual([]);
    }
  });
});

describe.skipIf(pages.length === 0)('every PDF questionnaire of the corpus', () => {
  const filled = filledFiles(pages);
  const plain = (text: string) => text.replace(/[\s_]+/g, '');

  test('takes an answer in every slot and keeps its own bytes in front', () => {
    expect(filled.size).toBeGreaterThan(0);
    for (const { name, bytes } of pages) {
      const file = filled.get(name);
      if (!file) continue;
      expect(file.receipt.refused).toEqual([]);
      expect(Buffer.compare(file.bytes.subarray(0, bytes().length), bytes())).toBe(0);
    }
  });

  test('each answer stands once, on its page, right after the words that ask for it', async () => {
    for (const [name, { bytes, questions, entries }] of filled) {
      const drawn = (await analysePdf(bytes, defaultLimits)).pages.map(({ page }) => page.words);
      const asks = questions.flatMap(({ text, slots }) => slots.map(() => plain(text)));
      for (const [index, { at, value }] of entries.entries()) {
        const words = drawn['page' in at ? at.page - 1 : -1] ?? [];
        const [answer, ...more] = words.filter(({ text }) => text === value);
        expect(more, `${name} ${value}`).toEqual([]);
        // A reader's word may be a piece of the question, or hold several labels with their blanks.
        const [ask, left] = [asks[index] ?? '', plain(leftOf(words, answer))];
        expect(ask.endsWith(left) || left.includes(ask), `${name} ${value}: ${left}`).toBe(true);
      }
    }
  });

  test('Poppler reads every filled PDF and shows each answer once', context => {
    if (spawnSync('pdftotext', ['-v']).error) return context.skip('needs Poppler (pdftotext)');
    for (const [name, file] of filled) {
      const { stdout } = spawnSync('pdftotext', ['-layout', pathOf(name), '-'], { encoding: 'utf8' });
      const lost = told(file).filter(value => stdout.split(value).length !== 2);
      expect(lost, name).toEqual([]);
    }
  });
});

/** The nearest word on the same row to the left, blanks aside. */
function leftOf(words: readonly Word[], one: Word | undefined): string {
  const row = words.filter(
    ({ text, x, y }) => one && x < one.x && Math.abs(y - one.y) < 7 && /[^_\s]/.test(text),
  );
  return row.sort((a, b) => b.right - a.right)[0]?.text ?? 'nothing';
}
