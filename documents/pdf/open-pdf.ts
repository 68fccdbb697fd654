// The doorway of pdf-parse and the pdfjs inside it: bytes to an open document, its failures to ours. Nothing is
// fetched: character maps come from the installed package, fonts are not looked up on the system.
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { InvalidPDFException, PasswordException, PDFParse } from 'pdf-parse';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { AppError } from '../../contract/outcome.ts';
import { type Limits, passedBound } from '../limits.ts';

export interface OpenPdf {
  document: PDFDocumentProxy;
  /** A page as PNG, drawn `scale` times its size in points. */
  picture(page: number, scale: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Opens a PDF; throws `file-encrypted`, `file-unreadable` or `file-too-large` (pages). */
export async function openPdf(bytes: Uint8Array, limits: Limits): Promise<OpenPdf> {
  const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const parser = new PDFParse({
    // pdfjs takes the buffer over, so it gets its own copy.
    data: bytes.slice(),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    cMapUrl: join(assets, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(assets, 'standard_fonts') + sep,
    wasmUrl: join(assets, 'wasm') + sep,
  });
  try {
    // `load` gives the pdfjs document, the only way to positions; pdf-parse marks it private in its types only.
    // biome-ignore lint/complexity/useLiteralKeys: bracket access is how TypeScript reaches a private member.
    const document = await parser['load']();
    if (document.numPages > limits.pages) throw passedBound('pages', limits.pages);
    return {
      document,
      async picture(page, scale) {
        const shot = await parser.getScreenshot({
          partial: [page],
          scale,
          imageDataUrl: false,
          imageBuffer: true,
        });
        return shot.pages[0]?.data ?? new Uint8Array();
      },
      close: () => parser.destroy(),
    };
  } catch (error) {
    await parser.destroy();
    throw failureOf(error);
  }
}

function failureOf(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (error instanceof PasswordException)
    return new AppError(
      'file-encrypted',
      'The PDF is protected with a password. Open it, print it to a new PDF without a password, and add that.',
      {},
      error,
    );
  const why = error instanceof InvalidPDFException ? 'is damaged or not a PDF' : 'cannot be read as a PDF';
  return new AppError(
    'file-unreadable',
    `The file ${why}. Ask for a fresh copy, or save it as PDF again.`,
    {},
    error,
  );
}
