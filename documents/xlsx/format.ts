// Excel workbooks as a format of the registry: .xlsx, .xlsm and their templates.
import { done } from '../../contract/outcome.ts';
import type { Format } from '../format.ts';
import { startBudget } from '../limits.ts';
import { packageKind } from '../opc/kind.ts';
import { fillWorkbook } from './fill.ts';
import { readWorkbook } from './read-workbook.ts';

export const xlsx: Format = {
  id: 'xlsx',
  label: 'Excel workbook',
  extensions: ['xlsx', 'xlsm', 'xltx', 'xltm'],
  sniff: bytes => (packageKind(bytes) === 'workbook' ? 'yes' : 'no'),
  read(bytes, name, limits) {
    const document = readWorkbook(bytes, name, startBudget(limits));
    return done(document, document.messages);
  },
  fill: (bytes, _name, entries, limits) => fillWorkbook(bytes, entries, limits),
};
