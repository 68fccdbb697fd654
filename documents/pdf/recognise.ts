// Scanned pages by character recognition (tesseract.js, English), entirely from installed packages: the language
// data is a file on this machine, so the library has nothing to fetch. Its worker lives only while pages need it.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createWorker, OEM, type Line as ScannedLine, type Worker } from 'tesseract.js';
import type { Message } from '../../contract/outcome.ts';
import type { OpenPdf } from './open-pdf.ts';
import type { PageContent, Word } from './page-content.ts';

const dotsPerPoint = 200 / 72; // tesseract reads best at 200 to 300 dots per inch
const widestPicture = 4_000; // pixels of the longer side, so that a poster does not take the memory
const leastSure = 30; // per cent; below this a "word" is dust or part of a drawing

/**
 * Gives scanned pages their words, in place, until `deadline` (as `performance.now()`).
 * @returns the pages recognised, and a message for what was and what could not be
 */
export async function recognisePages(
  pdf: OpenPdf,
  scans: readonly PageContent[],
  deadline: number,
): Promise<{ recognised: Set<number>; messages: Message[] }> {
  const recognised = new Set<number>();
  const messages: Message[] = [];
  if (scans.length === 0) return { recognised, messages };
  const starting = startWorker();
  try {
    const worker = await within(deadline, starting);
    for (const page of scans) {
      const words = worker && (await within(deadline, wordsOf(worker, pdf, page)));
      if (!words) break;
      page.words = [...page.words, ...words.filter(word => !page.words.some(one => covers(one, word)))];
      recognised.add(page.page);
    }
  } catch (error) {
    messages.push(failure(error));
  } finally {
    // Also a worker that starts too late must end.
    await Promise.race([starting.then(worker => worker.terminate()).catch(() => {}), setTimeout(200)]);
  }
  messages.push(...remarks(scans, recognised));
  return { recognised, messages };
}

async function startWorker(): Promise<Worker> {
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
  // A path instead of an address makes the library read the file. (Handing the data over as bytes fails in version
  // 7: it then takes the bytes for the name of the language.)
  const langPath = join(data, '4.0.0_best_int');
  const options = { langPath, cacheMethod: 'none', logging: false, errorHandler: () => {} };
  return createWorker('eng', OEM.LSTM_ONLY, options);
}

/** The result, or null when the deadline comes first. A page cannot be stopped midway other than with its worker. */
async function within<T>(deadline: number, work: Promise<T>): Promise<T | null> {
  const stop = new AbortController();
  const left = Math.max(0, deadline - performance.now());
  const late = setTimeout(left, null, { signal: stop.signal, ref: false }).catch(() => null);
  try {
    return await Promise.race([work, late]);
  } finally {
    stop.abort();
    // What still fails once nobody waits is the end of its worker.
    work.catch(() => {});
  }
}

async function wordsOf(worker: Worker, pdf: OpenPdf, page: PageContent): Promise<Word[]> {
  const scale = Math.min(dotsPerPoint, widestPicture / Math.max(page.width, page.height));
  const picture = await pdf.picture(page.page, scale);
  const { data } = await worker.recognize(Buffer.from(picture), {}, { text: false, blocks: true });
  const lines = (data.blocks ?? []).flatMap(block => block.paragraphs.flatMap(paragraph => paragraph.lines));
  const heights = lines.map(heightOf).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 12;
  return lines.flatMap(line => lineWords(line, scale, usual));
}

/** Heights of recognised lines waver; all but the plainly larger ones are set in the page's usual size. */
function lineWords(line: ScannedLine, scale: number, usual: number): Word[] {
  const height = heightOf(line);
  const size = ((height > usual * 1.4 ? height : usual) / scale) * 0.8;
  return line.words
    .filter(word => word.confidence >= leastSure && word.text.trim() !== '')
    .map(word => ({
      text: word.text.trim(),
      x: word.bbox.x0 / scale,
      right: word.bbox.x1 / scale,
      y: (line.baseline.y0 + line.baseline.y1) / 2 / scale,
      size,
      bold: false,
      italic: false,
    }));
}

/** Text that is there as text (a stamp, a page number) is not taken from the picture again. */
function covers(one: Word, seen: Word): boolean {
  const middle = (seen.x + seen.right) / 2;
  return middle > one.x && middle < one.right && Math.abs(one.y - seen.y) < one.size;
}

function heightOf(line: ScannedLine): number {
  return line.bbox.y1 - line.bbox.y0;
}

function remarks(scans: readonly PageContent[], recognised: ReadonlySet<number>): Message[] {
  const messages: Message[] = [];
  const done = scans.filter(page => recognised.has(page.page)).map(page => page.page);
  const left = scans.filter(page => !recognised.has(page.page)).map(page => page.page);
  if (done.length > 0)
    messages.push({
      severity: 'info',
      code: 'recognised',
      text: `${pagesWords(done)} scanned; the words were recognised and may hold mistakes. Check them against the page.`,
      at: { page: done[0] ?? 1, line: 1 },
    });
  if (left.length > 0)
    messages.push({
      severity: 'warning',
      code: 'not-recognised',
      text: `${pagesWords(left)} scanned and could not be recognised in time. Ask for the file with its text, or split it into smaller files.`,
      at: { page: left[0] ?? 1, line: 1 },
    });
  return messages;
}

function pagesWords(pages: readonly number[]): string {
  return pages.length === 1 ? `Page ${pages[0]} is` : `Pages ${pages.join(', ')} are`;
}

function failure(error: unknown): Message {
  const why = error instanceof Error ? error.message : String(error);
  return {
    severity: 'warning',
    code: 'recognition-failed',
    text: `Recognising the scanned pages failed: ${why}`,
    at: null,
  };
}
