// All regions of one grid: its tables, the contact block above them, and, where a form leaves no place for the
// answers, the spare column that takes them.
import type { Place } from '../../contract/place.ts';
import type { RegionCorrection } from '../../contract/questionnaire.ts';
import type { Grid } from '../../contract/source-document.ts';
import { contactPairs, regionOfContacts } from './contact-fields.ts';
import type { FoundRegion } from './found.ts';
import type { GridContext } from './grid-context.ts';
import { regionOfTable } from './grid-region.ts';
import { type GridView, viewGrid } from './grid-view.ts';
import type { HeaderCell } from './header-rows.ts';
import { regionOfLabelledRows } from './labelled-rows.ts';
import { answerBelow, answerInSpare, spareColumn } from './spare-column.ts';
import { cutTables } from './tables.ts';

export interface GridInput {
  grid: Grid;
  corrections: Map<string, RegionCorrection>;
  makeId(at: Place): string;
  rowPlaces?: Place[];
  /** Headers of the table this one continues on the next page. */
  inherited?: Map<number, HeaderCell>;
}

export function regionsOfGrid(input: GridInput): FoundRegion[] {
  const { grid, corrections, makeId, rowPlaces } = input;
  const view = viewGrid(grid);
  if (view.contentRows.length === 0) return [];
  const name = regionName(grid);
  const found: FoundRegion[] = [];
  const context = (): GridContext => {
    const number = found.length + 1;
    const id = `${name}#${number}`;
    const correction = corrections.get(id);
    return {
      view,
      id,
      label: number === 1 ? grid.name : `${grid.name} (${number})`,
      makeId,
      ...(rowPlaces ? { rowPlaces } : {}),
      ...(correction ? { correction } : {}),
    };
  };
  const headerRow = headerRowOf(name, corrections);
  const labelled = headerRow === undefined ? regionOfLabelledRows(context()) : null;
  if (labelled) return [labelled];
  for (const table of cutTables(view, { headerRow, inherited: input.inherited })) {
    const block = table.headerRows.length > 0 ? contactRows(view, table.above) : [];
    if (block.length > 0) {
      const contacts = regionOfContacts(context(), block);
      if (contacts) found.push(contacts);
    }
    const here = context();
    let one = regionOfTable(here, { ...table, above: block.length > 0 ? [] : table.above });
    if (!one.region.included && !here.correction && table.headerRows.length === 0) {
      one = regionOfContacts(here, table.body) ?? one;
    }
    takeSpareColumn(view, one);
    found.push(one);
  }
  return found;
}

/** A header row given by hand for any part of the grid holds for the whole of it. */
function headerRowOf(name: string, corrections: Map<string, RegionCorrection>): number | undefined {
  const given = [...corrections].find(
    ([id, one]) => id.startsWith(`${name}#`) && one.headerRow !== undefined,
  );
  return given?.[1].headerRow;
}

/** The part of a region's id that names its grid. */
export function regionName(grid: Grid): string {
  return grid.kind === 'table' ? `table:${grid.index}` : `${grid.kind}:${grid.name}`;
}

/** Rows with numbers in front are questions of the table below, not its contact block. */
function contactRows(view: GridView, rows: number[]): number[] {
  const pairs = contactPairs(view, rows);
  return pairs.length > 0 ? rows.filter(row => pairs.some(pair => pair.row === row)) : [];
}

function takeSpareColumn(view: GridView, one: FoundRegion): void {
  const question = one.region.columns.find(column => column.role === 'question')?.column;
  if (!one.region.included || question === undefined || one.traits.withSlots > 0) return;
  if (answerBelow(view, one.questions, question)) {
    one.traits.withSlots = one.questions.filter(asked => asked.slots.length > 0).length;
    one.region.confidence = Math.max(one.region.confidence, 0.8);
    return;
  }
  const column = spareColumn(view, question);
  if (column === null) return;
  answerInSpare(view, one.questions, column);
  one.region.columns = [
    ...one.region.columns.filter(other => other.column !== column),
    {
      column,
      role: 'text' as const,
      header: null,
      option: null,
      why: 'No column is meant for answers; this is the first empty one.',
    },
  ].sort((a, b) => a.column - b.column);
}
