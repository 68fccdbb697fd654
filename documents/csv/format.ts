// Delimited text as a format of the registry.

import { failed } from '../../contract/outcome.ts';
import { extensionOf, type Format } from '../format.ts';

export const csv: Format = {
  id: 'csv',
  label: 'CSV file',
  extensions: ['csv', 'tsv'],
  sniff: (_, name) => (['csv', 'tsv'].includes(extensionOf(name)) ? 'maybe' : 'no'),
  read: () => failed('internal', 'Not there yet.'),
};
