// Draws an answer into a spot: as large as it may be, as small as it can still be read, or not at all.
import { type PDFDocument, type PDFFont, rgb } from 'pdf-lib';
import { wrapText } from '../authored/wrap-text.ts';
import type { Spot } from './spots.ts';

const smallest = 6; // points; below this print is not readable
const leading = 1.18;
const ink = rgb(0.05, 0.15, 0.45);

export interface Drawing {
  spot: Spot;
  size: number;
  lines: { text: string; x: number; y: number }[];
}

/** How the text would stand in the first spot that holds it, or null. */
export function fitText(spots: readonly Spot[], text: string, font: PDFFont): Drawing | null {
  for (const spot of spots) {
    for (let size = spot.size; size >= Math.min(smallest, spot.size); size -= 0.5) {
      const lines =
        spot.height === null ? listed(spot, text, font, size) : wrapped(spot, spot.height, text, font, size);
      if (lines) return { spot, size, lines };
    }
  }
  return null;
}

function wrapped(
  spot: Spot,
  height: number,
  text: string,
  font: PDFFont,
  size: number,
): Drawing['lines'] | null {
  const [first] = spot.lines;
  if (!first || first.width < size * 3) return null;
  const lines = wrapText(text, first.width, piece => font.widthOfTextAtSize(piece, size));
  if (lines.length * size * leading > height) return null;
  const top = first.y - spot.size + size;
  return lines.map((line, index) => ({ text: line, x: first.x, y: top + index * size * leading }));
}

/** Fills given lines one after the other; each may have its own width. */
function listed(spot: Spot, text: string, font: PDFFont, size: number): Drawing['lines'] | null {
  const measure = (piece: string) => font.widthOfTextAtSize(piece, size);
  const lines: Drawing['lines'] = [];
  let rest = text.replace(/\s*\n\s*/g, ' ');
  for (const { x, y, width } of spot.lines) {
    const [line = ''] = wrapText(rest, width, measure);
    if (measure(line) > width) return null;
    lines.push({ text: line, x, y });
    rest = rest.slice(line.length).trimStart();
    if (rest === '') return lines;
  }
  return null;
}

export function draw(document: PDFDocument, { spot, size, lines }: Drawing, font: PDFFont): void {
  const sheet = document.getPage(spot.page - 1);
  for (const line of lines) {
    const at = toPage(sheet, line.x, line.y);
    sheet.drawText(line.text, { x: at.x, y: at.y, size, font, color: ink, rotate: at.rotate });
  }
}

/** From displayed coordinates (origin top left, page rotation applied) to the page's own. */
function toPage(sheet: ReturnType<PDFDocument['getPage']>, x: number, y: number) {
  const box = sheet.getCropBox();
  const turn = ((sheet.getRotation().angle % 360) + 360) % 360;
  const rotate = sheet.getRotation();
  if (turn === 90) return { x: box.x + y, y: box.y + x, rotate };
  if (turn === 180) return { x: box.x + box.width - x, y: box.y + y, rotate };
  if (turn === 270) return { x: box.x + box.width - y, y: box.y + box.height - x, rotate };
  return { x: box.x + x, y: box.y + box.height - y, rotate };
}
