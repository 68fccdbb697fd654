// A scan of a PDF: every page drawn as a picture and put, as nothing but that picture, into a new file.
import { PDFDocument } from 'pdf-lib';
import { defaultLimits } from '../../documents/limits.ts';
import { openPdf } from '../../documents/pdf/open-pdf.ts';

/** @param dots per inch of the picture; office scanners use 150 to 300 */
export async function scanPdf(bytes: Uint8Array, dots = 200): Promise<Uint8Array> {
  const pdf = await openPdf(bytes, defaultLimits);
  const scan = await PDFDocument.create();
  for (let number = 1; number <= pdf.document.numPages; number++) {
    const picture = await scan.embedPng(await pdf.picture(number, dots / 72));
    const page = scan.addPage([595, 842]);
    page.drawImage(picture, { x: 0, y: 0, width: 595, height: 842 });
  }
  await pdf.close();
  return scan.save();
}
