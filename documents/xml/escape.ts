// Text into XML and out of it. Office keeps characters XML cannot hold as `_xHHHH_` (ST_Xstring, ECMA-376-1
// §22.9.2.19); literal text of that form is kept by escaping its underscore the same way.

/** For element content. A lone CR would be read back as LF, so it is written as a reference. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, sign =>
    sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : '&#13;',
  );
}

/** For a value in double quotes; white space other than a space would be normalised, so it is a reference. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/["\t\n]/g, sign => (sign === '"' ? '&quot;' : `&#${sign.charCodeAt(0)};`));
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves the five named and the numeric references; any other stays as it stands, never expanded. */
export function unescapeText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]+));/g, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** `_x000D_` and the like to the characters they stand for. */
export function decodeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The reverse: what XML cannot hold, and literal text that would be read as an escape. */
export function encodeXstring(text: string): string {
  return (
    text
      .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to escape
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, sign => {
        return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
      })
  );
}
