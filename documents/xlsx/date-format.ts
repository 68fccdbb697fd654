// Dates and times: day numbers of a workbook into the words of a format code (ECMA-376-1 §18.8.31, §18.17.4).

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** True when a section shows a date or a time: date letters outside quotes, escapes and brackets. */
export function isDateFormat(section: string): boolean {
  if (/\[(h+|m+|s+)\]/i.test(section)) return true;
  const bare = section.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare) && !/[0#?]\s*[eE][+-]/.test(bare);
}

/** The moment of a day number in UTC, or null outside what the format can hold (1900 to 9999). */
export function momentOf(serial: number, date1904: boolean): Date | null {
  // Day 60 of the 1900 system is 29 February 1900, which never was; days before it are one off (§18.17.4.1).
  const days = date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  if (!(serial >= 0) || days >= 2_958_466) return null;
  return new Date(Math.round((days - 25_569) * 86_400_000));
}

export function formatDate(serial: number, section: string, date1904: boolean): string | null {
  const pattern = /"[^"]*"|\\.|_.|\*.|\[(?:h+|m+|s+)\]|\[[^\]]*\]|AM\/PM|A\/P|y+|m+|d+|h+|s+(?:\.0+)?|./gis;
  const tokens = section.match(pattern) ?? [];
  const fraction = tokens.find(token => /^s+\.0/i.test(token));
  const step = fraction ? 86_400_000 : 86_400;
  const rounded = Math.round(serial * step) / step;
  const moment = momentOf(rounded, date1904);
  if (!moment) return null;
  const half = tokens.some(token => /^(AM\/PM|A\/P)$/i.test(token));
  return tokens
    .map((token, index) => show(token, tokens, index, moment, rounded, half))
    .join('')
    .trim();
}

function show(
  token: string,
  tokens: readonly string[],
  index: number,
  moment: Date,
  serial: number,
  half: boolean,
): string {
  const lower = token.toLowerCase();
  const width = token.length;
  if (token.startsWith('"')) return token.slice(1, -1);
  if (token.startsWith('\\')) return token.slice(1);
  if (token.startsWith('_')) return ' ';
  if (token.startsWith('*') || token === '@') return '';
  if (lower.startsWith('[')) return elapsed(lower, serial);
  const pad = (value: number) => String(value).padStart(Math.min(width, 2), '0');
  if (lower === 'am/pm') return moment.getUTCHours() < 12 ? 'AM' : 'PM';
  if (lower === 'a/p') return moment.getUTCHours() < 12 ? 'A' : 'P';
  if (/^y+$/.test(lower)) return String(moment.getUTCFullYear()).slice(width <= 2 ? -2 : 0);
  if (/^d+$/.test(lower))
    return width <= 2
      ? pad(moment.getUTCDate())
      : (days[moment.getUTCDay()] ?? '').slice(0, width === 3 ? 3 : undefined);
  if (/^h+$/.test(lower)) return pad(half ? moment.getUTCHours() % 12 || 12 : moment.getUTCHours());
  if (lower.startsWith('s')) {
    const [whole = '', decimals = ''] = lower.split('.');
    const seconds = String(moment.getUTCSeconds()).padStart(Math.min(whole.length, 2), '0');
    return decimals
      ? `${seconds}.${String(moment.getUTCMilliseconds()).padStart(3, '0').slice(0, decimals.length)}`
      : seconds;
  }
  if (/^m+$/.test(lower)) {
    if (isMinute(tokens, index)) return pad(moment.getUTCMinutes());
    const name = months[moment.getUTCMonth()] ?? '';
    if (width <= 2) return pad(moment.getUTCMonth() + 1);
    return width === 3 ? name.slice(0, 3) : width === 5 ? name.slice(0, 1) : name;
  }
  return token;
}

/** `m` means minutes right after hours or right before seconds, separators aside (§18.8.31). */
function isMinute(tokens: readonly string[], index: number): boolean {
  const isUnit = (token: string) => /^(\[?[hms]+|y+|d+)/i.test(token);
  const before = tokens.slice(0, index).reverse().find(isUnit);
  const after = tokens.slice(index + 1).find(isUnit);
  return /^\[?h/i.test(before ?? '') || /^\[?s/i.test(after ?? '');
}

function elapsed(token: string, serial: number): string {
  const unit = /^\[(h+|m+|s+)\]$/.exec(token)?.[1];
  if (!unit) return '';
  const perDay = unit.startsWith('h') ? 24 : unit.startsWith('m') ? 1440 : 86_400;
  return String(Math.floor(serial * perDay + 1e-9)).padStart(unit.length, '0');
}
