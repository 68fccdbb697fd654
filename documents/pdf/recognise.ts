// placeholder until OCR lands
import type { Message } from '../../contract/outcome.ts';
import type { OpenPdf } from './open-pdf.ts';
import type { PageContent } from './page-content.ts';

export async function recognisePages(
  _pdf: OpenPdf,
  _pages: PageContent[],
  _deadline: number,
): Promise<{ recognised: Set<number>; messages: Message[] }> {
  return { recognised: new Set(), messages: [] };
}
