// Filling a Word document: find the place of each entry, splice the answer in, write the package again, prove it.
import type { FillEntry, Refusal } from '../../contract/fill.ts';
import { AppError, done, failed, type Message, type Outcome } from '../../contract/outcome.ts';
import type { Filled } from '../format.ts';
import { type Limits, startBudget } from '../limits.ts';
import { encodeXml, roundTrips } from '../xml/encoding.ts';
import { rewriteZip } from '../zip/rewrite.ts';
import type { Container } from './container.ts';
import { type Edits, type RangeEdit, Refused, replaceRanges, startEdits } from './edits.ts';
import { proveDocx, type Written } from './prove-docx.ts';
import { type ReadDocx, readDocx } from './read-docx.ts';
import { cleanText } from './run-xml.ts';
import { targetOf } from './targets.ts';
import { checkOption, writeControl } from './write-control.ts';
import { symbolEdit, typedEdit, writeWords } from './write-words.ts';

export function fillDocx(
  bytes: Uint8Array,
  name: string,
  entries: readonly FillEntry[],
  limits: Limits,
): Outcome<Filled> {
  const read = readDocx(bytes, name, startBudget(limits));
  const { main, zip } = read.docx;
  if (!roundTrips(zip.read(main.entry), main.decoded))
    throw new AppError(
      'fill-refused',
      'The document holds letters that are not coded as it says, so it cannot be changed safely. Open it in Word, save a new copy, and load that copy.',
      { part: main.entry.name },
    );
  const { edits, written, refused } = plan(read, entries);
  const text = edits.apply(main.text);
  const parts = new Map([[main.entry, encodeXml({ ...main.decoded, text })]]);
  const filled = edits.count === 0 ? bytes.slice() : rewriteZip(zip, parts);
  const receipt = proveDocx(read, filled, written, refused, limits);
  const messages = remarks(read, written.length > 0);
  if (!receipt.holds)
    return failed(
      'fill-refused',
      'The filled copy differs from the original in more than the answers, so it was thrown away. The original is unchanged; please report this file.',
      {},
      messages,
    );
  return done({ bytes: filled, receipt }, messages);
}

interface Plan {
  edits: Edits;
  written: Written[];
  refused: Refusal[];
}

function plan(read: ReadDocx, entries: readonly FillEntry[]): Plan {
  const edits = startEdits();
  const written: Written[] = [];
  const refused: Refusal[] = [];
  // Typed blanks of one container may share a text element, so their ranges are spliced together at the end.
  const ranges = new Map<Container, { edit: RangeEdit; entry: FillEntry }[]>();
  const refuse = (entry: FillEntry, error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    refused.push({ at: entry.at, value: entry.value, code: error.code, reason: error.message });
  };
  for (const entry of entries) {
    try {
      const value = cleanText(entry.value);
      const { container, index } = targetOf(read.body, entry);
      const field = index === null ? undefined : container.fields[index];
      const handle = index === null ? undefined : container.handles[index];
      if (!field || !handle) edits.add(writeWords(read.docx.main.text, container, entry, value));
      else if (handle.via !== 'typed')
        edits.add(writeControl(read.docx.main.text, field, handle, value, entry));
      else {
        if (field.kind === 'checkbox') checkOption(field, entry);
        const symbol =
          field.kind === 'checkbox' ? symbolEdit(read.docx.main.text, container.pieces, field) : null;
        if (symbol) edits.add(symbol);
        else {
          const edit = typedEdit(container, field, handle.length, value);
          const others = ranges.get(container) ?? [];
          if (others.some(other => other.edit.offset === edit.offset))
            throw new Refused('overlap', 'Another answer is written to the same place. Keep one of the two.');
          ranges.set(container, [...others, { edit, entry }]);
        }
      }
      written.push({ entry, value, container, field: index });
    } catch (error) {
      refuse(entry, error);
    }
  }
  for (const [container, group] of ranges) {
    try {
      edits.add(
        replaceRanges(
          container.pieces,
          group.map(one => one.edit),
        ),
      );
    } catch (error) {
      for (const { entry } of group) {
        refuse(entry, error);
        written.splice(
          written.findIndex(one => one.entry === entry),
          1,
        );
      }
    }
  }
  return { edits, written, refused };
}

function remarks(read: ReadDocx, changed: boolean): Message[] {
  const messages = [...read.document.messages];
  const signed = read.docx.zip.entries.some(entry => /^_xmlsignatures\//i.test(entry.name));
  if (signed && changed)
    messages.push({
      severity: 'warning',
      code: 'signature-broken',
      text: 'The document is signed. Filling it changes it, so its signature will no longer be valid; the original keeps it.',
      at: null,
    });
  return messages;
}
