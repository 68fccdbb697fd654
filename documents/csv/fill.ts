// Filling a delimited text file: the fields answered are replaced in the text, every other byte stays. The proof
// is a fresh parse of the filled bytes against the original.
import type { FillEntry, Receipt, Refusal } from '../../contract/fill.ts';
import { AppError, done, failed, type Message, type Outcome } from '../../contract/outcome.ts';
import type { Filled } from '../format.ts';
import { type Budget, type Limits, startBudget } from '../limits.ts';
import { noCounts, sha256 } from '../receipt.ts';
import { type Splice, splice } from '../xml/splice.ts';
import { type CsvEncoding, decodeCsv, encodeCsv, unencodable } from './encoding.ts';
import { type CsvLayout, fieldValue, parseCsv } from './parse.ts';

interface FieldEdit {
  row: number;
  column: number;
  value: string;
}

export function fillCsv(
  bytes: Uint8Array,
  name: string,
  entries: readonly FillEntry[],
  limits: Limits,
): Outcome<Filled> {
  const budget = startBudget(limits);
  const decoded = decodeCsv(bytes);
  const again = encodeCsv(decoded);
  if ('missing' in again || Buffer.compare(again, bytes) !== 0) {
    throw new AppError(
      'fill-refused',
      `“${name}” holds bytes that are no text, so it cannot be changed safely. Save it again as “CSV UTF-8” and load that copy.`,
      { name },
    );
  }
  const layout = parseCsv(decoded.text, budget);
  const messages: Message[] = [];
  const { edits, refused } = plan(entries, layout, decoded.encoding, messages);
  const text = splice(decoded.text, splices(decoded.text, layout, edits));
  const filled = encodeCsv({ ...decoded, text });
  if ('missing' in filled) throw new Error(`Checked before: ${filled.missing}`);
  const written = edits.map(({ row, column, value }) => ({ at: { row, column }, value }));
  const outsideUnchanged = provesItself(decoded.text, layout, filled, edits, budget);
  const receipt: Receipt = {
    format: 'csv',
    originalSha256: sha256(bytes),
    filledSha256: sha256(filled),
    partsUnchanged: edits.length === 0 ? [name] : [],
    partsChanged: edits.length === 0 ? [] : [{ name, cells: edits.length, outsideUnchanged }],
    written,
    refused,
    before: noCounts,
    after: noCounts,
    holds: outsideUnchanged,
  };
  if (!outsideUnchanged) {
    return failed(
      'fill-refused',
      'The filled copy differs from the original in more than the answers, so it was thrown away. The original is unchanged; please report this file.',
      {},
      messages,
    );
  }
  return done({ bytes: filled, receipt }, messages);
}

function plan(
  entries: readonly FillEntry[],
  { records }: CsvLayout,
  encoding: CsvEncoding,
  messages: Message[],
): { edits: FieldEdit[]; refused: Refusal[] } {
  const edits = new Map<string, FieldEdit>();
  const refused: Refusal[] = [];
  for (const { at, value } of entries) {
    const refuse = (code: string, reason: string) => refused.push({ at, value, code, reason });
    const missing = unencodable(value, encoding);
    if (!('column' in at)) {
      refuse(
        'wrong-place',
        'This place is not a field of a CSV file. Read the file again and use the places it gives.',
      );
    } else if (!records[at.row - 1] || at.column > 16_384) {
      refuse(
        'no-such-place',
        `The file has ${records.length} rows; row ${at.row}, column ${at.column} is outside.`,
      );
    } else if (edits.has(`${at.row} ${at.column}`)) {
      refuse('written-twice', 'Another answer goes into the same field. Keep one of them.');
    } else if (missing !== null) {
      refuse(
        'not-in-encoding',
        `The file is coded as ${encoding}, which has no “${missing}”. Replace it, or ask for the file as “CSV UTF-8”.`,
      );
    } else {
      edits.set(`${at.row} ${at.column}`, {
        row: at.row,
        column: at.column,
        value: guarded(value, at, messages),
      });
    }
  }
  const ordered = [...edits.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  return { edits: ordered, refused };
}

/**
 * A field has no type, and spreadsheet programs run one that starts like a formula, in the customer's hands. An
 * apostrophe in front makes it text everywhere (OWASP, CSV injection). Numbers and lone signs are harmless.
 */
function guarded(value: string, at: Message['at'], messages: Message[]): string {
  const text = value.replace(/\r\n?/g, '\n');
  if (!/^[=+\-@\t]./s.test(text) || /^[+-][0-9.,]+%?$/.test(text)) return text;
  messages.push({
    severity: 'info',
    code: 'formula-guarded',
    text: `The answer starts with “${text.charAt(0)}”, which a spreadsheet would run as a formula; an apostrophe was put in front.`,
    at,
  });
  return `'${text}`;
}

function splices(text: string, { delimiter, records }: CsvLayout, edits: readonly FieldEdit[]): Splice[] {
  // Short rows are lengthened once, up to each answer in turn.
  const widths = new Map<number, number>();
  return edits.map(({ row, column, value }) => {
    const record = records[row - 1];
    const field = record?.fields[column - 1];
    if (field) return { start: field.start, end: field.end, text: quote(value, delimiter, field.quoted) };
    const end = record?.end ?? text.length;
    const width = widths.get(row) ?? record?.fields.length ?? 0;
    widths.set(row, column);
    return { start: end, end, text: delimiter.repeat(column - width) + quote(value, delimiter, false) };
  });
}

function quote(value: string, delimiter: string, always: boolean): string {
  const needed = always || value.includes(delimiter) || /["\r\n]|^\s|\s$/.test(value);
  return needed ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Parses the filled bytes afresh: all fields but the answered ones are equal as written, and so are line ends. */
function provesItself(
  before: string,
  layout: CsvLayout,
  filled: Uint8Array,
  edits: readonly FieldEdit[],
  budget: Budget,
): boolean {
  const after = decodeCsv(filled).text;
  const fresh = parseCsv(after, budget, layout.delimiter);
  if (fresh.records.length !== layout.records.length) return false;
  const wanted = new Map(edits.map(edit => [`${edit.row} ${edit.column}`, edit.value]));
  let endBefore = 0;
  let endAfter = 0;
  return layout.records.every((record, index) => {
    const other = fresh.records[index];
    if (!other || other.fields.length < record.fields.length) return false;
    const first = record.fields[0]?.start ?? 0;
    const otherFirst = other.fields[0]?.start ?? 0;
    if (before.slice(endBefore, first) !== after.slice(endAfter, otherFirst)) return false;
    endBefore = record.end;
    endAfter = other.end;
    return other.fields.every((field, at) => {
      const value = wanted.get(`${index + 1} ${at + 1}`);
      if (value !== undefined) return fieldValue(after, field) === value;
      const old = record.fields[at];
      return after.slice(field.start, field.end) === (old ? before.slice(old.start, old.end) : '');
    });
  });
}
