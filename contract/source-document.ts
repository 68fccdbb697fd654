// The neutral model every format is read into: what a person sees, and where it stands. Readers in documents/
// make it, the question finder and the passage maker consume it. Plain data, so it crosses to worker threads.
import type { Message } from './outcome.ts';
import type { Place } from './place.ts';

export type FormatId = 'xlsx' | 'csv' | 'docx' | 'pdf' | 'markdown' | 'text';

/** A rectangle of cells, 1-based, all ends included. */
export interface Rect {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A place inside a paragraph or table cell where the customer expects input. */
export interface Field {
  /** Counts the fields of one container (cell or paragraph) from 0, in document order. */
  index: number;
  kind: 'text' | 'dropdown' | 'checkbox' | 'blank';
  /** The mechanism: content control, legacy form field, AcroForm, a typed box character, an underline run. */
  via: 'sdt' | 'legacy' | 'acroform' | 'symbol' | 'underline';
  /** Title, tag or full field name as the file gives it. */
  name: string | null;
  /** Present text; for a checkbox its label is in `option`. */
  value: string;
  /** True while `value` is only the producer's prompt ("Click here to enter text"). */
  placeholder: boolean;
  checked?: boolean;
  /** Options of a dropdown in file order; for a checkbox its export value. */
  options?: string[];
  /** The words beside a checkbox that say what ticking it means. */
  option?: string;
  /** Character offset in the container's text where the field stands. */
  offset: number;
  locked: boolean;
  maxLength?: number;
}

export interface Look {
  bold?: boolean;
  italic?: boolean;
  /** Font size in points. */
  size?: number;
  /** Text and fill colour as RRGGBB, resolved from theme and indexed colours. */
  color?: string;
  fill?: string;
  wrap?: boolean;
  align?: 'left' | 'center' | 'right';
}

export interface Cell {
  /** Both from 1. */
  row: number;
  column: number;
  /** What a person sees: the cached value of a formula, a number in a readable form, rich text joined. */
  text: string;
  kind: 'blank' | 'text' | 'number' | 'boolean' | 'error';
  formula: boolean;
  /** The style's locked flag; it only bites when the grid is protected. */
  locked: boolean;
  look: Look;
  /** Form controls inside the cell (DOCX). */
  fields?: Field[];
}

/** A data validation as stated: never expanded cell by cell. */
export interface Validation {
  rects: Rect[];
  kind: 'list' | 'whole' | 'decimal' | 'date' | 'time' | 'textLength' | 'custom' | 'none';
  /** The options of a list, resolved through ranges, names and other sheets; null when not a list or not resolvable. */
  options: string[] | null;
  promptTitle: string | null;
  prompt: string | null;
  errorTitle: string | null;
  error: string | null;
  /** Upper bound of a textLength validation, in characters. */
  maxLength: number | null;
}

export interface Span {
  from: number;
  to: number;
}

/** A grid of cells: a worksheet, a CSV file, or a table of a DOCX or PDF. */
export interface Grid {
  /** Sheet name; for a CSV file its file name; for a table "Table 1". */
  name: string;
  kind: 'sheet' | 'csv' | 'table';
  /** Position in its file, from 0 (sheet order, table number). */
  index: number;
  state: 'visible' | 'hidden' | 'veryHidden';
  protected: boolean;
  /** Last used row and column (cells, merges), from 1; 0 when empty. */
  rows: number;
  columns: number;
  /** Every cell the file states, blanks with a style included, by row then column. */
  cells: Cell[];
  merges: Rect[];
  /**
   * DOCX rows whose cells are not one column wide each: row from 1 to the columns at which its cells begin, the
   * continuations of merges included. Places count cells, not columns.
   */
  cellStarts?: Record<number, number[]>;
  hiddenRows: Span[];
  hiddenColumns: Span[];
  /** Columns whose default style is unlocked, for cells the file does not state. */
  unlockedColumns: Span[];
  validations: Validation[];
  /** Widths in characters and heights in points, only where stated; for a faithful picture. */
  columnWidths: { from: number; to: number; width: number }[];
  rowHeights: { row: number; height: number }[];
}

export interface TextBlock {
  kind: 'heading' | 'paragraph' | 'item' | 'note' | 'code';
  /** Soft line breaks of the file stay as `\n`; for Markdown and text, wrapped lines are joined by a space. */
  text: string;
  /** Heading level from 1; list depth from 0. */
  level: number;
  /** Number or bullet as shown ("1.2", "a)", "–"), automatic numbering included. */
  marker: string | null;
  at: Place;
  fields: Field[];
  /** Room after the text for an answer (PDF): points of white space to the right and below. */
  room?: { right: number; below: number };
  /** The text was read by character recognition and may hold mistakes. */
  recognised?: boolean;
  look?: Look;
}

export interface TableBlock {
  kind: 'table';
  grid: Grid;
  at: Place;
  /** Where each row stands (row 1 first), for formats whose places are lines: Markdown, text and PDF. */
  rowPlaces?: Place[];
}

export type Block = TextBlock | TableBlock;

export interface SourceDocument {
  format: FormatId;
  /** File name without folders. */
  name: string;
  /** Title property or first level-1 heading, when the file has one. */
  title: string | null;
  /** Workbook sheets in order, hidden ones included; one grid for CSV; empty otherwise. */
  grids: Grid[];
  /** Running text in order, tables among it, for DOCX, PDF, Markdown and text; empty for workbooks. */
  blocks: Block[];
  messages: Message[];
}
