import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { properName, readDocument } from '../../documents/registry.ts';
import { oneSheet } from '../support/make-package.ts';

const compound = (...streams: string[]) => {
  const head = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return new Uint8Array(
    Buffer.concat([head, Buffer.alloc(504), ...streams.map(name => Buffer.from(`${name}\0`, 'utf16le'))]),
  );
};
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map(name => [name, strToU8('x')])));

test.each([
  ['empty.xlsx', new Uint8Array(), 'file-unreadable', 'is empty'],
  ['old.xls', compound('Workbook'), 'file-unsupported', 'Excel Workbook (.xlsx)'],
  ['old.doc', compound('WordDocument'), 'file-unsupported', 'Word Document (.docx)'],
  ['embeds.xls', compound('WordDocument', 'Workbook'), 'file-unsupported', '(.xls)'],
  ['secret.xlsx', compound('EncryptionInfo', 'EncryptedPackage'), 'file-encrypted', 'remove the password'],
  ['slides.pptx', zip('ppt/presentation.xml'), 'file-unsupported', 'PDF'],
  ['binary.xlsb', zip('xl/workbook.bin'), 'file-unsupported', '(.xlsb)'],
  ['sheet.ods', zip('mimetype', 'content.xml'), 'file-unsupported', 'OpenDocument'],
  ['sheet.numbers', zip('Index/Document.iwa'), 'file-unsupported', 'Export To'],
  ['files.zip', zip('a.txt', 'b.txt'), 'file-unsupported', 'Unpack it'],
  [
    'report.xls',
    strToU8('\ufeff<html><table><tr><td>q</td></tr></table></html>'),
    'file-unsupported',
    'web page',
  ],
  ['report.csv', strToU8('<!DOCTYPE html><html></html>'), 'file-unsupported', 'web page'],
  ['letter.doc', strToU8('{\\rtf1 text}'), 'file-unsupported', 'RTF'],
  [
    'old.xml',
    strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    'file-unsupported',
    'Excel 2003',
  ],
  ['scan.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), 'file-unsupported', 'Print it to PDF'],
  [
    'a.docx',
    strToU8('Only words, no document.'),
    'file-unsupported',
    'named like a Word document but holds plain',
  ],
  ['b.pdf', strToU8('Only words.'), 'file-unsupported', 'rename it to end in .txt'],
  [
    'c.xlsx',
    Uint8Array.from([1, 0, 2, 0, 0, 3, 0, 0]),
    'file-unsupported',
    'may be damaged. Ask for it again',
  ],
  ['d.bin', Uint8Array.from([1, 0, 2, 0]), 'file-unsupported', 'It reads'],
  ['noise.csv', Uint8Array.from([1, 0, 2, 0, 0, 3, 0, 0]), 'file-unsupported', 'may be damaged'],
])('%s is refused with what to do', async (name, bytes, code, advice) => {
  const outcome = await readDocument(bytes, name);
  expect(outcome.ok).toBe(false);
  if (outcome.ok) return;
  expect(outcome.error.code).toBe(code);
  expect(outcome.error.text).toContain(advice);
  expect(outcome.error.text).toContain(name);
});

test('a package that was cut off says so', async () => {
  const bytes = oneSheet('<sheetData/>');
  const outcome = await readDocument(bytes.subarray(0, bytes.length / 2), 'cut.xlsx');
  expect(!outcome.ok && outcome.error.code).toBe('file-unreadable');
  expect(!outcome.ok && outcome.error.text).toContain('cut off');
});

test('content wins over the extension', async () => {
  const outcome = await readDocument(oneSheet('<sheetData/>'), 'really-a-workbook.csv');
  expect(outcome.ok && outcome.value.format).toBe('xlsx');
  expect(outcome.messages[0]?.text).toContain('(Excel workbook)');
  expect(properName('xlsx', 'really-a-workbook.csv')).toBe('really-a-workbook.xlsx');
  expect([properName('xlsx', 'macros.xlsm'), properName('pdf', 'form')]).toEqual(['macros.xlsm', 'form.pdf']);
});
