import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { defaultLimits, startBudget } from '../../../documents/limits.ts';
import { openZip, type Zip } from '../../../documents/zip/open.ts';
import { rewriteZip } from '../../../documents/zip/rewrite.ts';
import { makeZip } from '../../support/make-zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const open = (zip: Uint8Array) => openZip(zip, startBudget(defaultLimits));

function contents(zip: Zip): Record<string, string> {
  return Object.fromEntries(
    zip.entries.map(entry => [entry.name, new TextDecoder().decode(zip.read(entry))]),
  );
}

function replace(zip: Zip, name: string, text: string): Uint8Array {
  const entry = zip.find(name);
  if (!entry) throw new Error(name);
  return rewriteZip(zip, new Map([[entry, bytes(text)]]));
}

test('replacing nothing gives the same bytes', () => {
  const original = zipSync(
    { a: bytes('one'), 'b/c': [bytes('two'), { level: 0, comment: 'kept' }] },
    { comment: 'archive' },
  );
  expect(Buffer.compare(rewriteZip(open(original), new Map()), original)).toBe(0);
});

test('one part changes and the others keep their packed bytes, headers, comments and order', () => {
  const original = makeZip(
    [
      { name: 'first', data: bytes('aaaa'.repeat(50)), extra: [0x99, 0x99, 2, 0, 7, 7], comment: 'note' },
      { name: 'second', data: bytes('bbbb'), descriptor: true },
      { name: 'third', data: bytes('cccc'.repeat(50)), descriptor: true },
    ],
    { comment: 'whole', gap: 5 },
  );
  const filled = open(replace(open(original), 'second', 'B'.repeat(500)));
  const before = open(original);
  expect(contents(filled)).toEqual({ ...contents(before), second: 'B'.repeat(500) });
  for (const name of ['first', 'third']) {
    const [a, b] = [before.find(name), filled.find(name)];
    if (!a || !b) throw new Error(name);
    const span = (zip: Zip, { header, data }: typeof a, extra: number) =>
      Buffer.from(zip.bytes.subarray(header.start, data.end + extra)).toString('hex');
    // Descriptor included: 16 bytes after the data of `third`.
    expect(span(filled, b, name === 'third' ? 16 : 0)).toBe(span(before, a, name === 'third' ? 16 : 0));
    expect(Buffer.from(filled.bytes.subarray(b.central.start, b.central.start + 42)).toString('hex')).toBe(
      Buffer.from(before.bytes.subarray(a.central.start, a.central.start + 42)).toString('hex'),
    );
  }
  expect(Buffer.from(filled.bytes).toString('latin1')).toContain('note');
  expect(Buffer.from(filled.bytes.subarray(-5)).toString()).toBe('whole');
});

test('zip64 packages are read, and stay consistent after a rewrite', () => {
  const original = makeZip(
    [
      { name: 'big', data: bytes('x'.repeat(300)), zip64: true },
      { name: 'small', data: bytes('y') },
    ],
    { zip64: true },
  );
  const before = open(original);
  expect(contents(before)).toEqual({ big: 'x'.repeat(300), small: 'y' });
  const grown = open(replace(before, 'small', 'z'.repeat(1000)));
  expect(contents(grown)).toEqual({ big: 'x'.repeat(300), small: 'z'.repeat(1000) });
  expect(contents(open(replace(before, 'big', 'w')))).toEqual({ big: 'w', small: 'y' });
});

test('bytes before the archive, which offsets do not count, stay where they are', () => {
  const inner = zipSync({ a: bytes('one'), b: bytes('two') });
  const original = new Uint8Array([...bytes('#!stub\n'), ...inner]);
  const filled = open(replace(open(original), 'a', 'longer than before'));
  expect(contents(filled)).toEqual({ a: 'longer than before', b: 'two' });
  expect(Buffer.from(filled.bytes.subarray(0, 7)).toString()).toBe('#!stub\n');
});
