// Decides for every entry whether it may be written and into which cell, before anything is touched. A refusal
// has a code for programs and a reason that tells a person what to do.
import type { FillEntry, Refusal } from '../../contract/fill.ts';
import type { Rect } from '../../contract/source-document.ts';
import { rectIndex } from '../find/rect-index.ts';
import type { Sheet, Workbook } from './open-workbook.ts';
import type { ValidationRule } from './read-validations.ts';
import { cellName, holds, parseCell } from './reference.ts';
import { cellIndex, formulaFlag, lockedFlag } from './spans.ts';

/** The longest text a cell holds (Excel specifications and limits). */
export const longestText = 32_767;

export interface CellEdit {
  row: number;
  column: number;
  /** Line ends as `\n`; empty clears the cell. */
  value: string;
}

export interface SheetEdits {
  sheet: Sheet;
  cells: CellEdit[];
}

export interface FillPlan {
  edits: SheetEdits[];
  refused: Refusal[];
  /** Sheets without a single unlocked cell whose protection was therefore not meant to stop answers. */
  lockedSheets: string[];
}

export function planFill(workbook: Workbook, entries: readonly FillEntry[]): FillPlan {
  const { sheets } = workbook;
  const bySheet = new Map<Sheet, Map<number, CellEdit>>();
  const checks = new Map<Sheet, SheetCheck>();
  const refused: Refusal[] = [];
  for (const entry of entries) {
    const refuse = (code: string, reason: string) =>
      refused.push({ at: entry.at, value: entry.value, code, reason });
    if (!('sheet' in entry.at)) {
      refuse(
        'wrong-place',
        'This place is not a cell of a sheet. Read the file again and use the places it gives.',
      );
      continue;
    }
    const { sheet: name, cell } = entry.at;
    const sheet =
      sheets.find(({ head }) => head.name === name) ??
      sheets.find(({ head }) => head.name.toLowerCase() === name.toLowerCase());
    const at = parseCell(cell);
    if (!sheet || sheet.part === null || !at) {
      refuse(
        'no-such-place',
        `The workbook has no cell ${name}!${cell}. Read the file again and use the places it gives.`,
      );
      continue;
    }
    const check = checks.get(sheet) ?? checkOf(sheet, workbook);
    checks.set(sheet, check);
    const anchor = check.anchorOf(at.row, at.column);
    const edits = bySheet.get(sheet) ?? new Map<number, CellEdit>();
    bySheet.set(sheet, edits);
    const value = entry.value.replace(/\r\n?/g, '\n');
    const problem = edits.has(keyOf(anchor)) ? taken : check.problem(anchor, value, entry);
    if (problem) refuse(...problem);
    else edits.set(keyOf(anchor), { ...anchor, value });
  }
  const edits = [...bySheet].filter(([, cells]) => cells.size > 0);
  return {
    edits: edits.map(([sheet, cells]) => ({
      sheet,
      cells: [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column),
    })),
    refused,
    lockedSheets: edits.filter(([sheet]) => checks.get(sheet)?.allLocked).map(([sheet]) => sheet.head.name),
  };
}

type Problem = readonly [code: string, reason: string];

const taken: Problem = ['written-twice', 'Another answer goes into the same cell. Keep one of them.'];

interface At {
  row: number;
  column: number;
}

interface SheetCheck {
  allLocked: boolean;
  /** The cell that shows what stands at a place: the top-left one of a merged range. */
  anchorOf(row: number, column: number): At;
  problem(at: At, value: string, entry: FillEntry): Problem | null;
}

function keyOf({ row, column }: At): number {
  return row * 16_385 + column;
}

/** What can be wrong with writing into the cells of one sheet. */
function checkOf(sheet: Sheet, workbook: Workbook): SheetCheck {
  const layout = sheet.layout();
  workbook.resolveLists(sheet, layout);
  const { grid, rules, arrays, spans } = layout;
  const rows = new Map(spans?.rows.map(row => [row.row, row]));
  const flagsOf = ({ row, column }: At) => {
    const span = rows.get(row);
    const at = span ? cellIndex(span, column) : -1;
    return span && at >= 0 ? (span.cells[at + 3] ?? 0) : null;
  };
  const headers: Rect[] = sheet
    .tables()
    .filter(({ headerRows }) => headerRows > 0)
    .map(({ whole, headerRows }) => ({ ...whole, bottom: whole.top + headerRows - 1 }));
  const merges = rectIndex(grid.merges.map(rect => ({ rects: [rect], value: rect })));
  const covering = rectIndex(rules.map(rule => ({ rects: rule.validation.rects, value: rule })));
  const isLocked = (at: At) => {
    const flags = flagsOf(at);
    if (flags !== null) return (flags & lockedFlag) !== 0;
    return !grid.unlockedColumns.some(({ from, to }) => at.column >= from && at.column <= to);
  };
  const allLocked = grid.protected && grid.unlockedColumns.length === 0 && !spans?.openCells;
  const inside = (rects: readonly Rect[], { row, column }: At) =>
    rects.some(rect => holds(rect, row, column));

  return {
    allLocked,
    anchorOf(row, column) {
      const merge = merges.first(row, column);
      return merge ? { row: merge.top, column: merge.left } : { row, column };
    },
    problem(at, value, entry) {
      const name = cellName(at.row, at.column);
      if ((flagsOf(at) ?? 0) & formulaFlag) {
        return ['formula', `${name} holds a formula, which an answer would destroy. Answer beside it.`];
      }
      if (inside(arrays, at))
        return ['formula', `${name} belongs to an array formula and cannot be set alone.`];
      if (inside(sheet.pivots(), at)) {
        return [
          'pivot',
          `${name} belongs to a pivot table, which writes its cells anew when the file is opened.`,
        ];
      }
      if (inside(headers, at))
        return ['table-header', `${name} is the header of a table; Excel repairs files where it differs.`];
      if (grid.protected && !allLocked && isLocked(at)) {
        return [
          'locked',
          `${name} is locked on a protected sheet, so the sender does not expect an answer there.`,
        ];
      }
      if (value.length > longestText) {
        return [
          'too-long',
          `The text has ${value.length} characters; a cell holds ${longestText}. Shorten it or refer to an attachment.`,
        ];
      }
      const here = covering.all(at.row, at.column);
      return listProblem(name, value, entry, here) ?? lengthProblem(name, value, here);
    },
  };
}

type Rules = readonly ValidationRule[];

/** A choice must be one of the options exactly; other text may differ only where Excel would let it be typed. */
function listProblem(name: string, value: string, entry: FillEntry, rules: Rules): Problem | null {
  if (value === '') return null;
  for (const { validation, strict } of rules) {
    const { options } = validation;
    if (!options || options.includes(value) || (entry.role !== 'choice' && !strict)) continue;
    const offered = options
      .slice(0, 8)
      .map(option => `“${option}”`)
      .join(', ');
    return [
      'not-in-list',
      `${name} takes one of ${offered}${options.length > 8 ? ` and ${options.length - 8} more` : ''}.`,
    ];
  }
  return null;
}

function lengthProblem(name: string, value: string, rules: Rules): Problem | null {
  for (const { validation, strict } of rules) {
    const { maxLength } = validation;
    if (maxLength === null || !strict || value.length <= maxLength) continue;
    return [
      'too-long',
      `${name} takes at most ${maxLength} characters; the text has ${value.length}. Shorten it.`,
    ];
  }
  return null;
}
