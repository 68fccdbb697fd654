// A person's corrections of what was found, on top of the ones already made. Pure; sent as a whole.
import type { ColumnRole, Mapping, Region, RegionCorrection } from '../../../contract/questionnaire.ts';

function changeRegion(
  mapping: Mapping,
  region: string,
  change: (now: RegionCorrection) => RegionCorrection,
): Mapping {
  const now = mapping.corrections.find(correction => correction.region === region) ?? { region };
  const rest = mapping.corrections.filter(correction => correction.region !== region);
  return { corrections: [...rest, change(now)] };
}

export const leaveOut = (mapping: Mapping, region: string, included: boolean): Mapping =>
  changeRegion(mapping, region, now => ({ ...now, included }));

export function setRole(
  mapping: Mapping,
  region: string,
  column: number,
  role: ColumnRole,
  option?: string,
): Mapping {
  return changeRegion(mapping, region, now => ({
    ...now,
    included: true,
    columns: [
      ...(now.columns ?? []).filter(item => item.column !== column),
      { column, role, ...(option ? { option } : {}) },
    ],
  }));
}

export const setHeaderRow = (mapping: Mapping, region: string, headerRow: number): Mapping =>
  changeRegion(mapping, region, now => ({ ...now, included: true, headerRow }));

/** Turns one row into a question, or a question into a plain row. */
export function setRow(mapping: Mapping, region: string, row: number, isQuestion: boolean): Mapping {
  return changeRegion(mapping, region, now => {
    const without = (rows: number[] | undefined) => (rows ?? []).filter(item => item !== row);
    return {
      ...now,
      addRows: isQuestion ? [...without(now.addRows), row] : without(now.addRows),
      dropRows: isQuestion ? without(now.dropRows) : [...without(now.dropRows), row],
    };
  });
}

/** The role of a column as corrected, else as found, else unused. */
export function roleOf(region: Region, mapping: Mapping, column: number): ColumnRole {
  const corrected = mapping.corrections
    .find(correction => correction.region === region.id)
    ?.columns?.find(item => item.column === column);
  return corrected?.role ?? region.columns.find(item => item.column === column)?.role ?? 'ignore';
}

/** Whether a row is a question: as corrected, else as the picture of the sheet shows it. */
export function isQuestionRow(mapping: Mapping, region: string, row: number, asFound: boolean): boolean {
  const correction = mapping.corrections.find(item => item.region === region);
  if (correction?.dropRows?.includes(row)) return false;
  return correction?.addRows?.includes(row) || asFound;
}
