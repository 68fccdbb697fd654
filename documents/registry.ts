// The formats this product reads and fills, and the two doors everything else uses. The order of the array
// matters only among formats that say `maybe`: the first wins.
import type { FillEntry } from '../contract/fill.ts';
import { AppError, done, failed, type Message, type Outcome } from '../contract/outcome.ts';
import type { SourceDocument } from '../contract/source-document.ts';
import { csv } from './csv/format.ts';
import { docx } from './docx/format.ts';
import { extensionOf, type Filled, type Format } from './format.ts';
import { defaultLimits, type Limits, passedBound } from './limits.ts';
import { markdown } from './markdown/format.ts';
import { pdf } from './pdf/format.ts';
import { refuse } from './refuse.ts';
import { decodeText } from './text/decode-text.ts';
import { text } from './text/format.ts';
import { xlsx } from './xlsx/format.ts';

export const formats: readonly Format[] = [xlsx, docx, pdf, csv, markdown, text];

/**
 * Read one file into the neutral model.
 * @param name file name without folders; its extension matters only where the content leaves a choice
 * @returns the document with its messages, or a failure: file-unreadable, file-unsupported, file-encrypted,
 *   file-too-large (`params.bound`)
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  limits: Limits = defaultLimits,
): Promise<Outcome<SourceDocument>> {
  return settle(async () => {
    const format = pick(bytes, name, limits);
    return withEnding(await format.read(bytes, name, limits), format, name);
  });
}

/** The name with an ending its format goes by: a PDF called form.xlsx would not open again under that name. */
export function properName(id: string, name: string): string {
  const extensions = formats.find(format => format.id === id)?.extensions ?? [];
  const ending = extensionOf(name);
  if (extensions.length === 0 || extensions.includes(ending)) return name;
  return `${ending === '' ? name : name.slice(0, -ending.length - 1)}.${extensions[0]}`;
}

/** Says when the name promised something else than the content is. */
function withEnding(outcome: Outcome<SourceDocument>, format: Format, name: string): Outcome<SourceDocument> {
  const ending = extensionOf(name);
  if (!outcome.ok || ending === '' || format.extensions.includes(ending)) return outcome;
  const text = `“${name}” holds another kind of file than its name says (${format.label}), and is read as that. The filled copy gets the ending .${format.extensions[0]}.`;
  const message: Message = { severity: 'info', code: 'other-ending', text, at: null };
  const messages = [message, ...outcome.value.messages];
  return done({ ...outcome.value, messages }, messages);
}

/**
 * Write answers into a copy of the original file.
 * @returns the new bytes with the receipt that proves nothing else changed; refused entries are in the receipt
 */
export async function fillDocument(
  bytes: Uint8Array,
  name: string,
  entries: readonly FillEntry[],
  limits: Limits = defaultLimits,
): Promise<Outcome<Filled>> {
  return settle(() => {
    const format = pick(bytes, name, limits);
    if (format.fill) return format.fill(bytes, name, entries, limits);
    return failed<Filled>('file-unsupported', `Answers cannot be written into a ${format.label}.`, {
      format: format.id,
    });
  });
}

/** The format of a file; throws the refusal with its advice when there is none. */
export function pick(bytes: Uint8Array, name: string, limits: Limits = defaultLimits): Format {
  if (bytes.length > limits.fileBytes) throw passedBound('fileBytes', limits.fileBytes);
  const sniffed = formats.map(format => ({ format, says: format.sniff(bytes, name) }));
  const sure = sniffed.find(({ says }) => says === 'yes');
  if (sure) return sure.format;
  const refusal = refuse(bytes, name);
  if (refusal) throw refusal;
  const likely = sniffed.find(({ says }) => says === 'maybe');
  if (likely) return likely.format;
  throw new AppError('file-unsupported', notRead(bytes, name), { name });
}

function notRead(bytes: Uint8Array, name: string): string {
  const promised = formats.find(({ extensions }) => extensions.includes(extensionOf(name)));
  if (promised && decodeText(bytes) !== null) {
    return `“${name}” is named like a ${promised.label} but holds plain text. If the text is what you want, rename it to end in .txt (or .csv for a table); otherwise ask for the original again.`;
  }
  if (promised) {
    return `“${name}” is named like a ${promised.label} but does not hold one; it may be damaged. Ask for it again, or open it in the program that made it and save a new copy.`;
  }
  return `“${name}” is not a kind of file Vouch reads. It reads ${formats.map(({ label }) => label).join(', ')}: save it as one of these and load that copy.`;
}

async function settle<T>(run: () => Outcome<T> | Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof AppError) return failed(error.code, error.message, error.params);
    throw error;
  }
}
