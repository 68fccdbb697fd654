// Delimited text into records of fields, each with its span, so that a fill replaces spans (RFC 4180, with what
// Excel also takes: other delimiters, lone line ends, quotes inside unquoted fields).
import type { Budget } from '../limits.ts';

export interface CsvField {
  /** Span in the text, quotes included, delimiter not. */
  start: number;
  end: number;
  quoted: boolean;
}

export interface CsvRecord {
  /** Never empty: a blank line is one empty field. */
  fields: CsvField[];
  /** Before its line end. */
  end: number;
}

export interface CsvLayout {
  delimiter: string;
  records: CsvRecord[];
  /** Offset of a quote that is never closed and was taken as a plain character, or -1. */
  openQuote: number;
}

const comma = ',';
const delimiters = [comma, ';', '\t', '|'];

/** @param known the delimiter when it is known already, as for a filled copy */
export function parseCsv(text: string, budget: Budget, known?: string): CsvLayout {
  // Excel's own hint, a first line such as "sep=;", is no record.
  const hint = /^sep=(.)(\r\n|\n|\r)/i.exec(text);
  if (hint) return parseWith(text, hint[1] ?? comma, hint[0].length, budget);
  return parseWith(text, known ?? sniffDelimiter(text, budget), 0, budget);
}

/** The value of a field: quotes resolved, line ends inside as `\n`. */
export function fieldValue(text: string, field: CsvField): string {
  const raw = text.slice(field.start, field.end);
  if (!field.quoted) return raw;
  const close = closingQuote(raw, 0);
  return (raw.slice(1, close).replaceAll('""', '"') + raw.slice(close + 1)).replace(/\r\n?/g, '\n');
}

/** The delimiter that splits the first records most evenly into more than one field. */
function sniffDelimiter(text: string, budget: Budget): string {
  const sample = text.slice(0, 64_000);
  let best = comma;
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const records = parseWith(sample, delimiter, 0, budget).records.slice(0, 200);
    const widths = records.map(({ fields }) => fields.length);
    const full = widths.filter(width => width > 1);
    if (full.length === 0) continue;
    const counts = new Map<number, number>();
    for (const width of full) counts.set(width, (counts.get(width) ?? 0) + 1);
    const [usual, times] = [...counts].reduce((a, b) =>
      b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a,
    );
    // Even rows count most; among equally even ones the wider split wins, then the order of the list.
    const even = (times / widths.length) * 100 + Math.min(usual, 50);
    const score = even * cleanShare(sample, records);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** Share of fields whose quotes stand around them: a wrong delimiter cuts quoted fields apart. */
function cleanShare(text: string, records: readonly CsvRecord[]): number {
  const fields = records.flatMap(record => record.fields);
  const clean = fields.filter(({ start, end, quoted }) =>
    quoted ? closingQuote(text, start) === end - 1 : !text.slice(start, end).includes('"'),
  );
  return clean.length / Math.max(1, fields.length);
}

function parseWith(text: string, delimiter: string, from: number, budget: Budget): CsvLayout {
  const records: CsvRecord[] = [];
  let fields: CsvField[] = [];
  let at = from;
  let openQuote = -1;
  const { length } = text;
  const pastRecord = (start: number) => {
    records.push({ fields, end: start });
    fields = [];
    return text.startsWith('\r\n', start) ? start + 2 : start + 1;
  };
  while (at < length || fields.length > 0) {
    budget.tick();
    const start = at;
    let quoted = text.charAt(at) === '"';
    if (quoted) {
      const close = closingQuote(text, at);
      if (close < 0) {
        openQuote = at;
        quoted = false;
      } else at = close + 1;
    }
    at = endOfField(text, at, delimiter);
    fields.push({ start, end: at, quoted });
    if (at < length && text.charAt(at) === delimiter) {
      at += 1;
      if (at < length) continue;
      // A delimiter at the very end: one more empty field.
      fields.push({ start: at, end: at, quoted: false });
    }
    at = pastRecord(at);
  }
  return { delimiter, records, openQuote };
}

function endOfField(text: string, from: number, delimiter: string): number {
  const stop = delimiter.charCodeAt(0);
  let at = from;
  while (at < text.length) {
    const sign = text.charCodeAt(at);
    if (sign === stop || sign === 10 || sign === 13) break;
    at += 1;
  }
  return at;
}

function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2);
  return at;
}
