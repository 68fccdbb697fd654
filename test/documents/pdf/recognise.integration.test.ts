// Scanned pages, from a picture of a page of ours: words come back marked as recognised, from this machine alone,
// within the time the limits give.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findQuestions } from '../../../documents/find/find-questions.ts';
import { defaultLimits } from '../../../documents/limits.ts';
import { openPdf } from '../../../documents/pdf/open-pdf.ts';
import { readPage } from '../../../documents/pdf/page-content.ts';
import { recognisePages } from '../../../documents/pdf/recognise.ts';
import { fillDocument, readDocument } from '../../../documents/registry.ts';
import { buildPdf } from '../../support/build-pdf.ts';
import { must } from '../../support/read-file.ts';
import { scanPdf } from '../../support/scan-pdf.ts';

const asked = [
  'Is multi-factor authentication required for all employees?',
  'How often are access rights reviewed?',
  'Do you encrypt customer data at rest?',
];
const folder = mkdtempSync(join(tmpdir(), 'vouch-scan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let scan: Uint8Array;

beforeAll(async () => {
  const pages = await buildPdf(pen => {
    pen.text('Vendor security questionnaire', 60, 80, { size: 18, bold: true });
    for (const [index, words] of asked.entries()) pen.text(`1.${index + 1} ${words}`, 60, 130 + index * 40);
    pen.nextPage();
    pen.text('2.1 Are backups tested at least once a year?', 60, 130);
  });
  scan = await scanPdf(pages);
});

describe('a scanned questionnaire', () => {
  test('gives its questions back with their numbers, marked as recognised', async () => {
    const outcome = await readDocument(scan, 'scan.pdf');
    const { blocks } = must(outcome);
    expect(outcome.messages).toMatchObject([{ severity: 'info', code: 'recognised' }]);
    expect(blocks.every(block => block.kind !== 'table' && block.recognised === true)).toBe(true);
    const { questions } = findQuestions(must(outcome));
    expect(questions.map(({ ref, text }) => [ref, text])).toEqual([
      ['1.1', asked[0]],
      ['1.2', asked[1]],
      ['1.3', asked[2]],
      ['2.1', 'Are backups tested at least once a year?'],
    ]);
  });

  test('is not drawn on, because a picture may hold anything; the refusal says where the answer goes', async () => {
    const at = { page: 1, line: 2 };
    const outcome = await fillDocument(scan, 'scan.pdf', [{ at, role: 'text', value: 'Yes.' }]);
    const { bytes, receipt } = must(outcome);
    expect(Buffer.from(bytes).equals(scan)).toBe(true);
    expect(receipt).toMatchObject({ holds: true, written: [], refused: [{ at, code: 'scanned' }] });
    expect(receipt.refused[0]?.reason).toContain('response document');
  });

  test('ends when its time is over, saying which pages are left', async () => {
    const pdf = await openPdf(scan, defaultLimits);
    const pages = [
      await readPage(await pdf.document.getPage(1)),
      await readPage(await pdf.document.getPage(2)),
    ];
    // Starting the recogniser alone takes longer.
    const { recognised, messages } = await recognisePages(pdf, pages, performance.now() + 20);
    await pdf.close();
    expect(recognised.size).toBe(0);
    expect(messages).toMatchObject([{ code: 'not-recognised', at: { page: 1 } }]);
    expect(messages[0]?.text).toContain('Pages 1, 2 are scanned');
  });

  test('keeps the text it has, such as a stamp, and takes it only once', async () => {
    const document = await PDFDocument.load(scan);
    document.getPage(0).drawText('Envelope 4711', { x: 60, y: 800, size: 10 });
    const { blocks } = must(await readDocument(await document.save(), 'stamped.pdf'));
    const text = JSON.stringify(blocks);
    expect(text.split('Envelope 4711')).toHaveLength(2);
    expect(text).toContain(asked[1]);
  });

  test('touches no network, in the main thread or the recognising one', () => {
    const path = join(folder, 'scan.pdf');
    writeFileSync(path, scan);
    const run = spawnSync(
      process.execPath,
      [
        '--require',
        resolve('test/support/no-network.cjs'),
        resolve('bin/vouch.js'),
        'inspect',
        path,
        '--json',
      ],
      { encoding: 'utf8', cwd: folder },
    );
    expect(run.stdout).toContain(asked[0]);
    const said = run.stderr.split('\n').filter(line => line.startsWith('network '));
    expect(new Set(said)).toEqual(new Set(['network shut in main thread', 'network shut in worker']));
  });
});
