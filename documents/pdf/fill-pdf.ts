// Filling a PDF: form fields where the file has them, drawn text where a page leaves room, and a refusal with its
// reason where neither is so. The result is the original with an update appended, proved by reading it again.
import { PDFDict, PDFDocument, type PDFFont, PDFName, StandardFonts } from 'pdf-lib';
import type { FillEntry, Refusal } from '../../contract/fill.ts';
import { done, failed, type Message, type Outcome } from '../../contract/outcome.ts';
import type { Filled } from '../format.ts';
import type { Limits } from '../limits.ts';
import { type Analysis, analysePdf } from './analyse.ts';
import { layBlocks } from './blocks.ts';
import { draw, fitText } from './draw-answer.ts';
import { fillField } from './fill-fields.ts';
import { appendChanges, snapshot } from './incremental.ts';
import type { LaidBlock } from './laid-block.ts';
import { allFields, provePdf, type WrittenPdf } from './prove-pdf.ts';
import { Refused, same } from './refused.ts';
import { spotsFor } from './spots.ts';

interface Work {
  document: PDFDocument;
  font: PDFFont;
  laid: LaidBlock[];
  /** Pages whose words were read from a picture. */
  scans: ReadonlySet<number>;
  written: WrittenPdf[];
  refused: Refusal[];
}

export async function fillPdf(
  bytes: Uint8Array,
  name: string,
  entries: readonly FillEntry[],
  limits: Limits,
): Promise<Outcome<Filled>> {
  const analysis = await analysePdf(bytes, limits);
  const laid = layBlocks(analysis);
  const document = await open(bytes);
  if ('code' in document) return refuseAll(document, { bytes, name, analysis }, entries, limits);
  const before = snapshot(bytes, document);
  const messages = [...analysis.messages, ...settleXfa(document)];
  const work: Work = {
    document,
    font: document.embedStandardFont(StandardFonts.Helvetica),
    laid,
    scans: analysis.recognised,
    written: [],
    refused: [],
  };
  fillForm(work, entries);
  drawAnswers(work, entries);
  await document.flush();
  const changed = work.written.length > 0;
  const appended = changed ? appendChanges(bytes, document, before) : bytes.slice();
  const filled = appended ?? (await document.save({ updateFieldAppearances: false }));
  const receipt = await provePdf({ bytes, name, analysis }, filled, work, limits);
  if (!receipt.holds)
    return failed(
      'fill-refused',
      'The filled copy differs from the original in more than the answers, so it was thrown away. The original is unchanged; please report this file.',
      {},
      messages,
    );
  return done({ bytes: filled, receipt }, messages);
}

/** The document to change, or why it may not be changed. */
async function open(bytes: Uint8Array): Promise<PDFDocument | Refused> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false });
  } catch (error) {
    // The library's own error class does not survive its compilation; only its words do.
    if (error instanceof Error && error.message.includes('is encrypted'))
      return new Refused(
        'protected',
        'The PDF may be read but its owner forbids changing it. Ask for an unprotected copy, or send the response document.',
      );
    return new Refused(
      'damaged',
      'The PDF can be read but is too damaged to be changed safely. Print it to a new PDF and load that, or send the response document.',
    );
  }
}

/** The file as it came, with every entry refused, so that the answers can go beside it. */
async function refuseAll(
  { code, message }: Refused,
  original: { bytes: Uint8Array; name: string; analysis: Analysis },
  entries: readonly FillEntry[],
  limits: Limits,
): Promise<Outcome<Filled>> {
  const refused = entries.map(({ at, value }) => ({ at, value, code, reason: message }));
  const bytes = original.bytes.slice();
  const receipt = await provePdf(original, bytes, { written: [], refused }, limits);
  return done({ bytes, receipt }, original.analysis.messages);
}

/** Forms made with Adobe's designer carry a second, XML copy of the form that would hide the answers in Acrobat. */
function settleXfa(document: PDFDocument): Message[] {
  const form = document.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict);
  if (!form?.has(PDFName.of('XFA'))) return [];
  form.delete(PDFName.of('XFA'));
  return [
    {
      severity: 'info',
      code: 'pdf-xfa-removed',
      text: 'The form had an XFA copy of itself, which would show empty fields in Acrobat. The filled file uses the ordinary form fields.',
      at: null,
    },
  ];
}

function fillForm(work: Work, entries: readonly FillEntry[]): void {
  const fields = allFields(work.laid);
  for (const entry of entries) {
    if (!('page' in entry.at) || entry.at.field === undefined) continue;
    const name = entry.at.field;
    attempt(work, [entry], () => {
      fillField(
        work.document,
        work.font,
        entry,
        name,
        fields.filter(field => field.name === name),
      );
      return null;
    });
  }
}

/** Entries of one line share its room: the choice first, then the words. */
function drawAnswers(work: Work, entries: readonly FillEntry[]): void {
  const all = entries.filter(entry => !('page' in entry.at) || entry.at.field === undefined);
  // A choice whose words stand beside a printed box is a tick on that box.
  const flat = all.map(entry =>
    entry.role === 'choice' && hasBox(work.laid, entry)
      ? { ...entry, role: 'mark' as const, option: entry.value }
      : entry,
  );
  const marks = flat.filter(entry => entry.role === 'mark');
  const groups = Map.groupBy(
    flat.filter(entry => entry.role !== 'mark'),
    entry => JSON.stringify(entry.at),
  );
  for (const group of [...marks.map(entry => [entry]), ...groups.values()]) {
    attempt(work, group, () => drawGroup(work, group));
  }
}

function drawGroup(work: Work, group: readonly FillEntry[]): string {
  const first = group[0];
  if (!first || !('page' in first.at)) throw new Refused('no-such-place', 'The PDF has no such place.');
  if (work.scans.has(first.at.page))
    throw new Refused(
      'scanned',
      'The page is a picture, and what else is on it is not known. Send the answer in the response document.',
    );
  const choice = group.find(entry => entry.role === 'choice')?.value ?? '';
  const words = group
    .filter(entry => entry.role === 'text')
    .map(entry => entry.value)
    .join(' ');
  const said = words.toLowerCase().startsWith(choice.toLowerCase());
  const text =
    first.role === 'mark'
      ? 'X'
      : choice === '' || said
        ? words
        : words === ''
          ? choice
          : `${choice}. ${words}`;
  const letters = new Set(work.font.getCharacterSet());
  if ([...text].some(letter => letter !== '\n' && !letters.has(letter.codePointAt(0) ?? 0)))
    throw new Refused(
      'no-font',
      'The answer has letters that cannot be drawn into this PDF. Send it in the response document.',
    );
  // Text of the page may hold letters this font lacks; a box is about as wide as an m.
  const drawable = (piece: string) =>
    [...piece].map(letter => (letters.has(letter.codePointAt(0) ?? 0) ? letter : 'm')).join('');
  const measure = (piece: string) => work.font.widthOfTextAtSize(drawable(piece), 10);
  const spots = spotsFor(work.laid, first, measure);
  const drawing = fitText(spots, text, work.font);
  if (!drawing)
    throw new Refused('no-room', 'The PDF leaves no room for this answer. Send it in the response document.');
  draw(work.document, drawing, work.font);
  return drawing.lines.map(line => line.text).join(' ');
}

function hasBox(laid: readonly LaidBlock[], { at, value }: FillEntry): boolean {
  if (!('page' in at)) return false;
  return laid.some(({ block, flow, page }) => {
    if (block.kind === 'table' || page.page !== at.page) return false;
    const here = flow?.lines.some(line => line.number === at.line) ?? false;
    return here && block.fields.some(field => field.kind === 'checkbox' && same(field.option ?? '', value));
  });
}

function attempt(work: Work, entries: readonly FillEntry[], write: () => string | null): void {
  try {
    const drawn = write();
    work.written.push(...entries.map(entry => ({ entry, drawn })));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const { at, value } of entries)
      work.refused.push({ at, value, code: error.code, reason: error.message });
  }
}
