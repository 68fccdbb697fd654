// Word documents as a format: .docx, .docm and their templates.
import { done } from '../../contract/outcome.ts';
import type { Format } from '../format.ts';
import { startBudget } from '../limits.ts';
import { packageKind } from '../opc/kind.ts';
import { fillDocx } from './fill-docx.ts';
import { readDocx } from './read-docx.ts';

export const docx: Format = {
  id: 'docx',
  label: 'Word document',
  extensions: ['docx', 'docm', 'dotx', 'dotm'],
  sniff: bytes => (packageKind(bytes) === 'text-document' ? 'yes' : 'no'),
  read(bytes, name, limits) {
    const { document } = readDocx(bytes, name, startBudget(limits));
    return done(document, document.messages);
  },
  fill: fillDocx,
};
