// A faithful small picture of the customer's sheet: its columns, widths, merges and colours, with the cells
// that matter outlined. The customer's colours are kept only where they can be read.

import { type CSSProperties, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Picture } from '../../contract/review.ts';
import { ScrollRegion } from './scroll-region.tsx';
import { cellsOf, columnLetters, compactWidths, type PlacedCell, readableInk } from './sheet-cells.ts';
import './sheet-picture.css';

export interface SheetPictureProps {
  picture: Picture;
  /** Row to light up (the question's own). */
  row?: number | undefined;
  /** Values to show instead of the file's, by "row:column": the answer as it will be written. */
  values?: ReadonlyMap<string, string>;
  /** Colours cells by the role the finder gave them. */
  roles?: boolean;
  /** Narrower columns, for a picture beside other things. */
  compact?: boolean;
  /** Head of a column; its letter when absent. */
  head?: (column: number) => ReactNode;
  /** Head of a row; its number when absent. */
  rowHead?: (row: number, isQuestion: boolean) => ReactNode;
}

const rowHeadWidth = 40;
const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

function Cell({ cell, value, roles }: { cell: PlacedCell; value: string | undefined; roles: boolean }) {
  const { from } = cell;
  const slot = value !== undefined;
  const role = roles ? from?.role : null;
  const fill = !role && from?.fill ? `#${from.fill}` : undefined;
  const classes = [
    role ? `role-${role}` : '',
    slot ? 'slot' : '',
    fill ? 'filled' : '',
    from?.bold ? 'strong' : '',
  ]
    .join(' ')
    .trim();
  const style =
    fill && from
      ? ({ '--fill': fill, '--ink-on-fill': readableInk(from.fill, from.color) } as CSSProperties)
      : undefined;
  const text = slot ? value : (from?.text ?? '');
  return (
    <td className={classes || undefined} style={style} rowSpan={cell.rowSpan} colSpan={cell.columnSpan}>
      <div className="cell-words">
        {text.length > 400 ? `${text.slice(0, 400)}…` : text}
        {from?.list ? <span aria-hidden="true"> ▾</span> : null}
      </div>
    </td>
  );
}

export function SheetPicture({
  picture,
  row,
  values,
  roles = false,
  compact = false,
  head,
  rowHead,
}: SheetPictureProps) {
  const lines = useMemo(() => cellsOf(picture), [picture]);
  const widths = useMemo(() => (compact ? compactWidths(picture) : null), [picture, compact]);
  const across = widths?.reduce((sum, width) => sum + width, rowHeadWidth);
  const box = useRef<HTMLElement>(null);
  const filled = values !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture is another place to look at
  useEffect(() => {
    const sheet = box.current;
    if (!sheet || !filled) return;
    // Heard after the frame's own layout and before its paint; asking earlier would lay the page out once more.
    const laidOut = new ResizeObserver(() => {
      laidOut.disconnect();
      const slot = sheet.querySelector<HTMLElement>('td.slot');
      if (slot) sheet.scrollLeft = Math.max(0, slot.offsetLeft - sheet.clientWidth / 2);
    });
    laidOut.observe(sheet);
    return () => laidOut.disconnect();
  }, [picture, row, filled]);
  return (
    <ScrollRegion ref={box} className={compact ? 'sheet compact' : 'sheet'} label={`Sheet ${picture.label}`}>
      <table style={{ minWidth: across }}>
        <thead>
          <tr>
            <th className="corner" style={compact ? { width: rowHeadWidth } : undefined}>
              <span className="sr">Row</span>
            </th>
            {picture.columns.map(({ column, hidden, width }, index) => (
              <th
                key={column}
                scope="col"
                className={hidden ? 'hidden-part' : undefined}
                style={widths ? { width: widths[index] } : { minWidth: clamp((width ?? 10) * 6.2, 34, 330) }}
              >
                {head ? head(column) : columnLetters(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr
              key={line.row}
              className={line.row === row ? 'here' : line.hidden ? 'hidden-part' : undefined}
            >
              <th scope="row">
                {rowHead
                  ? rowHead(
                      line.row,
                      line.cells.some(cell => cell.from?.role === 'question'),
                    )
                  : line.row}
              </th>
              {line.cells.map(cell => (
                <Cell
                  key={cell.column}
                  cell={cell}
                  roles={roles}
                  value={values?.get(`${line.row}:${cell.column}`)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
