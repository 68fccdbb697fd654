// Page headers, footers and page numbers: lines near the edges that repeat from page to page, numbers aside.

import type { PageContent } from './page-content.ts';
import type { Piece } from './pieces.ts';

export interface PageLayout {
  page: PageContent;
  pieces: Piece[];
}

const edge = 0.13; // share of the page's height that counts as its top or bottom margin
const pageNumber =
  /^[\s\-–—|]*(?:page|seite|página|pagina|pág\.?|p\.)?\s*\d{1,4}\s*(?:(?:of|von|de|di|sur|\/|\|)\s*\d{1,4})?[\s\-–—|]*$/i;

/** The pages without their headers and footers; numbers of the remaining lines do not change. */
export function withoutMargins(pages: readonly PageLayout[]): PageLayout[] {
  const seen = new Map<string, Set<number>>();
  for (const { page, pieces } of pages)
    for (const piece of pieces) {
      const key = marginKey(piece, page);
      if (key !== null) seen.set(key, (seen.get(key) ?? new Set()).add(page.page));
    }
  const repeated = (key: string) =>
    (seen.get(key)?.size ?? 0) >= Math.max(2, Math.min(3, pages.length * 0.5));
  return pages.map(({ page, pieces }) => ({
    page,
    pieces: pieces.filter((piece, index) => {
      const key = marginKey(piece, page);
      if (key === null || piece.kind !== 'line') return true;
      const outermost = index === 0 || index === pieces.length - 1;
      return !(repeated(key) || (outermost && pageNumber.test(piece.line.text)));
    }),
  }));
}

/** What a margin line says with its numbers blanked, and at which edge; null for lines of the body. */
function marginKey(piece: Piece, page: PageContent): string | null {
  if (piece.kind !== 'line') return null;
  const { line } = piece;
  const at = line.y < page.height * edge ? 'top' : line.y > page.height * (1 - edge) ? 'bottom' : null;
  return at === null
    ? null
    : `${at}|${line.text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase()}`;
}
