import { expect, test } from 'vitest';
import type { Response } from '../../../documents/authored/response.ts';
import { wrapText } from '../../../documents/authored/wrap-text.ts';
import { writeResponse } from '../../../documents/authored/write-response.ts';
import { writeResponsePdf } from '../../../documents/authored/write-response-pdf.ts';
import { readQuietly } from '../../support/read-file.ts';

const response: Response = {
  title: 'Answers to vendor.pdf',
  facts: [{ label: 'Customer', value: 'Acme & Sons' }],
  unanswered: 'Not answered.',
  items: [
    {
      ref: '1.1',
      section: 'Access',
      question: 'Is MFA required?',
      choice: 'Yes',
      answer: 'All accounts need it.\nNo exceptions.',
      sources: [{ document: 'policy.md', section: 'Access', place: 'line 9', quote: 'MFA is required.' }],
    },
    {
      ref: null,
      section: 'Backups',
      question: 'Where are backups kept?',
      choice: null,
      answer: '',
      sources: [],
    },
  ],
};

async function wordsOf(bytes: Uint8Array, name: string): Promise<string> {
  const { blocks } = await readQuietly(bytes, name);
  return blocks
    .map(block => (block.kind === 'table' ? block.grid.cells.map(cell => cell.text).join('\n') : block.text))
    .join('\n');
}

test('the Word response keeps sections, numbers, answers and sources, and says what is not answered', async () => {
  const words = await wordsOf(await writeResponse(response), 'response.docx');
  expect(words).toContain('1.1\tIs MFA required?\nYes\nAll accounts need it.\nNo exceptions.');
  expect(words).toContain('Source: policy.md, Access, line 9 — “MFA is required.”');
  expect(words).toMatch(/Access\n[\s\S]*Backups\nWhere are backups kept\?\nNot answered\./);
});

test('the PDF response says the same', async () => {
  const bytes = await writeResponsePdf(response);
  const words = await wordsOf(bytes ?? new Uint8Array(), 'response.pdf');
  for (const piece of ['Access', 'Is MFA required?', 'All accounts need it.', 'Backups', 'Not answered.'])
    expect(words).toContain(piece);
});

test('letters the standard fonts lack give no PDF rather than a wrong one', async () => {
  const [first] = response.items;
  if (!first) throw new Error('no item');
  expect(await writeResponsePdf({ ...response, items: [{ ...first, answer: '暗号化' }] })).toBeNull();
  expect(
    await wordsOf(await writeResponse({ ...response, items: [{ ...first, answer: '暗号化' }] }), 'r.docx'),
  ).toContain('暗号化');
});

test('text is wrapped at words, and longer words are cut', () => {
  expect(wrapText('one two three', 7, piece => piece.length)).toEqual(['one two', 'three']);
  expect(wrapText('abcdefghij\nx', 4, piece => piece.length)).toEqual(['abcd', 'efgh', 'ij', 'x']);
});
