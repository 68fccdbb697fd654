// Colours as a person sees them: RRGGBB from the three ways a workbook states one (direct, palette, theme with
// tint; ECMA-376-1 §18.8.19).

import type { Attributes } from '../xml/stream.ts';

/** The default palette (§18.8.27); entries 0 to 7 repeat 8 to 15, 64 and 65 are the system's text and window. */
const palette = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

export interface ColorSource {
  /** Theme colours in the order of the theme part: dk1 lt1 dk2 lt2 accent1-6 hlink folHlink. */
  theme: readonly string[];
  /** The workbook's own palette, when it has one. */
  indexed: readonly string[];
}

/** The colour an element's attributes state; null for automatic and for what cannot be resolved. */
export function resolveColor(attributes: Attributes, source: ColorSource): string | null {
  const base = baseColor(attributes, source);
  const tint = Number(attributes.get('tint') ?? 0);
  return base && tint ? tinted(base, tint) : base;
}

function baseColor(attributes: Attributes, { theme, indexed }: ColorSource): string | null {
  const rgb = attributes.get('rgb');
  const themed = attributes.get('theme');
  const listed = attributes.get('indexed');
  if (rgb !== undefined) return /^([0-9a-f]{2})?[0-9a-f]{6}$/i.test(rgb) ? rgb.slice(-6).toUpperCase() : null;
  if (themed !== undefined) {
    // The attribute counts light before dark: 0 lt1, 1 dk1, 2 lt2, 3 dk2.
    const index = Number(themed);
    return theme[index < 4 ? index ^ 1 : index] ?? null;
  }
  if (listed !== undefined) {
    const index = Number(listed);
    return indexed[index] ?? palette[index] ?? null;
  }
  return null;
}

/** Lightness moved towards black (tint below 0) or white (above), hue and saturation kept (§18.8.19). */
function tinted(color: string, tint: number): string {
  const [r, g, b] = [0, 2, 4].map(at => Number.parseInt(color.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const high = Math.max(r, g, b);
  const low = Math.min(r, g, b);
  const light = (high + low) / 2;
  const moved = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  // With hue and saturation fixed, every channel's distance from the lightness scales by the chroma available.
  const room = (at: number) => 1 - Math.abs(2 * at - 1);
  const scale = room(light) === 0 ? 0 : room(moved) / room(light);
  return [r, g, b].map(channel => toHex(moved + (channel - light) * scale)).join('');
}

function toHex(channel: number): string {
  const value = Math.round(Math.min(1, Math.max(0, channel)) * 255);
  return value.toString(16).toUpperCase().padStart(2, '0');
}
