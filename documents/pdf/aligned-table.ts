// Tables without borders: rows whose words start at the same columns. Each column's left edge is where several
// rows begin; a new table row begins where the first column has words again, or after a wider gap.
import type { Lattice, LatticeCell } from './lattice.ts';
import { type Line, lineOfSegments, type Segment } from './lines.ts';
import type { PageContent } from './page-content.ts';
import type { TablePiece } from './pieces.ts';

const near = 4; // points within which two left edges are one column

/** The rows as a table, or null when they are list items, a form, or do not line up. */
export function alignedTable(rows: readonly Line[], page: PageContent): TablePiece | null {
  if (rows.some(row => /_{3,}/.test(row.text))) return null;
  const edges = columnEdges(rows);
  if (edges.length < 2) return null;
  const multiple = rows.filter(row => row.segments.length > 1);
  const markers = multiple.filter(row => (row.segments[0]?.text.length ?? 0) <= 3).length;
  // Numbers or bullets in front of sentences are a list; a table needs a third column to hold them.
  if (edges.length === 2 && markers > multiple.length * 0.5) return null;
  const inColumns = rows
    .flatMap(row => row.segments)
    .filter(segment => columnOf(edges, segment) !== null).length;
  if (inColumns < rows.flatMap(row => row.segments).length * 0.9) return null;
  const starts = rowStarts(rows, edges, page);
  if (starts.length < 3) return null;
  return build(rows, edges, starts);
}

/** Left edges shared by at least three rows (or a third of them). */
function columnEdges(rows: readonly Line[]): number[] {
  const found: { x: number; rows: number }[] = [];
  for (const segment of rows.flatMap(row => row.segments).sort((a, b) => a.x - b.x)) {
    const last = found.at(-1);
    if (last && segment.x - last.x <= near) last.rows += 1;
    else found.push({ x: segment.x, rows: 1 });
  }
  return found.filter(edge => edge.rows >= 3 && edge.rows >= rows.length * 0.3).map(edge => edge.x);
}

function columnOf(edges: readonly number[], segment: Segment): number | null {
  const column = edges.findLastIndex(edge => segment.x >= edge - near);
  if (column < 0) return null;
  const next = edges[column + 1];
  return next === undefined || segment.right <= next + near ? column : null;
}

/** Indexes of rows that begin a table row. */
function rowStarts(rows: readonly Line[], edges: readonly number[], page: PageContent): number[] {
  const starts = [0];
  for (let at = 1; at < rows.length; at++) {
    const row = rows[at];
    const before = rows[at - 1];
    if (!row || !before) continue;
    const ruled = page.rules.some(
      rule =>
        rule.y1 === rule.y2 &&
        rule.y1 > before.y + 1 &&
        rule.y1 < row.y - row.size * 0.5 &&
        rule.x2 - rule.x1 > 40,
    );
    const first = row.segments[0];
    const anew = first !== undefined && columnOf(edges, first) === 0 && row.segments.length > 1;
    if (ruled || anew || row.y - before.y > row.size * 2) starts.push(at);
  }
  return starts;
}

function build(rows: readonly Line[], edges: readonly number[], starts: readonly number[]): TablePiece {
  const left = edges[0] ?? 0;
  const right = Math.max(...rows.map(row => row.right));
  const cells: LatticeCell[] = [];
  const contents: Line[][] = [];
  for (const [index, start] of starts.entries()) {
    const members = rows.slice(start, starts[index + 1] ?? rows.length);
    const top = (members[0]?.y ?? 0) - (members[0]?.size ?? 0);
    const nextRow = rows[starts[index + 1] ?? -1];
    const bottom = nextRow ? nextRow.y - nextRow.size : (members.at(-1)?.y ?? 0) + 3;
    for (const [column, edge] of edges.entries()) {
      const rect = { top: index + 1, left: column + 1, bottom: index + 1, right: column + 1 };
      cells.push({ rect, left: edge, right: (edges[column + 1] ?? right + 6) - 6, top, bottom });
      contents.push(
        members.flatMap(member => {
          const segments = member.segments.filter(segment => (columnOf(edges, segment) ?? 0) === column);
          return segments.length > 0 ? [lineOfSegments(segments)] : [];
        }),
      );
    }
  }
  const top = cells[0]?.top ?? 0;
  const bottom = cells.at(-1)?.bottom ?? 0;
  const lattice: Lattice = { left, right, top, bottom, rows: starts.length, columns: edges.length, cells };
  return { kind: 'table', top, bottom, lattice, contents };
}
