// Lays the cells of a picture out as table rows, merges respected, and picks an ink that can be read on the
// customer's own fill. Pure.

import type { z } from 'zod';
import type { Place } from '../../contract/place.ts';
import type { Picture, pictureCell } from '../../contract/review.ts';

type PictureCell = z.infer<typeof pictureCell>;

export interface PlacedCell {
  column: number;
  rowSpan: number;
  columnSpan: number;
  /** The stated cell; null for one the file leaves empty. */
  from: PictureCell | null;
}

export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * Row and column (from 1) of a place inside a grid; null when it is not one. A Word table's place counts cells,
 * which are not columns where one is merged or stands apart: the picture knows where each begins.
 */
export function gridCell(at: Place, picture?: Picture | null): { row: number; column: number } | null {
  if ('sheet' in at) {
    const [, letters = '', digits = '0'] = /^([A-Z]+)(\d+)$/.exec(at.cell) ?? [];
    let column = 0;
    for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
    return { row: Number(digits), column };
  }
  if ('table' in at) {
    const starts = picture?.rows.find(({ row }) => row === at.row + 1)?.starts;
    return { row: at.row + 1, column: starts?.[at.cell] ?? at.cell + 1 };
  }
  if ('column' in at) return { row: at.row, column: at.column };
  return null;
}

export function cellsOf(picture: Picture): { row: number; hidden: boolean; cells: PlacedCell[] }[] {
  const stated = new Map(picture.cells.map(cell => [`${cell.row}:${cell.column}`, cell]));
  const columns = picture.columns.map(({ column }) => column);
  const rows = picture.rows.map(({ row }) => row);
  const covered = new Set<string>();
  return picture.rows.map(({ row, hidden }, rowIndex) => {
    const cells: PlacedCell[] = [];
    columns.forEach((column, columnIndex) => {
      if (covered.has(`${row}:${column}`)) return;
      const from = stated.get(`${row}:${column}`) ?? null;
      const rowSpan = Math.max(1, Math.min(from?.rowSpan ?? 1, rows.length - rowIndex));
      const columnSpan = Math.max(1, Math.min(from?.columnSpan ?? 1, columns.length - columnIndex));
      for (let r = 0; r < rowSpan; r++) {
        for (let c = 0; c < columnSpan; c++) {
          covered.add(`${rows[rowIndex + r]}:${columns[columnIndex + c]}`);
        }
      }
      cells.push({ column, rowSpan, columnSpan, from });
    });
    return { row, hidden, cells };
  });
}

const longestWord = (text: string) =>
  text.split(/\s+/).reduce((longest, word) => Math.max(longest, word.length), 0);

/**
 * Widths in pixels for a small picture: a share of the file's own, but room for the longest word of each column,
 * within reason. Known beforehand, they spare the page measuring every cell.
 */
export function compactWidths(picture: Picture): number[] {
  return picture.columns.map(({ column, width }) => {
    const words = picture.cells.map(cell =>
      cell.column === column && cell.columnSpan === 1
        ? Math.min(16, longestWord(cell.text)) * (cell.bold ? 8.8 : 7.6)
        : 0,
    );
    return Math.round(Math.min(Math.max((width ?? 10) * 4, Math.max(0, ...words) + 17, 34), 190));
  });
}

/** Relative luminance of RRGGBB, 0 to 1 (WCAG 2.2, "relative luminance"). */
function luminance(hex: string): number {
  const part = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4);
}

/** The file's own ink where it keeps 4.5:1 on its fill, else black or white. */
export function readableInk(fill: string | null, color: string | null): string {
  const ground = luminance(fill ?? 'ffffff');
  if (color) {
    const ink = luminance(color);
    const ratio = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
    if (ratio >= 4.5) return `#${color}`;
  }
  return ground > 0.18 ? '#111111' : '#ffffff';
}
