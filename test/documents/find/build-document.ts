// Builds a neutral document from the short description a golden case is written in, without any file format:
// sheets as rows of words with what is merged, listed, locked; running text as blocks with their fields.
import type { Place } from '../../../contract/place.ts';
import type {
  Block,
  Cell,
  Field,
  FormatId,
  Grid,
  Rect,
  SourceDocument,
  TextBlock,
} from '../../../contract/source-document.ts';

export type Words = string | number;

export interface GridDescription {
  name?: string;
  rows: Words[][];
  state?: Grid['state'];
  protected?: boolean;
  merges?: string[];
  lists?: { at: string; options: string[] }[];
  prompts?: { at: string; prompt: string }[];
  formulas?: string[];
  bold?: string[];
  fill?: Record<string, string>;
  unlocked?: string[];
  hiddenRows?: [number, number][];
  hiddenColumns?: [number, number][];
  fields?: Record<string, Partial<Field>[]>;
  /** PDF only: page and line of each row. */
  places?: [number, number][];
}

export interface BlockDescription {
  p?: string;
  kind?: TextBlock['kind'];
  level?: number;
  marker?: string;
  page?: number;
  line?: number;
  room?: { right: number; below: number };
  fields?: Partial<Field>[];
  table?: GridDescription;
}

export interface DocumentDescription {
  format: FormatId;
  name?: string;
  title?: string;
  sheets?: GridDescription[];
  rows?: Words[][];
  blocks?: BlockDescription[];
}

export function buildDocument(description: DocumentDescription): SourceDocument {
  const { format } = description;
  const name = description.name ?? `file.${format}`;
  const document: SourceDocument = {
    format,
    name,
    title: description.title ?? null,
    grids: [],
    blocks: [],
    messages: [],
  };
  for (const sheet of description.sheets ?? [])
    document.grids.push(buildGrid(sheet, 'sheet', document.grids.length));
  if (description.rows) document.grids.push(buildGrid({ name, rows: description.rows }, 'csv', 0));
  document.blocks = buildBlocks(description.blocks ?? [], format);
  return document;
}

function buildBlocks(descriptions: BlockDescription[], format: FormatId): Block[] {
  let paragraph = 0;
  let line = 0;
  let tables = 0;
  return descriptions.map(one => {
    if (one.table) {
      const grid = buildGrid(one.table, 'table', tables);
      const rowPlaces = (one.table.places ?? []).map(([page, at]) => ({ page, line: at }));
      tables += 1;
      const at: Place = rowPlaces[0] ?? { table: grid.index, row: 0, cell: 0 };
      return { kind: 'table', grid, at, ...(rowPlaces.length > 0 ? { rowPlaces } : {}) };
    }
    line = one.line ?? line + 1;
    const at: Place = format === 'docx' ? { paragraph } : { page: one.page ?? 1, line };
    paragraph += 1;
    return {
      kind: one.kind ?? 'paragraph',
      text: one.p ?? '',
      level: one.level ?? (one.kind === 'heading' ? 1 : 0),
      marker: one.marker ?? null,
      at,
      fields: (one.fields ?? []).map(buildField),
      ...(one.room ? { room: one.room } : {}),
    };
  });
}

function buildField(part: Partial<Field>, index: number): Field {
  const kind = part.kind ?? 'checkbox';
  return {
    index,
    kind,
    via: kind === 'blank' ? 'underline' : 'sdt',
    name: null,
    value: '',
    placeholder: false,
    offset: 0,
    locked: false,
    ...part,
  };
}

export function buildGrid(description: GridDescription, kind: Grid['kind'], index: number): Grid {
  const cells = new Map<string, Cell>();
  const at = (row: number, column: number): Cell => {
    const key = `${row}:${column}`;
    const cell = cells.get(key) ?? blank(row, column);
    cells.set(key, cell);
    return cell;
  };
  for (const [r, row] of description.rows.entries()) {
    for (const [c, words] of row.entries()) {
      if (words === '' && kind === 'sheet') continue;
      const cell = at(r + 1, c + 1);
      cell.text = String(words);
      cell.kind = words === '' ? 'blank' : typeof words === 'number' ? 'number' : 'text';
    }
  }
  const each = (places: string[] | undefined, change: (cell: Cell) => void) => {
    for (const place of places ?? []) {
      for (const rect of rects(place)) {
        for (let row = rect.top; row <= rect.bottom; row += 1) {
          for (let column = rect.left; column <= rect.right; column += 1) change(at(row, column));
        }
      }
    }
  };
  each(description.formulas, cell => {
    cell.formula = true;
  });
  each(description.bold, cell => {
    cell.look.bold = true;
  });
  each(description.unlocked, cell => {
    cell.locked = false;
  });
  for (const [place, fill] of Object.entries(description.fill ?? {})) {
    each([place], cell => {
      cell.look.fill = fill;
    });
  }
  for (const [place, fields] of Object.entries(description.fields ?? {})) {
    const cell = rects(place)[0];
    if (cell) at(cell.top, cell.left).fields = fields.map(buildField);
  }
  const validation = { promptTitle: null, prompt: null, errorTitle: null, error: null, maxLength: null };
  const all = [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    name: description.name ?? `Table ${index + 1}`,
    kind,
    index,
    state: description.state ?? 'visible',
    protected: description.protected ?? false,
    rows: Math.max(0, ...all.map(cell => cell.row)),
    columns: Math.max(0, ...all.map(cell => cell.column)),
    cells: all,
    merges: (description.merges ?? []).flatMap(rects),
    hiddenRows: (description.hiddenRows ?? []).map(([from, to]) => ({ from, to })),
    hiddenColumns: (description.hiddenColumns ?? []).map(([from, to]) => ({ from, to })),
    unlockedColumns: [],
    validations: [
      ...(description.lists ?? []).map(list => ({
        ...validation,
        rects: rects(list.at),
        kind: 'list' as const,
        options: list.options,
      })),
      ...(description.prompts ?? []).map(one => ({
        ...validation,
        rects: rects(one.at),
        kind: 'none' as const,
        options: null,
        prompt: one.prompt,
      })),
    ],
    columnWidths: [],
    rowHeights: [],
  };
}

function blank(row: number, column: number): Cell {
  return { row, column, text: '', kind: 'blank', formula: false, locked: true, look: {} };
}

/** "A1:B3 D4" as rectangles. */
export function rects(text: string): Rect[] {
  return text.split(' ').map(part => {
    const [from, to] = part.split(':');
    const start = corner(from ?? 'A1');
    const end = corner(to ?? from ?? 'A1');
    return { top: start.row, left: start.column, bottom: end.row, right: end.column };
  });
}

function corner(name: string): { row: number; column: number } {
  const match = /^([A-Z]+)(\d+)$/.exec(name);
  const column = [...(match?.[1] ?? 'A')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(match?.[2] ?? 1), column };
}
