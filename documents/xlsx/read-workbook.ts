// A whole workbook: from the package to grids, in the order of its tabs. The pipeline of this folder.
import type { Message } from '../../contract/outcome.ts';
import { AppError } from '../../contract/outcome.ts';
import type { Grid } from '../../contract/source-document.ts';
import type { Budget } from '../limits.ts';
import { type Relationship, relationshipsOf } from '../opc/relationships.ts';
import { decodeXml } from '../xml/encoding.ts';
import { readXml } from '../xml/sax.ts';
import { localName } from '../xml/tags.ts';
import { openZip, type Zip } from '../zip/open.ts';
import { listResolver, type TableEntry } from './lists.ts';
import type { CellContext } from './read-cells.ts';
import { readSheet, type SheetRead } from './read-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import { plainStyle, readStyles } from './styles.ts';
import { readTable, type Table } from './tables.ts';
import { readThemeColors } from './theme.ts';
import { readWorkbookPart } from './workbook-part.ts';

export interface WorkbookSheet extends SheetRead {
  /** Part name; null when the sheet has no cells (a chart sheet) or could not be read. */
  part: string | null;
  /** Read when asked for. */
  tables: () => readonly Table[];
}

export interface Workbook {
  zip: Zip;
  title: string | null;
  sheets: WorkbookSheet[];
  messages: Message[];
}

export function readWorkbook(bytes: Uint8Array, budget: Budget): Workbook {
  const zip = openZip(bytes, budget);
  const messages: Message[] = [];
  const textOf = (part: string): string | null => {
    const entry = zip.find(part);
    return entry ? decodeXml(zip.read(entry)).text : null;
  };
  const root = relationshipsOf(zip, '', budget);
  const main =
    root.find(({ type, external }) => type === 'officeDocument' && !external)?.target ?? 'xl/workbook.xml';
  const mainText = textOf(main);
  if (mainText === null) {
    throw new AppError(
      'file-unreadable',
      'The file is a package without a workbook in it. Open it in Excel or LibreOffice, save a new copy, and load that copy.',
      { part: main },
    );
  }
  const workbook = readWorkbookPart(mainText, main, budget);
  const relationships = relationshipsOf(zip, main, budget);
  const partOf = (type: string) =>
    relationships.find(found => found.type === type && !found.external)?.target;
  const optional = <T>(type: string, empty: T, read: (text: string, part: string) => T): T => {
    const part = partOf(type);
    const text = part === undefined ? null : textOf(part);
    return part === undefined || text === null ? empty : read(text, part);
  };
  const theme = optional('theme', [], (text, part) => readThemeColors(text, part, budget));
  const context: CellContext = {
    strings: optional('sharedStrings', [], (text, part) => readSharedStrings(text, part, budget)),
    styles: optional('styles', [plainStyle], (text, part) => readStyles(text, part, theme, budget)),
    date1904: workbook.date1904,
    budget,
  };

  const sheets = workbook.sheets.map((sheet, index): WorkbookSheet => {
    const head = { name: sheet.name, index, state: sheet.state };
    const relationship = relationships.find(({ id }) => id === sheet.relationship);
    const read = readOne(relationship, head, context, textOf, messages);
    const part = read && relationship ? relationship.target : null;
    return { ...(read ?? emptySheet(head)), part, tables: tablesOf(zip, part, textOf, budget) };
  });
  if (
    sheets.length > 0 &&
    sheets.every(({ part }) => part === null) &&
    messages.some(({ severity }) => severity === 'error')
  ) {
    throw new AppError('file-unreadable', messages.find(({ severity }) => severity === 'error')?.text ?? '', {
      part: main,
    });
  }
  resolveLists(sheets, workbook.names, budget);
  remark(zip, relationships, messages);
  return { zip, title: titleOf(root, textOf, budget), sheets, messages };
}

type Head = Pick<Grid, 'name' | 'index' | 'state'>;

/** A sheet that cannot be read is a message; the others are still worth having. */
function readOne(
  relationship: Relationship | undefined,
  head: Head,
  context: CellContext,
  textOf: (part: string) => string | null,
  messages: Message[],
): SheetRead | null {
  const say = (severity: Message['severity'], code: string, text: string) =>
    messages.push({ severity, code, text, at: null });
  if (relationship && relationship.type !== 'worksheet') {
    say(
      'info',
      'sheet-without-cells',
      `“${head.name}” is a ${relationship.type}, which holds no cells; it is kept as it is.`,
    );
    return null;
  }
  const text = relationship ? textOf(relationship.target) : null;
  if (!relationship || text === null) {
    say(
      'error',
      'sheet-missing',
      `The sheet “${head.name}” is listed but not in the file. Ask for the file again.`,
    );
    return null;
  }
  try {
    const sheet = readSheet(text, relationship.target, head, context);
    if (sheet.lostStrings > 0) {
      say(
        'warning',
        'text-missing',
        `${sheet.lostStrings} cells of “${head.name}” refer to texts that are not in the file; they read as empty.`,
      );
    }
    return sheet;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'file-unreadable') throw error;
    say('error', 'sheet-unreadable', `The sheet “${head.name}” was left out. ${error.message}`);
    return null;
  }
}

function emptySheet(head: Head): SheetRead {
  const grid: Grid = {
    ...head,
    kind: 'sheet',
    protected: false,
    rows: 0,
    columns: 0,
    cells: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    unlockedColumns: [],
    validations: [],
    columnWidths: [],
    rowHeights: [],
  };
  return { grid, rules: [], arrays: [], formulas: 0, lostStrings: 0 };
}

function tablesOf(
  zip: Zip,
  part: string | null,
  textOf: (part: string) => string | null,
  budget: Budget,
): () => Table[] {
  let tables: Table[] | null = null;
  return () => {
    tables ??= (part === null ? [] : relationshipsOf(zip, part, budget))
      .filter(({ type }) => type === 'table')
      .map(({ target }) => {
        const text = textOf(target);
        return text === null ? null : readTable(text, target, budget);
      })
      .filter(table => table !== null);
    return tables;
  };
}

function resolveLists(
  sheets: readonly WorkbookSheet[],
  names: Parameters<typeof listResolver>[0]['names'],
  budget: Budget,
): void {
  const tables = (): TableEntry[] =>
    sheets.flatMap(({ tables }, sheet) =>
      tables().map(({ name, whole, headerRows, totalsRows, columns }) => ({
        name,
        sheet,
        data: { ...whole, top: whole.top + headerRows, bottom: whole.bottom - totalsRows },
        columns,
      })),
    );
  const resolve = listResolver({ grids: sheets.map(({ grid }) => grid), names, tables, budget });
  sheets.forEach(({ rules }, index) => {
    for (const { validation, formula1 } of rules) {
      if (validation.kind === 'list') validation.options = resolve(formula1, index);
    }
  });
}

function remark(zip: Zip, relationships: readonly Relationship[], messages: Message[]): void {
  if (relationships.some(({ type }) => type === 'externalLink')) {
    messages.push({
      severity: 'info',
      code: 'external-links',
      text: 'The workbook refers to other workbooks. They are not opened; cells show the values saved last.',
      at: null,
    });
  }
  if (zip.entries.some(({ name }) => name.toLowerCase().endsWith('vbaproject.bin'))) {
    messages.push({
      severity: 'info',
      code: 'macros-kept',
      text: 'The workbook holds macros. They are never run here, and stay in the file as they are.',
      at: null,
    });
  }
}

/** The title property of the package (`docProps/core.xml`), when it says something. */
function titleOf(
  root: readonly Relationship[],
  textOf: (part: string) => string | null,
  budget: Budget,
): string | null {
  const part = root.find(({ type }) => type === 'core-properties')?.target;
  const text = part === undefined ? null : textOf(part);
  if (part === undefined || text === null) return null;
  let title = '';
  let inTitle = false;
  try {
    readXml(text, part, budget, {
      open: name => {
        inTitle = localName(name) === 'title';
      },
      close: () => {
        inTitle = false;
      },
      text: piece => {
        if (inTitle) title += piece;
      },
    });
  } catch (error) {
    if (error instanceof AppError && error.code === 'file-unreadable') return null;
    throw error;
  }
  return title.trim() || null;
}
