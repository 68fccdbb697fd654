import { expect, test } from 'vitest';
import { AppError } from '../../../contract/outcome.ts';
import { defaultLimits, type Limits, startBudget } from '../../../documents/limits.ts';
import { openZip } from '../../../documents/zip/open.ts';
import { makeZip } from '../../support/make-zip.ts';

function failure(zip: Uint8Array, limits: Partial<Limits> = {}): AppError {
  try {
    const opened = openZip(zip, startBudget({ ...defaultLimits, ...limits }));
    for (const entry of opened.entries) opened.read(entry);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('It opened');
}

const zeros = (count: number) => new Uint8Array(count);

test('each bound on a package ends as a failure that names it', () => {
  const two = makeZip([
    { name: 'a', data: zeros(1000) },
    { name: 'b', data: zeros(1000) },
  ]);
  const bound = (limits: Partial<Limits>) => failure(two, limits).params.bound;
  expect(bound({ parts: 1 })).toBe('parts');
  expect(bound({ partBytes: 999 })).toBe('partBytes');
  expect(bound({ inflatedBytes: 1999 })).toBe('inflatedBytes');
  expect(bound({ ratio: 10, ratioFloor: 500 })).toBe('ratio');
  expect(failure(two, { parts: 1 }).code).toBe('file-too-large');
});

test('a part larger than it states is stopped at its stated size', () => {
  const error = failure(makeZip([{ name: 'bomb', data: zeros(5_000_000), statedSize: 100 }]));
  expect([error.code, error.params.why]).toEqual(['file-unreadable', 'it is larger than it states']);
});

test('parts that share packed bytes are refused', () => {
  const zip = makeZip([
    { name: 'a', data: zeros(10) },
    { name: 'b', data: zeros(10) },
  ]);
  const view = Buffer.from(zip.buffer);
  // Points the second record at the first part.
  view.writeUInt32LE(0, zip.length - 22 - 47 + 42);
  expect(failure(zip).params.why).toContain('overlap');
});

test('flipped bits, missing ends, passwords and foreign methods each have their words', () => {
  const flipped = makeZip([{ name: 'a', data: zeros(10), method: 0 }]);
  flipped[35] = 1;
  expect(failure(flipped).params.why).toContain('checksum');
  const whole = makeZip([{ name: 'a', data: zeros(100) }]);
  expect(failure(whole.subarray(0, whole.length - 30)).code).toBe('file-unreadable');
  expect(failure(makeZip([{ name: 'a', data: zeros(10), flags: 1 }])).code).toBe('file-encrypted');
  expect(failure(makeZip([{ name: 'a', data: zeros(10), method: 9 }])).params.why).toContain('method 9');
});
