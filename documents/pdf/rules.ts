// Straight lines drawn on a page: table borders, underlines, boxes. Producers draw them as strokes or as filled
// rectangles a point thick, so both count. Read from the operator list, with the transformations followed.
import type { PDFPageProxy } from 'pdfjs-dist';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, type Matrix, multiply } from './matrix.ts';

export interface Rule {
  /** Left to right, top to bottom; one of the two spans is zero. */
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

type Operators = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;

// Path data of pdfjs 5: a flat list of these codes and their coordinates.
const moveTo = 0;
const lineTo = 1;
const curveTo = 2;
const closePath = 3;

const thickest = 2.6; // points: above this a filled rectangle is shading, not a line
const most = 6_000; // a page with more is a drawing, not a form

const strokes = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const fills = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const pictures = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);

/** Rules of a page in displayed coordinates, and the area of its largest image in square points (0 without). */
export function readRules(
  { fnArray, argsArray }: Operators,
  view: Matrix,
): { rules: Rule[]; picture: number } {
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let now = view;
  let picture = 0;
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index] as unknown[] | null;
    if (operator === OPS.save) saved.push(now);
    else if (operator === OPS.restore) now = saved.pop() ?? view;
    else if (operator === OPS.transform) now = multiply(now, args as unknown as Matrix);
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(now);
      if (args?.[0]) now = multiply(now, args[0] as Matrix);
    } else if (operator === OPS.paintFormXObjectEnd) now = saved.pop() ?? view;
    else if (pictures.has(operator)) picture = Math.max(picture, unitArea(now));
    else if (operator === OPS.constructPath && args && rules.length < most) {
      const data = (args[1] as (Float32Array | null)[])[0];
      if (data) pathRules(data, now, strokes.has(args[0] as number), fills.has(args[0] as number), rules);
    }
  }
  return { rules: rules.length < most ? rules : [], picture };
}

/** An image fills the unit square of its coordinates (ISO 32000-1 8.9.5). */
function unitArea([a, b, c, d]: Matrix): number {
  return Math.abs(a * d - b * c);
}

function pathRules(data: Float32Array, m: Matrix, stroked: boolean, filled: boolean, rules: Rule[]): void {
  let points: [number, number][] = [];
  const finish = () => {
    if (points.length > 1) {
      if (stroked) for (let i = 1; i < points.length; i++) addSegment(points[i - 1], points[i], rules);
      else if (filled) addThin(points, rules);
    }
    points = [];
  };
  for (let at = 0; at < data.length; ) {
    const code = data[at];
    if (code === moveTo) finish();
    if (code === moveTo || code === lineTo) {
      points.push(apply(m, data[at + 1] ?? 0, data[at + 2] ?? 0));
      at += 3;
    } else if (code === curveTo) {
      // A curve is no rule; what follows starts afresh at its end.
      finish();
      points.push(apply(m, data[at + 5] ?? 0, data[at + 6] ?? 0));
      at += 7;
    } else if (code === closePath) {
      const first = points[0];
      if (first) points.push(first);
      at += 1;
    } else return;
  }
  finish();
}

function addSegment(a: [number, number] | undefined, b: [number, number] | undefined, rules: Rule[]): void {
  if (!a || !b) return;
  const across = Math.abs(a[0] - b[0]);
  const down = Math.abs(a[1] - b[1]);
  if (Math.min(across, down) > 0.8 || Math.max(across, down) < 4) return;
  const [x1, x2] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
  const [y1, y2] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
  if (across > down) rules.push({ x1, x2, y1: (y1 + y2) / 2, y2: (y1 + y2) / 2 });
  else rules.push({ x1: (x1 + x2) / 2, x2: (x1 + x2) / 2, y1, y2 });
}

/** A filled shape that is long and thin is a line. */
function addThin(points: readonly [number, number][], rules: Rule[]): void {
  const xs = points.map(point => point[0]);
  const ys = points.map(point => point[1]);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const thin = Math.min(right - left, bottom - top);
  if (thin > thickest || Math.max(right - left, bottom - top) < 4) return;
  if (right - left > bottom - top) addSegment([left, (top + bottom) / 2], [right, (top + bottom) / 2], rules);
  else addSegment([(left + right) / 2, top], [(left + right) / 2, bottom], rules);
}
