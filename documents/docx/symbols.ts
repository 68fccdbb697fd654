// Characters of symbol fonts (`w:sym`, ECMA-376-1 §17.3.3.30) as the Unicode characters a person would say they
// are. Boxes and ticks matter: they are answer places.

const wingdings: Record<string, string> = {
  '6F': '☐',
  A8: '☐',
  '71': '☐',
  '72': '☐',
  FD: '☒',
  FE: '☑',
  '78': '☒',
  FC: '✓',
  FB: '✗',
  A7: '•',
  '9F': '•',
  '6C': '●',
  E0: '→',
  F0: '→',
  '4A': '☺',
};

const wingdings2: Record<string, string> = {
  A3: '☐',
  '2A': '☐',
  '52': '☑',
  '53': '☒',
  '54': '☒',
  '50': '✓',
  '4F': '✗',
};
const symbol: Record<string, string> = { B7: '•', AE: '→', A3: '≤', B3: '≥', B0: '°', B1: '±', '2D': '−' };

/** The text of a symbol; fonts other than the known ones give their character when it is a plain one. */
export function symbolText(font: string, code: string): string {
  const low = code.slice(-2).toUpperCase();
  const name = font.toLowerCase();
  if (name === 'wingdings 2') return wingdings2[low] ?? '';
  if (name === 'wingdings') return wingdings[low] ?? '';
  if (name === 'symbol') return symbol[low] ?? '';
  const value = Number.parseInt(code, 16);
  return Number.isNaN(value) || (value >= 0xe000 && value <= 0xf8ff) ? '' : String.fromCodePoint(value);
}

/** The code of the ticked box that belongs to an empty one of a symbol font. */
export function tickedSymbol(font: string): string | null {
  const name = font.toLowerCase();
  if (name === 'wingdings') return 'F0FE';
  return name === 'wingdings 2' ? 'F052' : null;
}
