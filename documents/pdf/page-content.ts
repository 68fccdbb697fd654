// What stands on one page, with geometry: words, ruled lines, form fields. Points, origin top left, page rotation
// already applied, so the rest of the reader never sees PDF coordinates.
import type { PDFPageProxy } from 'pdfjs-dist';
import { apply, type Matrix, multiply } from './matrix.ts';
import { type Rule, readRules } from './rules.ts';

export interface Word {
  text: string;
  x: number;
  right: number;
  /** Baseline, from the top of the page. */
  y: number;
  size: number;
  bold: boolean;
  italic: boolean;
}

export interface Widget {
  name: string;
  kind: 'text' | 'dropdown' | 'checkbox';
  value: string;
  checked: boolean;
  options: string[] | null;
  /** What ticking it means, as the file's export value. */
  exportValue: string | null;
  tooltip: string | null;
  locked: boolean;
  maxLength: number | null;
  x: number;
  right: number;
  top: number;
  bottom: number;
}

export interface PageContent {
  page: number;
  width: number;
  height: number;
  words: Word[];
  rules: Rule[];
  widgets: Widget[];
  /** True when the page is a picture: a scan, with at most a stamp or a page number as text. */
  scanned: boolean;
}

const stampLetters = 120; // more text than this is a page of its own, whatever picture lies behind it
const mostOfPage = 0.7; // of the page's area

export async function readPage(proxy: PDFPageProxy): Promise<PageContent> {
  const viewport = proxy.getViewport({ scale: 1 });
  const view = viewport.transform as unknown as Matrix;
  const operators = await proxy.getOperatorList();
  const { rules, picture } = readRules(operators, view);
  const content = await proxy.getTextContent();
  const fonts = new Map<string, { bold: boolean; italic: boolean }>();
  const words: Word[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const at = multiply(view, item.transform as unknown as Matrix);
    // Watermarks and stamps are set at an angle; upright text has no skew on the displayed page.
    if (Math.abs(at[1]) > Math.abs(at[0]) * 0.1) continue;
    const size = Math.hypot(at[2], at[3]);
    const text = item.str.replace(/[\u200b\u2060\ufeff]/g, '').replace(/\s/g, ' ');
    if (text.trim() === '' || size < 1) continue;
    let font = fonts.get(item.fontName);
    if (!font) {
      font = fontLook(proxy, item.fontName);
      fonts.set(item.fontName, font);
    }
    const lead = text.length - text.trimStart().length;
    const advance = item.width / Math.max(1, item.str.length);
    const x = at[4] + lead * advance;
    const right = at[4] + item.width - (text.length - text.trimEnd().length) * advance;
    words.push({ text: text.trim(), x, right, y: at[5], size, ...font });
  }
  const widgets = await readWidgets(proxy, view);
  const { width, height } = viewport;
  return {
    page: proxy.pageNumber,
    width,
    height,
    words: once(words),
    rules,
    widgets,
    scanned: isScan(words, picture / (width * height)),
  };
}

/** `covered` is the share of the page its largest picture takes. */
function isScan(words: readonly Word[], covered: number): boolean {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0 ? covered > 0 : letters < stampLetters && covered >= mostOfPage;
}

/** Bold and italic come with the font's flags, or with its name where the font is a subset without flags. */
function fontLook(proxy: PDFPageProxy, name: string): { bold: boolean; italic: boolean } {
  if (!proxy.commonObjs.has(name)) return { bold: false, italic: false };
  const font = proxy.commonObjs.get(name) as {
    name?: string;
    bold?: boolean;
    black?: boolean;
    italic?: boolean;
  };
  const called = font.name ?? '';
  return {
    bold: Boolean(font.bold || font.black) || /bold|black|heavy|semibold|demi/i.test(called),
    italic: Boolean(font.italic) || /italic|oblique/i.test(called),
  };
}

/** Some producers draw text twice, a hair apart, to make it look bold. */
function once(words: readonly Word[]): Word[] {
  const seen = new Set<string>();
  return words.filter(word => {
    const key = `${word.text}|${Math.round(word.x / 2)}|${Math.round(word.y / 2)}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

async function readWidgets(proxy: PDFPageProxy, view: Matrix): Promise<Widget[]> {
  const annotations = (await proxy.getAnnotations()) as Record<string, unknown>[];
  return annotations.flatMap((one): Widget[] => {
    if (one.subtype !== 'Widget' || one.hidden === true) return [];
    const kind = kindOf(one);
    if (kind === null) return [];
    const [left = 0, low = 0, far = 0, high = 0] = one.rect as number[];
    const [x1, y1] = apply(view, left, low);
    const [x2, y2] = apply(view, far, high);
    const value = one.fieldValue;
    const options = one.options as { displayValue: string; exportValue: string }[] | undefined;
    const exportValue = (one.exportValue ?? one.buttonValue ?? null) as string | null;
    const words = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';
    const maxLength = Number(one.maxLen ?? 0);
    return [
      {
        name: String(one.fieldName ?? ''),
        kind,
        value: kind === 'checkbox' ? '' : words,
        checked: kind === 'checkbox' && value !== undefined && value !== 'Off' && value === exportValue,
        options: kind === 'dropdown' && options ? options.map(option => option.displayValue) : null,
        exportValue: kind === 'checkbox' ? exportValue : null,
        tooltip: (one.alternativeText as string | undefined) || null,
        locked: one.readOnly === true,
        maxLength: maxLength > 0 ? maxLength : null,
        x: Math.min(x1, x2),
        right: Math.max(x1, x2),
        top: Math.min(y1, y2),
        bottom: Math.max(y1, y2),
      },
    ];
  });
}

function kindOf(one: Record<string, unknown>): Widget['kind'] | null {
  if (one.fieldType === 'Tx') return 'text';
  if (one.fieldType === 'Ch') return 'dropdown';
  return one.checkBox === true || one.radioButton === true ? 'checkbox' : null;
}
