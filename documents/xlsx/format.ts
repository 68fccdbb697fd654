// Excel workbooks as a format of the registry.

import { failed } from '../../contract/outcome.ts';
import type { Format } from '../format.ts';
import { packageKind } from '../opc/kind.ts';

export const xlsx: Format = {
  id: 'xlsx',
  label: 'Excel workbook',
  extensions: ['xlsx', 'xlsm', 'xltx', 'xltm'],
  sniff: bytes => (packageKind(bytes) === 'workbook' ? 'yes' : 'no'),
  read: () => failed('internal', 'Not there yet.'),
};
