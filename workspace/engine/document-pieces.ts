// A document in pieces, for its way from the file thread to the engine's. Unpacking a large workbook in one go holds
// the engine for half a second, in which nobody is answered; a piece takes a few milliseconds.
import type { Block, Cell, SourceDocument } from '../../contract/source-document.ts';

/** Cells of one grid, or blocks of running text, in their order. */
export type Piece = { grid: number; cells: Cell[] } | { blocks: Block[] };

const CELLS = 2000;
const BLOCKS = 200;

/** The document without its cells and blocks, and those in pieces. */
export function cutDocument(document: SourceDocument): { frame: SourceDocument; pieces: Piece[] } {
  const pieces: Piece[] = [
    ...document.grids.flatMap(({ cells }, grid) =>
      cut(cells, CELLS).map((part): Piece => ({ grid, cells: part })),
    ),
    ...cut(document.blocks, BLOCKS).map((blocks): Piece => ({ blocks })),
  ];
  const grids = document.grids.map(grid => ({ ...grid, cells: [] }));
  return { frame: { ...document, grids, blocks: [] }, pieces };
}

/** Puts the next piece into the frame, which it changes. */
export function addPiece(frame: SourceDocument, piece: Piece): void {
  if ('blocks' in piece) frame.blocks.push(...piece.blocks);
  else frame.grids[piece.grid]?.cells.push(...piece.cells);
}

function cut<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}
