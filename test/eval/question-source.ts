// Finds the question a label asks. Questions of a public questionnaire are other people's words, like the
// policies, so a label names the cell, paragraph or page and a digest, and the words are read from there.
// Reads the files itself rather than with the product: a label must not depend on what it measures.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { findIn, type Mark, markOf, pageOf, readable } from './reference.ts';

/** A cell (`E5`) of a workbook's sheet or of a CSV file, a paragraph (from 0) of a Word file, a page of a PDF. */
export type Place = { file: string; sheet?: string; cell?: string; paragraph?: number; page?: number };
export type QuestionReference = Place & Mark;

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function plain(xml: string): string {
  return xml.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal, hex, name) =>
    name
      ? (entities[name] ?? all)
      : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  );
}

const runs = (xml: string, tag: string): string =>
  [...xml.replace(/<rPh.*?<\/rPh>/gs, '').matchAll(new RegExp(`<${tag}(?: [^>]*)?>([^<]*)</${tag}>`, 'g'))]
    .map(run => plain(run[1] ?? ''))
    .join('');

/** Cells of every sheet: sheet name, then address, then text as last calculated (ECMA-376, 18.3.1.4). */
function sheetsOf(bytes: Uint8Array): Map<string, Map<string, string>> {
  const parts = unzipSync(bytes, {
    filter: part => /^xl\/(?:[^/]+\.xml|_rels|worksheets\/)/.test(part.name),
  });
  const part = (name: string): string => (parts[name] ? strFromU8(parts[name]) : '');
  const texts = (part('xl/sharedStrings.xml').match(/<si>.*?<\/si>|<si\/>/gs) ?? []).map(si => runs(si, 't'));
  const targets = new Map<string, string>();
  for (const [tag] of part('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/g))
    targets.set(/ Id="([^"]*)"/.exec(tag)?.[1] ?? '', / Target="([^"]*)"/.exec(tag)?.[1] ?? '');
  const sheets = new Map<string, Map<string, string>>();
  for (const [tag] of part('xl/workbook.xml').matchAll(/<sheet [^>]*>/g)) {
    const target = targets.get(/ r:id="([^"]*)"/.exec(tag)?.[1] ?? '') ?? '';
    const xml = part(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    const cells = new Map<string, string>();
    for (const [, address = '', traits = '', body = ''] of xml.matchAll(
      /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
    )) {
      const value = plain(/<v(?: [^>]*)?>([^<]*)<\/v>/.exec(body)?.[1] ?? '');
      const text = / t="s"/.test(traits)
        ? texts[Number(value)]
        : / t="inlineStr"/.test(traits)
          ? runs(body, 't')
          : value;
      if (text) cells.set(address, text);
    }
    sheets.set(plain(/ name="([^"]*)"/.exec(tag)?.[1] ?? ''), cells);
  }
  return sheets;
}

/** Cells of a CSV file (RFC 4180) under the addresses a spreadsheet would give them, columns A to Z. */
function tableOf(text: string): Map<string, string> {
  const cells = new Map<string, string>();
  let row = 1;
  let column = 0;
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    cells.set(`${String.fromCharCode(65 + column)}${row}`, quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === ',') column++;
    else [row, column] = [row + 1, 0];
  }
  return cells;
}

function paragraphsOf(bytes: Uint8Array): string[] {
  const part = unzipSync(bytes)['word/document.xml'];
  const xml = part ? strFromU8(part) : '';
  return (xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? []).map(one =>
    runs(one.replace(/<w:(?:br|cr|tab)\b[^>]*\/>/g, '<w:t>\n</w:t>'), 'w:t'),
  );
}

type Opened = {
  sheets?: Map<string, Map<string, string>>;
  table?: Map<string, string>;
  paragraphs?: string[];
};
const opened = new Map<string, Opened>();

function open(path: string): Opened {
  const known = opened.get(path);
  if (known) return known;
  const bytes = readFileSync(path);
  const made: Opened = path.endsWith('.csv')
    ? { table: tableOf(bytes.toString('utf8').replace(/^\uFEFF/, '')) }
    : path.endsWith('.docx')
      ? { paragraphs: paragraphsOf(bytes) }
      : { sheets: sheetsOf(bytes) };
  opened.set(path, made);
  return made;
}

/** All the text at a place on one line, ` / ` for its line breaks if asked. Throws when there is no such place. */
function textAt(folder: string, at: Place, lineBreak = ' '): string {
  if (at.page !== undefined) return pageOf(folder, at.file, at.page);
  const file = open(join(folder, at.file));
  const cells = at.sheet === undefined ? file.table : file.sheets?.get(at.sheet);
  const text = at.paragraph === undefined ? cells?.get(at.cell ?? '') : file.paragraphs?.[at.paragraph];
  if (text === undefined) throw new Error(`no such place: ${JSON.stringify(at)}`);
  return text
    .trim()
    .replace(/\s*\n\s*/g, lineBreak)
    .replace(/\s+/g, ' ');
}

/**
 * The words of a question: the whole place where the digest covers it, else the part it covers.
 * Throws NoPdfReader when a PDF cannot be read here, Error when the question is not at its place.
 */
export function questionAt(folder: string, reference: QuestionReference): string {
  const text = textAt(folder, reference);
  if (markOf(text).sha === reference.sha) return text;
  const found = findIn(text, reference);
  if (found === undefined) throw new Error(`not found: ${reference.file}, "${reference.starts} ..."`);
  return readable(found);
}

/** The words of a heading, its lines joined as a path. Throws as `questionAt` does. */
export function sectionAt(folder: string, reference: QuestionReference): string {
  const words = questionAt(folder, reference);
  const whole = textAt(folder, reference, ' / ');
  return markOf(whole).sha === reference.sha ? whole : words;
}

/** A reference to `words`, or to everything at the place when none are given. */
export function referQuestion(folder: string, at: Place, words?: string): QuestionReference {
  const reference = { ...at, ...markOf(words ?? textAt(folder, at)) };
  questionAt(folder, reference);
  return reference;
}
