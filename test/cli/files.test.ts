import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { policyFiles, readFile } from '../../cli/files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vouch-policies-'));
});

it('walks a folder in name order for documents, without hidden files and read-mes', () => {
  mkdirSync(join(folder, 'sub'));
  for (const name of ['b.md', 'a.txt', 'README.md', '.hidden.md', 'photo.png', 'sub/c.pdf'])
    writeFileSync(join(folder, name), '');
  const found = policyFiles([`acme=${folder}`]);
  expect(found.map(file => [file.scope, file.name])).toEqual([
    ['acme', 'a.txt'],
    ['acme', 'b.md'],
    ['acme', 'sub/c.pdf'],
  ]);
});

it('takes a single file whatever its ending, because content decides', () => {
  writeFileSync(join(folder, 'policy.data'), '');
  expect(policyFiles([join(folder, 'policy.data')])).toMatchObject([{ scope: null, name: 'policy.data' }]);
});

it('says what is missing', () => {
  expect(() => policyFiles([join(folder, 'nowhere')])).toThrow('there is no such file or folder');
  expect(() => policyFiles([folder])).toThrow('There are no policies (Markdown, text, DOCX, PDF)');
  expect(() => readFile(join(folder, 'none.xlsx'))).toThrow('there is no such file');
  expect(() => readFile(folder)).toThrow('it is a folder');
});
