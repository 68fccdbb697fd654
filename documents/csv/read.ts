// A delimited text file as one grid. Every field is a cell, empty ones too: they are where answers go.
import type { Message } from '../../contract/outcome.ts';
import type { Cell, SourceDocument } from '../../contract/source-document.ts';
import type { Budget } from '../limits.ts';
import { blankGrid } from '../table-grid.ts';
import { decodeCsv } from './encoding.ts';
import { fieldValue, parseCsv } from './parse.ts';

export function readCsv(bytes: Uint8Array, name: string, budget: Budget): SourceDocument {
  const decoded = decodeCsv(bytes);
  const { records, openQuote } = parseCsv(decoded.text, budget);
  budget.spend('textLength', decoded.text.length);
  const messages: Message[] = [];
  if (decoded.guessed) {
    messages.push({
      severity: 'warning',
      code: 'encoding-guessed',
      text: 'The file does not say how its letters are coded; Western European (Windows-1252) was taken. If letters look wrong, save it as “CSV UTF-8”.',
      at: null,
    });
  }
  if (openQuote >= 0) {
    const row = records.findIndex(({ end }) => end > openQuote) + 1;
    messages.push({
      severity: 'warning',
      code: 'open-quote',
      text: 'A quotation mark is opened here and never closed; it was read as a plain character.',
      at: { row: Math.max(1, row), column: 1 },
    });
  }
  const cells: Cell[] = [];
  let columns = 0;
  records.forEach(({ fields }, index) => {
    budget.spend('cells', fields.length);
    columns = Math.max(columns, fields.length);
    fields.forEach((field, at) => {
      const text = fieldValue(decoded.text, field);
      const kind = text.trim() === '' ? 'blank' : /^-?\d+([.,]\d+)?$/.test(text) ? 'number' : 'text';
      cells.push({ row: index + 1, column: at + 1, text, kind, formula: false, locked: false, look: {} });
    });
  });
  return {
    format: 'csv',
    name,
    title: null,
    grids: [
      {
        ...blankGrid({ name, kind: 'csv', index: 0, state: 'visible' }),
        rows: records.length,
        columns,
        cells,
      },
    ],
    blocks: [],
    messages,
  };
}
