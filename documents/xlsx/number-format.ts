// Numbers as a person sees them in a cell: enough of the format language (ECMA-376-1 §18.8.31) for dates,
// percentages, currencies, fixed decimals and sections. What it does not know it shows as General.
import { formatDate, isDateFormat } from './date-format.ts';

/** Formats a workbook may use by number alone (§18.8.30). The short date follows the reader's locale there;
 * here it is ISO, which nobody misreads. */
export const builtinFormats: readonly (readonly [number, string])[] = [
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'yyyy-mm-dd'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy-mm-dd h:mm'],
  [37, '#,##0;(#,##0)'],
  [38, '#,##0;[Red](#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
];

/** @param date1904 the workbook counts days from 1904 instead of 1900 (§18.2.28) */
export function formatNumber(value: number, code: string, date1904: boolean): string {
  if (code === 'General' || code === '@' || code.length > 255) return general(value);
  const section = chooseSection(splitSections(code), value);
  if (section === undefined) return general(value);
  const { text, absolute } = section;
  const bare = withoutBrackets(text);
  if (isDateFormat(text)) return formatDate(value, text, date1904) ?? general(value);
  if (/general/i.test(bare))
    return literal(bare).replace(/general/i, general(absolute ? Math.abs(value) : value));
  return formatDecimal(absolute ? Math.abs(value) : value, bare);
}

/** At most eleven digits, as the General format shows them. */
export function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  const size = Math.abs(value);
  if (size >= 1e11 || (size > 0 && size < 1e-9)) {
    return value
      .toExponential(5)
      .replace(/\.?0+e/, 'E')
      .replace('e', 'E')
      .replace(/E([+-])(\d)$/, 'E$10$2');
  }
  const digits = size >= 1 ? Math.max(0, 10 - Math.floor(Math.log10(size))) : 9;
  return String(Number(value.toFixed(Math.min(digits, 9))));
}

/** Splits at semicolons outside quotes, brackets and escapes. */
function splitSections(code: string): string[] {
  return code.match(/(?:"[^"]*"?|\\.|\[[^\]]*\]|[^;"\\[])+|(?<=;|^)(?=;|$)/gs) ?? [code];
}

function chooseSection(
  sections: readonly string[],
  value: number,
): { text: string; absolute: boolean } | undefined {
  const conditions = sections.map(section => /^(?:\[[^\]<>=]*\])*\[([<>]=?|=|<>)(-?[0-9.]+)\]/.exec(section));
  if (conditions.some(condition => condition)) {
    const index = sections.findIndex((_, at) => {
      const condition = conditions[at];
      return !condition || compare(value, condition[1] ?? '', Number(condition[2]));
    });
    const text = sections[index];
    return text === undefined ? undefined : { text, absolute: false };
  }
  const [positive = '', negative, zero] = sections;
  if (value < 0 && negative !== undefined) return { text: negative, absolute: true };
  if (value === 0 && zero !== undefined) return { text: zero, absolute: false };
  return { text: positive, absolute: false };
}

function compare(value: number, sign: string, bound: number): boolean {
  if (sign === '<') return value < bound;
  if (sign === '<=') return value <= bound;
  if (sign === '>') return value > bound;
  if (sign === '>=') return value >= bound;
  return sign === '=' ? value === bound : value !== bound;
}

/** Drops colours, conditions and locale marks; keeps the currency sign of `[$€-407]`. */
function withoutBrackets(section: string): string {
  return section.replace(/\[\$([^\]-]*)[^\]]*\]/g, '"$1"').replace(/\[[^\]]*\]/g, '');
}

/** Quotes and escapes resolved, padding (`_x`) as a space, fill (`*x`) dropped. */
function literal(text: string): string {
  return text.replace(
    /"([^"]*)"|\\(.)|_.|\*./gs,
    (whole, quoted, escaped) => quoted ?? escaped ?? (whole.startsWith('_') ? ' ' : ''),
  );
}

function formatDecimal(value: number, section: string): string {
  // The number stands where the first placeholder to the last one stands; around it are literals.
  const match = /^((?:"[^"]*"|\\.|_.|\*.|[^0#?"\\_*])*)([0#?][0#?,.\s/]*(?:[eE][+-][0#?]+)?)(.*)$/s.exec(
    section,
  );
  if (!match) return literal(section).trim();
  const [, before = '', body = '', after = ''] = match;
  const percent = (withoutQuotes(section).match(/%/g) ?? []).length;
  const thousands = /,+(?=\.|$)/.exec(body.replace(/\s/g, ''))?.[0].length ?? 0;
  const scaled = (value * 100 ** percent) / 1000 ** thousands;
  const number = body.includes('/') ? general(scaled) : formatBody(scaled, body.trim());
  const sign = scaled < 0 && !/^-?[0.,]*$/.test(number) ? '-' : '';
  return `${sign}${literal(before)}${number}${literal(after)}`.trim();
}

function withoutQuotes(text: string): string {
  return text.replace(/"[^"]*"|\\./g, '');
}

function formatBody(value: number, body: string): string {
  const [, mantissa = '', exponent] = /^(.*?)(?:[eE]([+-][0#?]+))?$/.exec(body) ?? [];
  const [whole = '', fraction = ''] = mantissa.split('.');
  const places = (fraction.match(/[0#?]/g) ?? []).length;
  const needed = (fraction.match(/0/g) ?? []).length;
  const size = Math.abs(value);
  if (exponent !== undefined) {
    const [digits = '', power = '0'] = size.toExponential(Math.min(places, 20)).split('e');
    const width = exponent.length - 1;
    const sign = power.startsWith('-') ? '-' : exponent.startsWith('+') ? '+' : '';
    return `${digits}E${sign}${power.replace(/^[+-]/, '').padStart(width, '0')}`;
  }
  if (size >= 1e21) return general(size);
  let [integer = '0', decimals = ''] = size.toFixed(Math.min(places, 30)).split('.');
  while (decimals.length > needed && decimals.endsWith('0')) decimals = decimals.slice(0, -1);
  const least = (whole.match(/0/g) ?? []).length;
  integer = (least === 0 && integer === '0' ? '' : integer).padStart(least, '0');
  if (/[0#?],+[0#?]/.test(whole)) integer = integer.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals ? `${integer}.${decimals}` : integer;
}
