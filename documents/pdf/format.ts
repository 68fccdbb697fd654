// PDF as a format. Its libraries are loaded with the first PDF, so that a start without one does not wait.
import type { Format } from '../format.ts';

export const pdf: Format = {
  id: 'pdf',
  label: 'PDF',
  extensions: ['pdf'],
  sniff(bytes) {
    // ISO 32000-1 Annex H: readers accept the header anywhere in the first 1024 bytes.
    return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-') ? 'yes' : 'no';
  },
  read: async (...given) => (await import('./read-pdf.ts')).readPdf(...given),
  fill: async (...given) => (await import('./fill-pdf.ts')).fillPdf(...given),
};
