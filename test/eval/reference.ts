// Finds the passage a label points to. A label holds no policy text, only file, place, length and a
// digest of the passage, because the policies are other people's and stay outside this repository.
// Everything here is about turning such a reference back into words, and words into a reference.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a passage is known without its words: first two words, last word, digest and count of its letters. */
export type Mark = { starts: string; ends: string; sha: string; len: number };

/** Where a passage stands: lines (from 1, inclusive) of a text file, or one page (from 1) of a PDF. */
export type Reference = Mark & { file: string; from?: number; to?: number; page?: number };

/** A PDF cannot be read because `pdftotext` (poppler) is not on this machine. */
export class NoPdfReader extends Error {}

const marker = /^\s*(?:[-*+•●◦]|\d{1,2}[.)])\s+/;
const entities: Record<string, string> = { '&nbsp;': ' ', '&lt;': '<', '&gt;': '>', '&amp;': '&' };
const slack = 2; // lines a passage may have moved before its reference counts as broken

/** One line as a reader sees it: no list marker, links and tags reduced to their text. */
export function readable(line: string): string {
  return line
    .replace(marker, '')
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:nbsp|lt|gt|amp);/g, entity => entities[entity] ?? entity)
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** Letters and digits only, NFKC and lower case, with the index in `text` each of them came from. */
export function normalise(text: string): { letters: string; origin: number[] } {
  let letters = '';
  const origin: number[] = [];
  let index = 0;
  for (const char of text) {
    for (const unit of char.normalize('NFKC').toLowerCase()) {
      if (!/[\p{L}\p{N}]/u.test(unit)) continue;
      letters += unit;
      for (let i = 0; i < unit.length; i++) origin.push(index);
    }
    index += char.length;
  }
  return { letters, origin };
}

export const digest = (letters: string): string =>
  createHash('sha1').update(letters).digest('hex').slice(0, 12);

const read = new Map<string, string[]>();

/** The seed policies lie in a folder of their own beside the corpus: `seeds/NAME` is looked for there. */
const pathOf = (folder: string, file: string): string =>
  file.startsWith('seeds/') ? join(folder, '../..', file) : join(folder, file);

/** Lines of a text file. Throws ENOENT when the file is missing. */
export function linesOf(folder: string, file: string): string[] {
  const path = pathOf(folder, file);
  const known = read.get(path);
  if (known) return known;
  const lines = readFileSync(path, 'utf8').split('\n');
  read.set(path, lines);
  return lines;
}

/** The text of a page of a PDF, as one line. Throws NoPdfReader without `pdftotext`. */
export function pageOf(folder: string, file: string, page: number): string {
  const path = pathOf(folder, file);
  const key = `${path}#${page}`;
  const known = read.get(key);
  if (known) return known[0] ?? '';
  if (!existsSync(path)) throw new Error(`no such file: ${path}`);
  const run = spawnSync('pdftotext', ['-raw', '-f', `${page}`, '-l', `${page}`, path, '-'], {
    encoding: 'utf8',
  });
  if (run.error) throw new NoPdfReader('pdftotext not found');
  if (run.status !== 0) throw new Error(`pdftotext: ${run.stderr.trim()}`);
  const text = run.stdout.split('\n').map(readable).filter(Boolean).join(' ');
  read.set(key, [text]);
  return text;
}

function windowOf(folder: string, at: Pick<Reference, 'file' | 'from' | 'to' | 'page'>): string {
  if (at.page !== undefined) return pageOf(folder, at.file, at.page);
  const from = Math.max(0, (at.from ?? 1) - 1 - slack);
  const lines = linesOf(folder, at.file).slice(from, (at.to ?? at.from ?? 1) + slack);
  return lines.map(readable).filter(Boolean).join('\n');
}

/**
 * The run of words in `text` that `mark` describes, undefined when it is not there.
 * Throws Error when the digest is right and the last word is not: the label was edited by hand.
 */
export function findIn(text: string, mark: Mark): string | undefined {
  const { letters, origin } = normalise(text);
  const starts = normalise(mark.starts).letters;
  const ends = normalise(mark.ends).letters;
  for (let at = letters.indexOf(starts); at >= 0; at = letters.indexOf(starts, at + 1)) {
    const found = letters.slice(at, at + mark.len);
    if (digest(found) !== mark.sha) continue;
    if (!found.endsWith(ends)) throw new Error(`passage does not end with "${mark.ends}"`);
    const first = origin[at] ?? 0;
    const last = origin[at + mark.len - 1] ?? first;
    const tail = /^\S[^\s\p{L}\p{N}]*/u.exec(text.slice(last))?.[0] ?? '';
    return text.slice(first, last + tail.length);
  }
  return undefined;
}

/**
 * The words a reference stands for, as printed in the policy.
 * Throws NoPdfReader when a PDF cannot be read here, Error when the passage is not at its place.
 */
export function resolve(folder: string, reference: Reference): string {
  const found = findIn(windowOf(folder, reference), reference);
  if (found !== undefined) return found;
  const place = reference.page === undefined ? `line ${reference.from}` : `page ${reference.page}`;
  throw new Error(`not found: ${reference.file}, ${place}, "${reference.starts} ... ${reference.ends}"`);
}

/** The mark of a text. */
export function markOf(text: string): Mark {
  const { letters } = normalise(text);
  const words = text.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu) ?? [];
  return {
    starts: words.slice(0, 2).join(' '),
    ends: words.at(-1) ?? '',
    sha: digest(letters),
    len: letters.length,
  };
}

/** A reference to `passage`, which must stand in `file` on the given page, or anywhere when it has none. */
export function refer(folder: string, file: string, passage: string, page?: number): Reference {
  const { letters } = normalise(readable(passage));
  const mark = markOf(readable(passage));
  if (page !== undefined) return { file, page, ...mark };
  const lines = linesOf(folder, file).map(line => normalise(readable(line)).letters);
  for (let from = 0; from < lines.length; from++) {
    let run = '';
    for (let to = from; to < lines.length && run.length < letters.length + 2000; to++) {
      run += lines[to];
      const here = run.indexOf(letters);
      if (here >= 0 && here < (lines[from] ?? '').length)
        return { file, from: from + 1, to: to + 1, ...mark };
    }
  }
  throw new Error(`the passage does not stand in ${file}`);
}
