// The response document as PDF, for customers who sent a PDF that has no room for answers. Drawn with pdf-lib in
// the standard fonts every reader has, which cover Western European letters.
import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib';
import { answerWords, bySection, type Response, sourceWords } from './response.ts';
import { wrapText } from './wrap-text.ts';

const page = { width: 595.28, height: 841.89, margin: 56 }; // A4 in points
const width = page.width - 2 * page.margin;

interface Pen {
  document: PDFDocument;
  regular: PDFFont;
  strong: PDFFont;
  slanted: PDFFont;
  sheet: PDFPage;
  y: number;
}

/** A PDF file, or null when the text holds letters the standard fonts do not have (send the Word file then). */
export async function writeResponsePdf(response: Response): Promise<Uint8Array | null> {
  // Without metadata of its own making: that would be the hour of writing, and the same answers make the same file.
  const document = await PDFDocument.create({ updateMetadata: false });
  const regular = await document.embedFont(StandardFonts.Helvetica);
  const letters = new Set(regular.getCharacterSet());
  if (
    [...allWords(response)].some(
      letter => letter !== '\n' && letter !== '\t' && !letters.has(letter.codePointAt(0) ?? 0),
    )
  )
    return null;
  document.setTitle(response.title);
  document.setProducer('Vouch');
  const pen: Pen = {
    document,
    regular,
    strong: await document.embedFont(StandardFonts.HelveticaBold),
    slanted: await document.embedFont(StandardFonts.HelveticaOblique),
    sheet: document.addPage([page.width, page.height]),
    y: page.height - page.margin,
  };
  write(pen, response.title, pen.strong, 18, 10);
  for (const { label, value } of response.facts) write(pen, `${label}: ${value}`, pen.regular, 10, 2);
  for (const { section, items } of bySection(response.items)) {
    if (section !== null) write(pen, section, pen.strong, 13, 6, 16);
    for (const item of items) {
      write(pen, [item.ref, item.question].filter(Boolean).join('  '), pen.strong, 10, 3, 8);
      const words = answerWords(item);
      if (words === '') write(pen, response.unanswered, pen.slanted, 10, 3);
      else write(pen, words, pen.regular, 10, 3);
      for (const source of item.sources)
        write(
          pen,
          `Source: ${sourceWords(source)}${source.quote ? ` — “${source.quote}”` : ''}`,
          pen.slanted,
          8,
          2,
        );
    }
  }
  numberPages(pen);
  return document.save();
}

function allWords(response: Response): string {
  const items = response.items.map(item =>
    [
      item.ref,
      item.section,
      item.question,
      item.choice,
      item.answer,
      ...item.sources.flatMap(source => [sourceWords(source), source.quote]),
    ].join(''),
  );
  return [
    response.title,
    response.unanswered,
    ...response.facts.map(fact => fact.label + fact.value),
    ...items,
  ]
    .join('')
    .replace(/\r/g, '');
}

function write(pen: Pen, text: string, font: PDFFont, size: number, after: number, before = 0): void {
  pen.y -= before;
  for (const line of wrapText(text, width, piece => font.widthOfTextAtSize(piece, size))) {
    if (pen.y - size < page.margin) {
      pen.sheet = pen.document.addPage([page.width, page.height]);
      pen.y = page.height - page.margin;
    }
    pen.y -= size * 1.3;
    pen.sheet.drawText(line, { x: page.margin, y: pen.y, size, font, color: rgb(0.1, 0.1, 0.12) });
  }
  pen.y -= after;
}

function numberPages({ document, regular }: Pen): void {
  const pages = document.getPages();
  for (const [index, sheet] of pages.entries()) {
    const label = `${index + 1} / ${pages.length}`;
    const x = page.width - page.margin - regular.widthOfTextAtSize(label, 8);
    sheet.drawText(label, { x, y: 30, size: 8, font: regular });
  }
}
