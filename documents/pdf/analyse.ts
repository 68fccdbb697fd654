// The pipeline of the PDF reader on one screen: open, read each page, recognise scans, lay out, drop page headers
// and footers. The result keeps geometry, because filling in place needs it as much as reading does.
import { setImmediate } from 'node:timers/promises';
import type { Message } from '../../contract/outcome.ts';
import { type Limits, passedBound } from '../limits.ts';
import { type Body, bodyOf } from './flow.ts';
import { learnHyphens } from './joining.ts';
import { layoutPage } from './layout.ts';
import type { Line } from './lines.ts';
import { type PageLayout, withoutMargins } from './margins.ts';
import { openPdf } from './open-pdf.ts';
import { readPage } from './page-content.ts';
import { recognisePages } from './recognise.ts';

export interface Analysis {
  pages: PageLayout[];
  body: Body;
  title: string | null;
  /** Pages whose words were recognised from an image. */
  recognised: Set<number>;
  messages: Message[];
}

/**
 * Throws AppError for what openPdf throws and when the time bound is passed.
 * @param scans whether scanned pages are read by character recognition, which takes seconds a page
 */
export async function analysePdf(
  bytes: Uint8Array,
  limits: Limits,
  scans: 'recognise' | 'leave' = 'recognise',
): Promise<Analysis> {
  const deadline = performance.now() + limits.seconds * 1000;
  const pdf = await openPdf(bytes, limits);
  try {
    const contents = [];
    for (let number = 1; number <= pdf.document.numPages; number++) {
      if (performance.now() > deadline) throw passedBound('seconds', limits.seconds);
      const proxy = await pdf.document.getPage(number);
      contents.push(await readPage(proxy));
      proxy.cleanup();
      // pdfjs works on this thread; giving the loop a turn lets a cancel through between pages.
      await setImmediate();
    }
    const found = scans === 'leave' ? [] : contents.filter(page => page.scanned);
    const { recognised, messages } = await recognisePages(pdf, found, deadline);
    if (pdf.document.isPureXfa) messages.push(xfaOnly);
    const layouts = contents.map(page => ({ page, pieces: layoutPage(page) }));
    const lines = layouts.flatMap(({ pieces }) => pieces.flatMap(linesOfPiece));
    const info = (await pdf.document.getMetadata()).info as { Title?: unknown };
    const title = typeof info.Title === 'string' && info.Title.trim() !== '' ? info.Title.trim() : null;
    const body = bodyOf(lines, learnHyphens(lines.map(line => line.text)));
    return { pages: withoutMargins(layouts), body, title, recognised, messages };
  } finally {
    await pdf.close();
  }
}

function linesOfPiece(piece: PageLayout['pieces'][number]): Line[] {
  return piece.kind === 'line' ? [piece.line] : piece.contents.flat();
}

const xfaOnly: Message = {
  severity: 'warning',
  code: 'pdf-xfa-only',
  text: 'This form exists only in Adobe’s XFA format, which other programs cannot show. Open it in Acrobat and print it to a normal PDF, or ask for a Word or Excel version.',
  at: null,
};
