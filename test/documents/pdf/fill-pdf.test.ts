import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFName, StandardFonts } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import type { FillEntry } from '../../../contract/fill.ts';
import type { Block } from '../../../contract/source-document.ts';
import { findQuestions } from '../../../documents/find/find-questions.ts';
import { defaultLimits } from '../../../documents/limits.ts';
import { analysePdf } from '../../../documents/pdf/analyse.ts';
import { readDocument } from '../../../documents/registry.ts';
import { buildPdf, type PdfPen } from '../../support/build-pdf.ts';
import { answersFor } from '../../support/fill-corpus.ts';
import { fill, must } from '../../support/read-file.ts';

const name = 'form.pdf';

function fields(blocks: readonly Block[]) {
  return blocks.flatMap(block =>
    block.kind === 'table' ? block.grid.cells.flatMap(cell => cell.fields ?? []) : block.fields,
  );
}

function words(blocks: readonly Block[]): string {
  return blocks
    .map(block => (block.kind === 'table' ? block.grid.cells.map(cell => cell.text).join('|') : block.text))
    .join('\n');
}

async function filled(draw: (pen: PdfPen) => void, entries: FillEntry[], objectStreams = false) {
  const original = await buildPdf(draw, { objectStreams });
  const { bytes, receipt } = await fill(original, entries, name);
  expect(Buffer.from(bytes.subarray(0, original.length)).equals(Buffer.from(original))).toBe(true);
  const { blocks } = must(await readDocument(bytes, name));
  return { bytes, receipt, blocks };
}

const form = (pen: PdfPen) => {
  pen.text('Company', 60, 100);
  pen.form.createTextField('company').addToPage(pen.page, { x: 160, y: 842 - 105, width: 200, height: 18 });
  pen.text('Status', 60, 150);
  const list = pen.form.createDropdown('status');
  list.setOptions(['Fully met', 'Not met']);
  list.addToPage(pen.page, { x: 160, y: 842 - 155, width: 120, height: 18 });
  pen.text('Encrypted', 80, 200);
  pen.form.createCheckBox('encrypted').addToPage(pen.page, { x: 60, y: 842 - 202, width: 12, height: 12 });
  pen.text('Yes', 82, 250);
  pen.text('No', 142, 250);
  const group = pen.form.createRadioGroup('mfa');
  group.addOptionToPage('a', pen.page, { x: 65, y: 842 - 252, width: 12, height: 12 });
  group.addOptionToPage('b', pen.page, { x: 125, y: 842 - 252, width: 12, height: 12 });
};

const at = (field: string): FillEntry['at'] => ({ page: 1, line: 1, field });

describe('form fields', () => {
  const entries: FillEntry[] = [
    { at: at('company'), role: 'text', value: 'Acme “Nord” & Söhne' },
    { at: at('status'), role: 'choice', value: 'fully met' },
    { at: at('encrypted'), role: 'mark', value: 'x' },
    { at: at('mfa'), role: 'mark', value: 'x', option: 'No' },
  ];

  test.each([false, true])(
    'all kinds are set and read back; the original bytes stay (object streams: %s)',
    async streams => {
      const { blocks, receipt, bytes } = await filled(form, entries, streams);
      expect(receipt.refused).toEqual([]);
      expect(receipt.partsChanged).toEqual([{ name, cells: 4, outsideUnchanged: true }]);
      expect(fields(blocks).map(field => [field.name, field.option ?? field.value, field.checked])).toEqual([
        ['company', 'Acme “Nord” & Söhne', undefined],
        ['status', 'Fully met', undefined],
        ['encrypted', 'Encrypted', true],
        ['mfa', 'Yes', false],
        ['mfa', 'No', true],
      ]);
      // Another library opens the updated file and finds the values and an appearance.
      const again = (await PDFDocument.load(bytes)).getForm();
      expect(again.getTextField('company').getText()).toBe('Acme “Nord” & Söhne');
      expect(again.getRadioGroup('mfa').getSelected()).toBe('b');
      expect(again.getTextField('company').acroField.getWidgets()[0]?.dict.has(PDFName.of('AP'))).toBe(true);
    },
  );

  test('letters the standard font lacks are stored, and the viewer is told to draw them', async () => {
    const { blocks, bytes } = await filled(form, [
      { at: at('company'), role: 'text', value: '株式会社アクメ' },
    ]);
    expect(fields(blocks)[0]?.value).toBe('株式会社アクメ');
    const { acroForm } = (await PDFDocument.load(bytes)).getForm();
    expect(String(acroForm.dict.get(PDFName.of('NeedAppearances')))).toBe('true');
  });

  test('what the form does not have or offer is refused, the rest is written', async () => {
    const { receipt } = await filled(form, [
      { at: at('nobody'), role: 'text', value: 'x' },
      { at: at('status'), role: 'choice', value: 'Perhaps' },
      { at: at('mfa'), role: 'mark', value: 'x', option: 'Sometimes' },
      { at: at('company'), role: 'text', value: 'Acme' },
    ]);
    expect(receipt.refused.map(one => one.code)).toEqual(['no-such-place', 'not-an-option', 'not-an-option']);
    expect(receipt.written).toHaveLength(1);
  });

  test('a longer text than the field takes, and a locked field, are refused', async () => {
    const { receipt } = await filled(
      pen => {
        const short = pen.form.createTextField('short');
        short.setMaxLength(5);
        short.addToPage(pen.page, { x: 60, y: 700, width: 100, height: 18 });
        const fixed = pen.form.createTextField('fixed');
        fixed.enableReadOnly();
        fixed.addToPage(pen.page, { x: 60, y: 600, width: 100, height: 18 });
      },
      [
        { at: at('short'), role: 'text', value: 'far too long' },
        { at: at('fixed'), role: 'text', value: 'x' },
      ],
    );
    expect(receipt.refused.map(one => one.code)).toEqual(['too-long', 'locked']);
  });
});

describe('pages without fields', () => {
  test('an answer goes onto the blank, into the empty cell and beside the question', async () => {
    const { blocks, receipt } = await filled(
      pen => {
        pen.text('Name: ________________________', 60, 80);
        pen.text('Is MFA required?', 60, 120);
        pen.table(
          [
            ['Question', 'Answer'],
            ['Is data encrypted?', ''],
          ],
          60,
          200,
          [300, 160],
        );
      },
      [
        { at: { page: 1, line: 1 }, role: 'text', value: 'Jo Doe' },
        { at: { page: 1, line: 2 }, role: 'choice', value: 'Yes' },
        { at: { page: 1, line: 2 }, role: 'text', value: 'For every account.' },
        { at: { page: 1, line: 4 }, role: 'text', value: 'AES-256' },
      ],
    );
    expect(receipt.refused).toEqual([]);
    expect(receipt.written).toHaveLength(4);
    const text = words(blocks);
    expect(text).toContain('Jo Doe');
    expect(text).toMatch(/Is MFA required\?\s*Yes\. For every account\./);
    expect(text).toContain('Is data encrypted?|AES-256');
  });

  test('ticks, answers and comments each stand under their own column, however narrow', async () => {
    const original = await buildPdf(pen =>
      pen.table(
        [
          ['No.', 'Question', 'Yes', 'No', 'Answer', 'Remarks'],
          ['1', 'Is data encrypted?', '', '', '', ''],
          ['2', 'Are backups tested?', '', '', '', ''],
        ],
        40,
        100,
        [30, 180, 24, 20, 100, 140],
      ),
    );
    const { questions } = findQuestions(must(await readDocument(original, name)));
    const entries = answersFor(questions);
    expect(entries).toHaveLength(8);
    const { bytes, receipt } = await fill(original, entries, name);
    expect(receipt.refused).toEqual([]);
    const { blocks } = must(await readDocument(bytes, name));
    expect(words(blocks).split('|').slice(6)).toEqual([
      ...['1', 'Is data encrypted?', 'X', 'X', 'Answer 3.', 'Answer 4.'],
      ...['2', 'Are backups tested?', 'X', 'X', 'Answer 7.', 'Answer 8.'],
    ]);
  });

  test('boxes in letters the standard fonts lack are ticked, each at its option', async () => {
    // Written by LibreOffice from a form of ours: three questions, each with ☐ Yes ☐ No ☐ Partly and a comment.
    const original = readFileSync(join(import.meta.dirname, '../../fixtures/documents/boxes.pdf'));
    const { questions } = findQuestions(must(await readDocument(original, name)));
    const entries = answersFor(questions).filter(({ option }) => option !== 'Yes' && option !== 'Partly');
    expect(entries.map(({ role, option }) => option ?? role)).toEqual([
      'No',
      'text',
      'No',
      'text',
      'No',
      'text',
    ]);
    const { bytes, receipt } = await fill(original, entries, name);
    expect(receipt.refused).toEqual([]);
    const drawn = (await analysePdf(bytes, defaultLimits)).pages[0]?.page.words ?? [];
    const ticks = drawn.filter(({ text }) => text === 'X');
    expect(ticks).toHaveLength(3);
    for (const tick of ticks) {
      const right = drawn.filter(({ x, y }) => x > tick.right && Math.abs(y - tick.y) < 4);
      expect(right.sort((a, b) => a.x - b.x)[0]?.text).toMatch(/^No/);
    }
  });

  test.each(['mark', 'choice'] as const)('the tick goes onto the box of its option (%s)', async role => {
    const { bytes } = await filled(
      pen => pen.text('Encrypted?   [ ] Yes   [ ] No', 60, 100),
      [{ at: { page: 1, line: 1 }, role, value: role === 'mark' ? 'x' : 'No', option: 'No' }],
    );
    const { pages } = await analysePdf(bytes, defaultLimits);
    const tick = pages[0]?.page.words.find(word => word.text === 'X');
    const font = await (await PDFDocument.create()).embedFont(StandardFonts.Helvetica);
    const box = 60 + font.widthOfTextAtSize('Encrypted?   [ ] Yes   ', 11);
    expect(tick?.x).toBeGreaterThan(box);
    expect(tick?.x).toBeLessThan(box + font.widthOfTextAtSize('[ ]', 11));
  });

  test('where there is no room the entry is refused and named for the response document', async () => {
    const { receipt } = await filled(
      pen => {
        for (let row = 0; row < 4; row++)
          pen.text(
            `Question ${row + 1} asks whether something rather long is true of you?`,
            60,
            100 + row * 13,
          );
      },
      [{ at: { page: 1, line: 2 }, role: 'text', value: 'An answer of many words. '.repeat(12) }],
    );
    expect(receipt.refused.map(one => one.code)).toEqual(['no-room']);
    expect(receipt.partsUnchanged).toEqual([name]);
  });

  test('a turned page takes its text the way a person reads it', async () => {
    const { blocks } = await filled(
      pen => {
        pen.page.setRotation({ type: 'degrees', angle: 90 } as never);
        pen.page.drawText('Is MFA required?', {
          x: 100,
          y: 100,
          size: 11,
          rotate: { type: 'degrees', angle: 90 } as never,
        });
      },
      [{ at: { page: 1, line: 1 }, role: 'text', value: 'Yes' }],
    );
    expect(words(blocks)).toMatch(/Is MFA required\?\s*Yes/);
  });
});

test('a PDF whose owner forbids changes comes back as it was, every answer refused with what to do', async () => {
  const original = readFileSync(join(import.meta.dirname, '../../fixtures/documents/restricted.pdf'));
  const { bytes, receipt } = await fill(
    original,
    [{ at: { page: 1, line: 1 }, role: 'text', value: 'Ja' }],
    name,
  );
  expect(Buffer.from(bytes).equals(original)).toBe(true);
  expect(receipt).toMatchObject({ holds: true, written: [], partsUnchanged: [name] });
  expect(receipt.refused).toMatchObject([{ code: 'protected', value: 'Ja' }]);
});
