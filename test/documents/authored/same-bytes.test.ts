import { afterEach, expect, test, vi } from 'vitest';
import type { Response } from '../../../documents/authored/response.ts';
import { writeResponse } from '../../../documents/authored/write-response.ts';
import { writeResponsePdf } from '../../../documents/authored/write-response-pdf.ts';
import { writeWorkbook } from '../../../documents/authored/write-workbook.ts';

const response: Response = {
  title: 'Answers',
  facts: [{ label: 'Customer', value: 'Acme' }],
  unanswered: 'Not answered.',
  items: [
    {
      ref: '1',
      section: 'Access',
      question: 'Is MFA required?',
      choice: 'Yes',
      answer: 'Always.',
      sources: [],
    },
  ],
};

afterEach(() => {
  vi.useRealTimers();
});

// Zip headers count in steps of two seconds: two writings in a row agree by luck unless the clock is moved.
test.each<[string, () => Promise<Uint8Array | null>]>([
  ['workbook', () => writeWorkbook([{ name: 'S', columns: ['a'], rows: [['1']] }])],
  ['Word response', () => writeResponse(response)],
  ['PDF response', () => writeResponsePdf(response)],
])('the same answers make the same %s in another year', async (_, write) => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T10:00:00Z') });
  const first = await write();
  vi.setSystemTime(new Date('2031-07-09T23:59:58Z'));
  const second = await write();
  expect(first?.length).toBeGreaterThan(500);
  expect(Buffer.from(first ?? []).equals(Buffer.from(second ?? []))).toBe(true);
});
