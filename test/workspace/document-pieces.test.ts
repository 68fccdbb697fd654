// A document cut into pieces and put together again is the document, and no piece is large.
import { expect, it } from 'vitest';
import type { SourceDocument } from '../../contract/source-document.ts';
import { addPiece, cutDocument } from '../../workspace/engine/document-pieces.ts';

const cell = (row: number, column: number) => ({
  row,
  column,
  text: `${row}:${column}`,
  kind: 'text' as const,
  formula: false,
  locked: false,
  look: {},
});
const grid = (name: string, index: number, rows: number) => ({
  name,
  kind: 'sheet' as const,
  index,
  state: 'visible' as const,
  protected: false,
  rows,
  columns: 3,
  cells: Array.from({ length: rows * 3 }, (_, at) => cell(Math.floor(at / 3) + 1, (at % 3) + 1)),
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  unlockedColumns: [],
  validations: [],
  columnWidths: [],
  rowHeights: [],
});
const paragraph = (at: number) => ({
  kind: 'paragraph' as const,
  text: `Paragraph ${at}`,
  level: 0,
  marker: null,
  at: { paragraph: at },
  fields: [],
});

it('puts sheets and text together as they were', () => {
  const document: SourceDocument = {
    format: 'xlsx',
    name: 'large.xlsx',
    title: null,
    grids: [grid('Empty', 0, 0), grid('Large', 1, 3001), grid('Small', 2, 1)],
    blocks: Array.from({ length: 501 }, (_, at) => paragraph(at)),
    messages: [],
  };
  const { frame, pieces } = cutDocument(document);
  expect(frame.grids.flatMap(({ cells }) => cells)).toEqual([]);
  expect(Math.max(...pieces.map(piece => ('blocks' in piece ? piece.blocks : piece.cells).length))).toBe(
    2000,
  );
  const sent = structuredClone(frame);
  for (const piece of structuredClone(pieces)) addPiece(sent, piece);
  expect(sent).toEqual(document);
});
