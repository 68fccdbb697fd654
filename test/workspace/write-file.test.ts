import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { writeFileSafely } from '../../workspace/write-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vouch-write-'));
});

it('makes folders on the way, replaces what was there, and leaves no temporary file', () => {
  const path = join(folder, 'a', 'b.xlsx');
  writeFileSafely(path, new Uint8Array([1]));
  writeFileSafely(path, 'two');
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(readdirSync(join(folder, 'a'))).toEqual(['b.xlsx']);
});

it('never writes over the original, also not through a link', () => {
  const original = join(folder, 'customer.xlsx');
  writeFileSync(original, 'theirs');
  symlinkSync(original, join(folder, 'link.xlsx'));
  for (const target of [original, join(folder, 'link.xlsx'), join(folder, '.', 'customer.xlsx')])
    expect(() => writeFileSafely(target, 'ours', [original])).toThrow('is the original file');
  expect(readFileSync(original, 'utf8')).toBe('theirs');
});

it('leaves the old file whole and no rest when it cannot write', () => {
  const path = join(folder, 'kept.xlsx');
  mkdirSync(path);
  writeFileSync(join(path, 'inside'), 'x');
  expect(() => writeFileSafely(path, 'new')).toThrow(`Cannot write ${path}`);
  expect(existsSync(join(path, 'inside'))).toBe(true);
  expect(readdirSync(folder)).toEqual(['kept.xlsx']);
});

it.skipIf(process.getuid?.() === 0)(
  'says that permission is denied (not as root, who may write anywhere)',
  () => {
    chmodSync(folder, 0o500);
    expect(() => writeFileSafely(join(folder, 'x'), 'y')).toThrow('permission is denied');
  },
);
