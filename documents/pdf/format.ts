// PDF as a format.
import type { Format } from '../format.ts';
import { fillPdf } from './fill-pdf.ts';
import { readPdf } from './read-pdf.ts';

export const pdf: Format = {
  id: 'pdf',
  label: 'PDF',
  extensions: ['pdf'],
  sniff(bytes) {
    // ISO 32000-1 Annex H: readers accept the header anywhere in the first 1024 bytes.
    return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-') ? 'yes' : 'no';
  },
  read: readPdf,
  fill: fillPdf,
};
