// Looks at a filled sheet as a stranger would: what is left of it when the edited cells are taken out must equal
// what is left of the original, character for character. It finds cells through saxes, not through the scanner
// that placed the edits, so that one mistake cannot hide the other.
import type { Budget } from '../limits.ts';
import { readXml } from '../xml/sax.ts';
import type { CellEdit } from './plan-fill.ts';
import { parseCell } from './reference.ts';

export interface Remainder {
  /** The part without the edited cells, without rows made for them, and without the used range. */
  text: string;
  rows: Set<number>;
}

/** @param knownRows rows of the original: others were made by the fill and are left out when nothing else is in them */
export function withoutCells(
  text: string,
  part: string,
  cells: readonly CellEdit[],
  knownRows: ReadonlySet<number> | null,
  budget: Budget,
): Remainder {
  const edited = new Set(cells.map(({ row, column }) => `${row} ${column}`));
  const editedRows = new Set(cells.map(({ row }) => row));
  const rows = new Set<number>();
  const kept: string[] = [];
  let copied = 0;
  let path = 0;
  let section = '';
  let row = 0;
  let column = 0;
  let rowMark = 0;
  let rowsMark = 0;
  let cellStart = -1;

  const keepTo = (end: number) => {
    kept.push(text.slice(copied, end));
    copied = end;
  };
  const startOf = (position: number) => text.lastIndexOf('<', position - 1);
  const bare = (name: string) => name.slice(name.indexOf(':') + 1);

  readXml(text, part, budget, {
    open(name, attributes, { position }) {
      path += 1;
      const local = bare(name);
      if (path === 2) section = local;
      if (path === 2 && local === 'sheetData') {
        keepTo(startOf(position));
        rowsMark = kept.length;
      }
      if (path === 2 && local === 'dimension') {
        keepTo(startOf(position));
        copied = position;
      } else if (section === 'sheetData' && path === 3 && local === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r);
        column = 0;
        rows.add(row);
        if (editedRows.has(row)) keepTo(startOf(position));
        rowMark = kept.length;
      } else if (section === 'sheetData' && path === 4 && local === 'c') {
        const at = attributes.r === undefined ? null : parseCell(attributes.r);
        column = at ? at.column : column + 1;
        if (edited.has(`${row} ${column}`)) {
          cellStart = startOf(position);
          keepTo(cellStart);
        }
      }
    },
    close(name, { position }) {
      if (cellStart >= 0 && path === 4) {
        copied = position;
        cellStart = -1;
      } else if (section === 'sheetData' && path === 3) {
        if (editedRows.has(row)) endRow(name, position);
      } else if (section === 'sheetData' && path === 2) endRows(name, position);
      path -= 1;
    },
  });
  keepTo(text.length);
  return { text: kept.join(''), rows };

  /** A touched row in one spelling, whether it closes itself or not; one the original lacks is left out if empty. */
  function endRow(name: string, position: number): void {
    keepTo(position);
    const whole = oneSpelling(kept.splice(rowMark).join(''), name);
    const made = knownRows !== null && !knownRows.has(row);
    if (!(made && /^<[^>]*><\/[^>]*>$/.test(whole))) kept.push(whole);
  }

  function endRows(name: string, position: number): void {
    keepTo(position);
    kept.push(oneSpelling(kept.splice(rowsMark).join(''), name));
  }
}

/** `<row a />` and `<row a ></row>` as `<row a></row>`. */
function oneSpelling(element: string, name: string): string {
  return element.replace(/\s*\/>$/, `></${name}>`).replace(/^(<[^>]*?)\s*>/, '$1>');
}
