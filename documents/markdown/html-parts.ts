// HTML inside Markdown: policies exported from other tools carry tables, paragraphs and line breaks as tags.
// A tolerant scan keeps the words and the structure that matters; comments, scripts and styles go.

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  sect: '§',
  deg: '°',
  times: '×',
  euro: '€',
  pound: '£',
};

const known = new Set(
  (
    'a abbr address article aside audio b base bdi bdo blockquote body br button caption center cite code col ' +
    'colgroup dd del details dfn div dl dt em figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header ' +
    'hr html i iframe img input ins kbd label li link main mark nav object ol option p picture pre q s samp ' +
    'script section select small source span strike strong style sub summary sup table tbody td tfoot th thead ' +
    'time title tr tt u ul var video'
  ).split(' '),
);

const invisible = /<!--[\s\S]*?(?:-->|$)|<(script|style|head|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const attributes = /^(?:\s+[\w:@.-]+\s*=\s*(?:"[^"]*"|'[^']*'|\{[^}]*\}|[^\s"'>]+))*\s*\/?$/;

/**
 * The tag's name in lower case with a leading `/` when it closes, or null when `<...>` is the author's own
 * placeholder ("<Information System Name>") and must stay text.
 */
export function tagName(tag: string): string | null {
  const match = /^<(\/?)([a-zA-Z][\w.-]*)([\s\S]*?)>$/.exec(tag);
  if (!match) return null;
  const [, slash = '', name = '', rest = ''] = match;
  if (known.has(name.toLowerCase())) return slash + name.toLowerCase();
  const component = (/^[A-Z]/.test(name) || name.includes('-')) && attributes.test(rest);
  return component ? slash + name.toLowerCase() : null;
}

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (all, hex, decimal, name) => {
    if (name) return entities[name.toLowerCase()] ?? all;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

export interface HtmlPart {
  kind: 'paragraph' | 'item' | 'heading';
  level: number;
  text: string;
  /** Line within the given HTML, from 0. */
  line: number;
}

const breaks =
  /^\/?(?:p|div|li|ul|ol|dl|dt|dd|section|article|summary|details|blockquote|h[1-6]|hr|figure|figcaption|pre|center|address|header|footer|td|th|tr)$/;

/** Paragraphs, list items and headings of a piece of HTML, words only. */
export function htmlParts(html: string): HtmlPart[] {
  // Comments and scripts become their own line ends, so that the lines after them keep their numbers.
  const source = html.replace(invisible, all => all.replace(/[^\n]/g, ''));
  const parts: HtmlPart[] = [];
  let depth = -1;
  let open: HtmlPart = { kind: 'paragraph', level: 0, text: '', line: 0 };
  let line = 0;
  const close = (kind: HtmlPart['kind'], level: number) => {
    const text = tidy(decodeEntities(open.text));
    if (text !== '') parts.push({ ...open, text });
    open = { kind, level, text: '', line: -1 };
  };
  for (const token of source.match(/<[^<>]*>|[^<]+|</g) ?? []) {
    const tag = token.startsWith('<') ? tagName(token) : null;
    if (tag === null) {
      if (open.line < 0 || open.text.trim() === '') {
        const blank = /^\s*/.exec(token)?.[0] ?? '';
        if (blank.length < token.length) open.line = line + count(blank);
      }
      open.text += token.replace(/\s+/g, ' ');
    } else if (tag === 'br') open.text += '\n';
    else if (breaks.test(tag)) {
      if (tag === 'ul' || tag === 'ol') depth += 1;
      if (tag === '/ul' || tag === '/ol') depth -= 1;
      if (tag === 'li') close('item', Math.max(0, depth));
      else if (/^h[1-6]$/.test(tag)) close('heading', Number(tag[1]));
      else if (tag !== 'p' || open.text.trim() !== '') close('paragraph', 0);
    }
    line += count(token);
  }
  close('paragraph', 0);
  return parts;
}

function count(text: string): number {
  return text.split('\n').length - 1;
}

/** Spaces collapsed, lines trimmed, empty lines dropped. */
export function tidy(text: string): string {
  return text
    .split('\n')
    .map(line => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .filter(line => line !== '')
    .join('\n');
}
