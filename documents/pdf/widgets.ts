// Form fields of a page to the text they belong to: a box belongs to the words beside it, a text field to its
// label at the left or above, a field inside a table to its cell.
import type { Field, TextBlock } from '../../contract/source-document.ts';
import { plainText } from './joining.ts';
import type { LaidBlock } from './laid-block.ts';
import type { Line } from './lines.ts';
import type { PageContent, Widget } from './page-content.ts';

/** Adds a Field for every widget; one without a label gets a paragraph of its own, named by its tooltip. */
export function placeWidgets(page: PageContent, laid: LaidBlock[]): void {
  const rows = [...page.widgets].sort((a, b) => a.top - b.top || a.x - b.x);
  for (const widget of rows) {
    const cell = cellOf(widget, laid);
    if (cell) {
      cell.fields = [
        ...(cell.fields ?? []),
        fieldOf(widget, page, cell.fields?.length ?? 0, cell.text.length),
      ];
      continue;
    }
    const home = labelOf(widget, laid);
    if (home) home.fields.push(fieldOf(widget, page, home.fields.length, home.text.length));
    else laid.push(ownBlock(widget, page, laid));
  }
}

function fieldOf(widget: Widget, page: PageContent, index: number, offset: number): Field {
  const option = widget.kind === 'checkbox' ? besideWords(widget, page) : null;
  return {
    index,
    kind: widget.kind,
    via: 'acroform',
    name: widget.name,
    value: widget.value,
    placeholder: false,
    ...(widget.kind === 'checkbox' ? { checked: widget.checked } : {}),
    ...(widget.options
      ? { options: widget.options }
      : widget.exportValue
        ? { options: [widget.exportValue] }
        : {}),
    ...(option
      ? { option }
      : widget.kind === 'checkbox' && widget.exportValue
        ? { option: widget.exportValue }
        : {}),
    offset,
    locked: widget.locked,
    ...(widget.maxLength ? { maxLength: widget.maxLength } : {}),
  };
}

function cellOf(widget: Widget, laid: readonly LaidBlock[]) {
  const [x, y] = [(widget.x + widget.right) / 2, (widget.top + widget.bottom) / 2];
  for (const { block, piece } of laid) {
    if (block.kind !== 'table' || !piece) continue;
    const box = piece.lattice.cells.findIndex(
      one => x > one.left && x < one.right && y > one.top && y < one.bottom,
    );
    if (box >= 0) return block.grid.cells[box] ?? null;
  }
  return null;
}

function labelOf(widget: Widget, laid: readonly LaidBlock[]): TextBlock | null {
  let best: { block: TextBlock; cost: number } | null = null;
  for (const { block, flow } of laid) {
    if (block.kind === 'table' || !flow) continue;
    for (const line of flow.lines) {
      const cost = distance(widget, line);
      if (cost !== null && (best === null || cost < best.cost)) best = { block, cost };
    }
  }
  return best?.block ?? null;
}

/** How far a line is as a label, in points; sides other than the usual ones cost more. */
function distance(widget: Widget, line: Line): number | null {
  const sameRow = line.y > widget.top - 2 && line.y - line.size < widget.bottom + 2;
  if (sameRow) {
    const left = widget.x - line.right;
    const right = line.x - widget.right;
    if (left <= 2 && right <= 2) return 0; // the widget stands within the line
    const away = left > 2 ? left : right;
    const usual = widget.kind === 'checkbox' ? right > 2 : left > 2;
    return away < 400 ? away * (usual ? 0.5 : 1) : null;
  }
  const above = widget.top - line.y;
  const overlaps = line.x < widget.right && line.right > widget.x - 10;
  return above >= -2 && above < 40 && overlaps ? 150 + above : null;
}

/** Words at the right of a box up to the next box, else at its left. */
function besideWords(widget: Widget, page: PageContent): string | null {
  const middle = (widget.top + widget.bottom) / 2;
  const row = page.words.filter(word => Math.abs(word.y - word.size * 0.35 - middle) < word.size * 0.7);
  const boxes = page.widgets.filter(
    one => one !== widget && Math.abs((one.top + one.bottom) / 2 - middle) < 6,
  );
  const next = Math.min(...boxes.filter(one => one.x > widget.x).map(one => one.x), Number.POSITIVE_INFINITY);
  const previous = Math.max(
    ...boxes.filter(one => one.x < widget.x).map(one => one.right),
    Number.NEGATIVE_INFINITY,
  );
  const right = near(
    row.filter(word => word.x >= widget.right - 3 && word.x < next).sort((a, b) => a.x - b.x),
    widget.right,
  );
  if (right !== '') return right;
  const left = row
    .filter(word => word.right <= widget.x + 3 && word.right > previous)
    .sort((a, b) => a.x - b.x);
  return plainText(left.map(word => word.text).join(' ')) || null;
}

/** Words that follow one another from `from` without a gap of a column. */
function near(words: PageContent['words'], from: number): string {
  const taken: string[] = [];
  let edge = from;
  for (const word of words) {
    if (word.x - edge > word.size * 2.5) break;
    taken.push(word.text);
    edge = word.right;
  }
  return plainText(taken.join(' '));
}

function ownBlock(widget: Widget, page: PageContent, laid: readonly LaidBlock[]): LaidBlock {
  const above = laid.findLast(({ flow }) => flow && (flow.lines[0]?.y ?? 0) <= widget.top)?.block;
  const line = above && 'line' in above.at ? above.at.line : 1;
  const block: TextBlock = {
    kind: 'paragraph',
    text: widget.tooltip ?? widget.name,
    level: 0,
    marker: null,
    at: { page: page.page, line },
    fields: [fieldOf(widget, page, 0, 0)],
  };
  return { block, page, flow: null, piece: null };
}
