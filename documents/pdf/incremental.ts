// Writes changes as an incremental update (ISO 32000-1 §7.5.6): the original bytes stay as they are, and new and
// changed objects follow with a cross-reference of their own. What the customer sent is then still in the file.
import { PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFStream } from 'pdf-lib';

/** What every indirect object looked like when the file was opened, by reference. */
export type Snapshot = ReadonlyMap<string, { object: PDFObject; words: string }>;

/**
 * Remembers the objects of a document just loaded, and makes new ones be numbered after all of the file's own:
 * the library does not count the object streams it unpacks, and reusing their numbers would empty them.
 */
export function snapshot(original: Uint8Array, document: PDFDocument): Snapshot {
  const { context } = document;
  context.largestObjectNumber = Math.max(context.largestObjectNumber, statedSize(original) - 1);
  const seen = new Map<string, { object: PDFObject; words: string }>();
  for (const [ref, object] of context.enumerateIndirectObjects())
    seen.set(ref.tag, { object, words: wordsOf(object) });
  return seen;
}

/** Streams are compared by identity and dictionary; their bytes are never edited in place. */
function wordsOf(object: PDFObject): string {
  return object instanceof PDFStream ? object.dict.toString() : object.toString();
}

/**
 * The original bytes with the changes appended, or null when the file's cross-reference cannot be built upon (a
 * file that readers only open by repairing it).
 */
export function appendChanges(
  original: Uint8Array,
  document: PDFDocument,
  before: Snapshot,
): Uint8Array | null {
  const previous = lastCrossReference(original);
  if (previous === null) return null;
  const changed = document.context.enumerateIndirectObjects().filter(([ref, object]) => {
    const old = before.get(ref.tag);
    return old === undefined || old.object !== object || old.words !== wordsOf(object);
  });
  if (changed.length === 0) return original.slice();
  const out: Uint8Array[] = [original];
  let length = original.length;
  const push = (bytes: Uint8Array) => {
    out.push(bytes);
    length += bytes.length;
  };
  push(latin('\n'));
  const offsets = new Map<number, number>();
  for (const [ref, object] of changed) {
    offsets.set(ref.objectNumber, length);
    push(latin(`${ref.objectNumber} ${ref.generationNumber} obj\n`));
    push(bytesOf(object));
    push(latin('\nendobj\n'));
  }
  const trailer = trailerOf(document, previous.offset);
  const at = length;
  if (previous.kind === 'table') push(latin(crossTable(offsets, trailer)));
  else push(crossStream(offsets, trailer, at));
  push(latin(`startxref\n${at}\n%%EOF\n`));
  return join(out, length);
}

/** `/Size` of the last trailer: one more than the highest object number. */
function statedSize(bytes: Uint8Array): number {
  const last = lastCrossReference(bytes);
  if (!last) return 0;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = last.kind === 'table' ? buffer.indexOf('trailer', last.offset) : last.offset;
  const words = buffer.subarray(from, from + 4096).toString('latin1');
  return Number(/\/Size\s+(\d+)/.exec(words)?.[1] ?? 0);
}

/** Where the last cross-reference stands and of which kind it is; an update has to be of the same kind. */
function lastCrossReference(bytes: Uint8Array): { offset: number; kind: 'table' | 'stream' } | null {
  const tail = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 2048)));
  const offset = Number([...tail.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1] ?? -1);
  if (offset <= 0 || offset >= bytes.length) return null;
  const head = new TextDecoder('latin1').decode(bytes.subarray(offset, offset + 40));
  if (/^\s*xref\s/.test(head)) return { offset, kind: 'table' };
  return /^\s*\d+\s+\d+\s+obj/.test(head) ? { offset, kind: 'stream' } : null;
}

function trailerOf(document: PDFDocument, previous: number): PDFDict {
  const { context } = document;
  const trailer = PDFDict.withContext(context);
  const { Root, Info, ID } = context.trailerInfo;
  if (Root) trailer.set(PDFName.of('Root'), Root);
  if (Info) trailer.set(PDFName.of('Info'), Info);
  if (ID) trailer.set(PDFName.of('ID'), ID);
  trailer.set(PDFName.of('Prev'), PDFNumber.of(previous));
  trailer.set(PDFName.of('Size'), PDFNumber.of(context.largestObjectNumber + 1));
  return trailer;
}

function crossTable(offsets: ReadonlyMap<number, number>, trailer: PDFDict): string {
  const sections = [...offsets]
    .sort((a, b) => a[0] - b[0])
    .map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
  return `xref\n${sections.join('')}trailer\n${trailer.toString()}\n`;
}

/** A cross-reference stream (§7.5.8) that lists itself, as it must. */
function crossStream(offsets: ReadonlyMap<number, number>, trailer: PDFDict, at: number): Uint8Array {
  const size = (trailer.get(PDFName.of('Size')) as PDFNumber).asNumber();
  const rows = [...offsets, [size, at] as const].sort((a, b) => a[0] - b[0]);
  const data = new Uint8Array(rows.length * 7);
  const view = new DataView(data.buffer);
  for (const [index, [, offset]] of rows.entries()) {
    view.setUint8(index * 7, 1);
    view.setUint32(index * 7 + 1, offset);
  }
  trailer.set(PDFName.of('Size'), PDFNumber.of(size + 1));
  const entries = trailer
    .toString()
    .replace(/^<<\s*/, '')
    .replace(/\s*>>$/, '');
  const index = rows.map(([number]) => `${number} 1`).join(' ');
  const head = `${size} 0 obj\n<< /Type /XRef /W [1 4 2] /Index [${index}] /Length ${data.length}\n${entries} >>\nstream\n`;
  return join([latin(head), data, latin('\nendstream\nendobj\n')]);
}

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, letter => letter.charCodeAt(0) & 0xff);
}

function join(
  pieces: readonly Uint8Array[],
  length = pieces.reduce((sum, piece) => sum + piece.length, 0),
): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
