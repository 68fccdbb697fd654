// A scanner over the tags of an XML text that knows where each one stands, so that an edit is a splice and
// everything outside keeps its characters. It reads structure only; well-formedness is the reader's business.
import { AppError } from '../../contract/outcome.ts';
import { unescapeText } from './escape.ts';

export interface Tag {
  kind: 'open' | 'close' | 'empty';
  /** As written, prefix included. */
  name: string;
  /** From `<` to after `>`. */
  start: number;
  end: number;
}

/** Gives the next tag at or after a position, or null at the end; comments, CDATA and instructions are passed. */
export function nextTag(text: string, from: number): Tag | null {
  let at = text.indexOf('<', from);
  while (at >= 0) {
    const sign = text.charCodeAt(at + 1);
    if (sign === 33) {
      at = text.indexOf('<', skipMarkup(text, at));
    } else if (sign === 63) {
      at = text.indexOf('<', after(text, '?>', at));
    } else {
      return readTag(text, at, sign === 47);
    }
  }
  return null;
}

/** The attributes of a tag, values unescaped, in order of appearance. */
export function attributesOf(text: string, tag: Tag): Map<string, string> {
  const found = new Map<string, string>();
  const pattern = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
  for (const match of text.slice(tag.start + 1 + tag.name.length, tag.end).matchAll(pattern)) {
    found.set(match[1] ?? '', unescapeText(match[2] ?? match[3] ?? ''));
  }
  return found;
}

/** One attribute of a tag, unescaped; for tags met by the thousand. */
export function attributeOf(text: string, tag: Tag, name: string): string | undefined {
  const inside = text.slice(tag.start + 1 + tag.name.length, tag.end);
  for (let at = inside.indexOf(name); at > 0; at = inside.indexOf(name, at + 1)) {
    const equals = at + name.length;
    // The common spelling, with a space before and the quote right after the sign, needs no parsing.
    const quote = inside.charAt(equals + 1);
    if (inside.charCodeAt(at - 1) > 32) continue;
    if (inside.charCodeAt(equals) !== 61 || (quote !== '"' && quote !== "'"))
      return attributesOf(text, tag).get(name);
    const end = inside.indexOf(quote, equals + 2);
    return end < 0 ? undefined : unescapeText(inside.slice(equals + 2, end));
  }
  return undefined;
}

/** The name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function readTag(text: string, start: number, closing: boolean): Tag {
  let at = start + (closing ? 2 : 1);
  const nameStart = at;
  while (at < text.length && !isNameEnd(text.charCodeAt(at))) at += 1;
  const name = text.slice(nameStart, at);
  // A quoted value may hold `>`.
  for (;;) {
    const sign = text.charCodeAt(at);
    if (Number.isNaN(sign)) throw unfinished();
    if (sign === 62) break;
    if (sign === 34 || sign === 39) at = after(text, text.charAt(at), at + 1);
    else at += 1;
  }
  const kind = closing ? 'close' : text.charCodeAt(at - 1) === 47 ? 'empty' : 'open';
  return { kind, name, start, end: at + 1 };
}

function isNameEnd(sign: number): boolean {
  return sign === 62 || sign === 47 || sign === 32 || sign === 10 || sign === 9 || sign === 13;
}

function skipMarkup(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
  if (text.startsWith('<![CDATA[', at)) return after(text, ']]>', at);
  throw new AppError(
    'file-unreadable',
    'The file holds a document type declaration, which Office files never do and which can be used to attack the reader. Save it again from the program that made it.',
    { why: 'doctype' },
  );
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw unfinished();
  return at + mark.length;
}

function unfinished(): AppError {
  return new AppError(
    'file-unreadable',
    'A part of the file ends in the middle. Ask for the file again, or open it in the program that made it and save a new copy.',
    { why: 'xml ends early' },
  );
}
