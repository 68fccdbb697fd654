// Small PDFs for tests, drawn with pdf-lib: lines of text at stated places, ruled tables, form fields.
import { degrees, PDFDocument, type PDFFont, type PDFForm, type PDFPage, StandardFonts } from 'pdf-lib';

export interface PdfPen {
  document: PDFDocument;
  page: PDFPage;
  form: PDFForm;
  /** Draws text with its baseline `y` points below the top of the page. */
  text(words: string, x: number, y: number, options?: { size?: number; bold?: boolean; turn?: number }): void;
  /** A table with its top left corner at x, y; rows are `height` high. */
  table(
    rows: readonly (readonly string[])[],
    x: number,
    y: number,
    widths: readonly number[],
    height?: number,
  ): void;
  nextPage(): void;
}

export async function buildPdf(
  draw: (pen: PdfPen) => void,
  options: { objectStreams?: boolean } = {},
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const regular = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const pen: PdfPen = {
    document,
    page: document.addPage([595, 842]),
    form: document.getForm(),
    text(words, x, y, { size = 11, bold: strong = false, turn = 0 } = {}) {
      const font: PDFFont = strong ? bold : regular;
      pen.page.drawText(words, { x, y: 842 - y, size, font, rotate: degrees(turn) });
    },
    table(rows, x, y, widths, height = 30) {
      const right = x + widths.reduce((sum, width) => sum + width, 0);
      const bottom = y + rows.length * height;
      for (let line = 0; line <= rows.length; line++)
        pen.page.drawLine({
          start: { x, y: 842 - y - line * height },
          end: { x: right, y: 842 - y - line * height },
        });
      let left = x;
      for (const width of [0, ...widths]) {
        left += width;
        pen.page.drawLine({ start: { x: left, y: 842 - y }, end: { x: left, y: 842 - bottom } });
      }
      for (const [row, words] of rows.entries()) {
        left = x;
        for (const [column, word] of words.entries()) {
          pen.text(word, left + 4, y + row * height + 14, { size: 9 });
          left += widths[column] ?? 0;
        }
      }
    },
    nextPage() {
      pen.page = document.addPage([595, 842]);
    },
  };
  draw(pen);
  return document.save({ useObjectStreams: options.objectStreams ?? false });
}
