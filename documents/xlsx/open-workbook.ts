// A workbook from its package, sheets read when asked for: a fill touches few of them, and the big ones of a
// questionnaire are the sender's own scoring sheets.
import { AppError } from '../../contract/outcome.ts';
import type { Grid, Rect } from '../../contract/source-document.ts';
import type { Budget } from '../limits.ts';
import { type Relationship, relationshipsOf } from '../opc/relationships.ts';
import { blankGrid } from '../table-grid.ts';
import { decodeXml } from '../xml/encoding.ts';
import { openZip, type Zip } from '../zip/open.ts';
import { listResolver } from './lists.ts';
import { readPivotRange } from './pivots.ts';
import type { CellContext } from './read-cells.ts';
import { readSheet, type SheetRead } from './read-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import { plainStyle, readStyles } from './styles.ts';
import { readTable, type Table } from './tables.ts';
import { readThemeColors } from './theme.ts';
import { readWorkbookPart } from './workbook-part.ts';

/** Parts up to this many characters stay decoded while the workbook is open; a fill looks at them several times. */
const keptLength = 20_000_000;

export interface Sheet {
  head: Pick<Grid, 'name' | 'index' | 'state'>;
  /** How the workbook points at its part; undefined when it does not. */
  relationship: Relationship | undefined;
  /** Part name; null when there is no such part or it holds no cells (a chart sheet). */
  part: string | null;
  /** Cells and rules, list options not resolved; kept. Empty without a part. @throws AppError for a broken part */
  read(): SheetRead;
  /** The same with the spans of rows and cells instead of the cells: what a fill needs. */
  layout(): SheetRead;
  tables(): readonly Table[];
  /** Ranges pivot tables write into. */
  pivots(): readonly Rect[];
}

export interface Workbook {
  zip: Zip;
  /** Relationships of the package and of the workbook part. */
  root: Relationship[];
  relationships: Relationship[];
  sheets: Sheet[];
  /** Reads texts and formats now, so that damage in them is told once, not per sheet. */
  prepare(): void;
  /** Fills in the options of a sheet's lists, reading other sheets where the lists stand on those. */
  resolveLists(sheet: Sheet, read: SheetRead): void;
  /** The text of a part, or null when there is none of that name. */
  textOf(part: string): string | null;
}

/** @throws AppError `file-unreadable` without a workbook part, and what opening packages throws */
export function openWorkbook(bytes: Uint8Array, budget: Budget): Workbook {
  const zip = openZip(bytes, budget);
  const decoded = new Map<string, string>();
  const textOf = (part: string): string | null => {
    const entry = zip.find(part);
    if (!entry) return null;
    const text = decoded.get(entry.name) ?? decodeXml(zip.read(entry)).text;
    if (text.length < keptLength) decoded.set(entry.name, text);
    return text;
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
  const optional = <T>(type: string, empty: T, read: (text: string, part: string) => T): T => {
    const part = relationships.find(found => found.type === type && !found.external)?.target ?? '';
    const text = textOf(part);
    return text === null ? empty : read(text, part);
  };
  const strings = once(() =>
    optional('sharedStrings', [], (text, part) => readSharedStrings(text, part, budget)),
  );
  const styles = once(() => {
    const theme = optional('theme', [], (text, part) => readThemeColors(text, part, budget));
    return optional('styles', [plainStyle], (text, part) => readStyles(text, part, theme, budget));
  });
  const { date1904 } = workbook;

  const sheets = workbook.sheets.map(({ name, state, relationship: id }, index): Sheet => {
    const head = { name, index, state };
    const relationship = relationships.find(found => found.id === id);
    const part =
      relationship?.type === 'worksheet' && zip.find(relationship.target) ? relationship.target : null;
    return {
      head,
      relationship,
      part,
      read: once(() =>
        readPart(head, part, { strings: strings(), styles: styles(), date1904, budget }, false),
      ),
      layout: once(() => {
        const plain = readPart(head, part, { strings: [], styles: [], date1904, budget }, true);
        // Formats only matter to a fill where they lock.
        if (!plain.grid.protected) return plain;
        return readPart(head, part, { strings: [], styles: styles(), date1904, budget }, true);
      }),
      tables: once(() => attached(part, 'table', readTable)),
      pivots: once(() => attached(part, 'pivotTable', readPivotRange)),
    };
  });
  const options = listResolver({
    sheetNames: sheets.map(({ head }) => head.name),
    grid: index => sheets[index]?.read().grid,
    names: workbook.names,
    tables: once(() => sheets.flatMap(({ tables }, sheet) => tables().map(table => ({ ...table, sheet })))),
    budget,
  });
  return {
    zip,
    root,
    relationships,
    sheets,
    prepare() {
      strings();
      styles();
    },
    textOf,
    resolveLists({ head }, { rules }) {
      for (const { validation, formula1 } of rules) {
        if (validation.kind === 'list') validation.options ??= options(formula1, head.index);
      }
    },
  };

  function readPart(
    head: Sheet['head'],
    part: string | null,
    context: CellContext,
    spans: boolean,
  ): SheetRead {
    return part === null ? emptySheet(head) : readSheet(textOf(part) ?? '', part, head, context, spans);
  }

  /** What the parts of one type hold that a sheet points at. */
  function attached<T>(
    part: string | null,
    type: string,
    read: (text: string, part: string, budget: Budget) => T | null,
  ): T[] {
    return (part === null ? [] : relationshipsOf(zip, part, budget))
      .filter(found => found.type === type && !found.external)
      .map(({ target }) => {
        const text = textOf(target);
        return text === null ? null : read(text, target, budget);
      })
      .filter(found => found !== null);
  }
}

function once<T>(make: () => T): () => T {
  let kept: { value: T } | null = null;
  return () => {
    kept ??= { value: make() };
    return kept.value;
  };
}

export function emptySheet(head: Sheet['head']): SheetRead {
  const grid = blankGrid({ ...head, kind: 'sheet' });
  return { grid, rules: [], arrays: [], lostStrings: 0, spans: null };
}
