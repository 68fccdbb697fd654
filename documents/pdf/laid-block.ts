// A block of the neutral model together with its geometry on the page.
import type { Block } from '../../contract/source-document.ts';
import type { Flow } from './flow.ts';
import type { PageContent } from './page-content.ts';
import type { TablePiece } from './pieces.ts';

/** A block and what it was made of, so that fields and fills can find its geometry again. */
export interface LaidBlock {
  block: Block;
  page: PageContent;
  flow: Flow | null;
  piece: TablePiece | null;
}
