// Delimited text (comma, semicolon, tab, bar) as a format of the registry.
import { done } from '../../contract/outcome.ts';
import { extensionOf, type Format } from '../format.ts';
import { startBudget } from '../limits.ts';
import { decodeCsv } from './encoding.ts';
import { fillCsv } from './fill.ts';
import { readCsv } from './read.ts';

const extensions = ['csv', 'tsv', 'tab'];

export const csv: Format = {
  id: 'csv',
  label: 'CSV file',
  extensions,
  // Any text can be delimited text, so the name decides; NUL characters never stand in text.
  sniff(bytes, name) {
    if (!extensions.includes(extensionOf(name))) return 'no';
    return decodeCsv(bytes.subarray(0, 4096)).text.includes('\0') ? 'no' : 'maybe';
  },
  read(bytes, name, limits) {
    const document = readCsv(bytes, name, startBudget(limits));
    return done(document, document.messages);
  },
  fill: fillCsv,
};
