// The styles part, reduced to what reading needs of each cell format: whether it locks, how it shows numbers,
// and how it looks. One frozen object per format, shared by all its cells.
import type { Look } from '../../contract/source-document.ts';
import type { Budget } from '../limits.ts';
import { type Attributes, streamXml } from '../xml/stream.ts';
import { localName } from '../xml/tags.ts';
import { type ColorSource, resolveColor } from './colors.ts';
import { builtinFormats } from './number-format.ts';

export interface CellStyle {
  locked: boolean;
  /** Number format code; "General" when none. */
  format: string;
  look: Look;
}

export const plainStyle: CellStyle = { locked: true, format: 'General', look: {} };

/** Cell formats by the index cells refer to (`cellXfs`, ECMA-376-1 §18.8.10). */
export function readStyles(
  text: string,
  part: string,
  theme: readonly string[],
  budget: Budget,
): CellStyle[] {
  const formats = new Map<number, string>(builtinFormats);
  const source: ColorSource = { theme, indexed: ownPalette(text) };
  const fonts: Look[] = [];
  const fills: (string | undefined)[] = [];
  const styles: CellStyle[] = [];
  let section = '';
  let font: Look = {};
  let solid = false;
  let style: CellStyle = plainStyle;
  let depth = 0;

  streamXml(text, part, budget, {
    open(name, attributes) {
      const local = localName(name);
      depth += 1;
      if (depth === 2) section = local;
      if (section === 'numFmts' && local === 'numFmt') {
        formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? 'General');
      } else if (section === 'fonts') {
        if (local === 'font') {
          font = {};
          fonts.push(font);
        } else readFont(local, attributes, font);
      } else if (section === 'fills') {
        if (local === 'fill') fills.push(undefined);
        else if (local === 'patternFill') solid = attributes.get('patternType') === 'solid';
        else if (local === 'gradientFill') solid = true;
        else if (solid && (local === 'fgColor' || local === 'color')) {
          fills[fills.length - 1] ??= resolveColor(attributes, source) ?? undefined;
        }
      } else if (section === 'cellXfs') {
        if (local === 'xf') {
          const look: Look = { ...fonts[Number(attributes.get('fontId') ?? 0)] };
          const fill = fills[Number(attributes.get('fillId') ?? 0)];
          if (fill) look.fill = fill;
          style = {
            locked: true,
            format: formats.get(Number(attributes.get('numFmtId') ?? 0)) ?? 'General',
            look,
          };
          styles.push(style);
        } else if (local === 'alignment') readAlignment(attributes, style.look);
        else if (local === 'protection') style.locked = !isFalse(attributes.get('locked'));
      }
    },
    close() {
      depth -= 1;
    },
    text() {},
  });
  return styles;

  function readFont(local: string, attributes: Attributes, into: Look): void {
    if (local === 'b' && !isFalse(attributes.get('val'))) into.bold = true;
    else if (local === 'i' && !isFalse(attributes.get('val'))) into.italic = true;
    else if (local === 'sz') into.size = Number(attributes.get('val'));
    else if (local === 'color') {
      const color = resolveColor(attributes, source);
      if (color) into.color = color;
    }
  }
}

/** A workbook's own palette stands after the fonts and fills that use it (§18.8.39), so it is looked up first. */
function ownPalette(text: string): string[] {
  const from = text.indexOf('indexedColors>');
  if (from < 0) return [];
  const block = text.slice(from, text.indexOf('indexedColors>', from + 1));
  return [...block.matchAll(/\srgb="([0-9a-fA-F]{6,8})"/g)].map(([, rgb = '']) =>
    rgb.slice(-6).toUpperCase(),
  );
}

function readAlignment(attributes: Attributes, look: Look): void {
  if (isTrue(attributes.get('wrapText'))) look.wrap = true;
  const horizontal = attributes.get('horizontal');
  if (horizontal === 'left' || horizontal === 'center' || horizontal === 'right') look.align = horizontal;
}

/** Booleans of the format are "1", "true", "on" and their opposites (xsd:boolean and ST_OnOff). */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

export function isFalse(value: string | undefined): boolean {
  return value === '0' || value === 'false' || value === 'off';
}
