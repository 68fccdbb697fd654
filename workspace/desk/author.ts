// Documents of our own, written whole: seconds for thousands of answers, so the engine does it off its thread.
import { writeResponse } from '../../documents/authored/write-response.ts';
import { writeResponsePdf } from '../../documents/authored/write-response-pdf.ts';
import { writeWorkbook } from '../../documents/authored/write-workbook.ts';
import type { Authoring } from './rooms.ts';

export function author(work: Authoring): Promise<Uint8Array | null> {
  switch (work.kind) {
    case 'workbook':
      return writeWorkbook(work.sheets);
    case 'response':
      return writeResponse(work.words);
    case 'response-pdf':
      return writeResponsePdf(work.words);
  }
}
