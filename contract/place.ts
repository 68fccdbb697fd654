// Where a piece of text stands in a customer's or a policy's file. Places cross every boundary of the
// product (reports, receipts, the review screen), so their shape is the documented one of the command line.
import { z } from 'zod';

/** A cell of a workbook sheet, `cell` in A1 form without `$`. */
export const sheetPlace = z.strictObject({
  sheet: z.string(),
  cell: z.string().regex(/^[A-Z]{1,3}[0-9]{1,7}$/),
});

/** A field of a CSV file: record number and column number, both from 1. */
export const csvPlace = z.strictObject({ row: z.int().min(1), column: z.int().min(1) });

/**
 * A cell of a DOCX table. `table` counts the tables of the body in document order, nested ones after the table
 * that holds them; `cell` counts the cells (`w:tc`) of the row, whatever their width; all counts from 0. `field` is
 * the form control inside the cell, from 0, when one is meant.
 */
export const tablePlace = z.strictObject({
  table: z.int().min(0),
  row: z.int().min(0),
  cell: z.int().min(0),
  field: z.int().min(0).optional(),
});

/** A paragraph of a DOCX body (direct children of the body only, from 0), or a form control inside it. */
export const paragraphPlace = z.strictObject({ paragraph: z.int().min(0), field: z.int().min(0).optional() });

/**
 * A line of a PDF page, both from 1; `field` is the full name of an AcroForm field, `cell` the column of a printed
 * table, from 0, where an answer goes.
 */
export const pagePlace = z.strictObject({
  page: z.int().min(1),
  line: z.int().min(1),
  field: z.string().optional(),
  cell: z.int().min(0).optional(),
});

/** Lines of a text or Markdown file, from 1, both ends included. */
export const linesPlace = z.strictObject({ line: z.int().min(1), to: z.int().min(1) });

export const place = z.union([sheetPlace, csvPlace, tablePlace, paragraphPlace, pagePlace, linesPlace]);

export type PagePlace = z.infer<typeof pagePlace>;
export type LinesPlace = z.infer<typeof linesPlace>;
export type Place = z.infer<typeof place>;

/** The place as a person would say it: `Security!C12`, `row 4, column 2`, `page 3, line 9`. */
export function sayPlace(at: Place): string {
  if ('sheet' in at) return `${at.sheet}!${at.cell}`;
  if ('table' in at) return `table ${at.table + 1}, row ${at.row + 1}, cell ${at.cell + 1}`;
  if ('paragraph' in at) return `paragraph ${at.paragraph + 1}`;
  if ('page' in at)
    return `page ${at.page}, line ${at.line}${at.cell === undefined ? '' : `, cell ${at.cell + 1}`}`;
  if ('column' in at) return `row ${at.row}, column ${at.column}`;
  return at.to > at.line ? `lines ${at.line}-${at.to}` : `line ${at.line}`;
}
