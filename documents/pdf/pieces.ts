// What a page is cut into, in reading order: single lines and tables.
import type { Lattice } from './lattice.ts';
import type { Line } from './lines.ts';

export interface TablePiece {
  kind: 'table';
  top: number;
  bottom: number;
  lattice: Lattice;
  /** Lines of each lattice cell, in the order of `lattice.cells`. */
  contents: Line[][];
}

/** `limit` is the right edge a line may run to. */
export type Piece = { kind: 'line'; line: Line; limit: number } | TablePiece;
