// Fills a file with answers that can be told apart, at the places question finding gives or at places drawn by a
// seed, and keeps what should be read back.
import type { FillEntry, Receipt } from '../../contract/fill.ts';
import type { Place } from '../../contract/place.ts';
import type { Question } from '../../contract/questionnaire.ts';
import type { Field, Grid, SourceDocument } from '../../contract/source-document.ts';
import { findQuestions } from '../../documents/find/find-questions.ts';
import { cellPlace } from '../../documents/find/places.ts';
import { fillDocument, readDocument } from '../../documents/registry.ts';
import { must } from './read-file.ts';

export interface FilledFile {
  document: SourceDocument;
  /** Those whose slots are filled; none for places drawn by a seed. */
  questions: Question[];
  entries: FillEntry[];
  bytes: Uint8Array;
  receipt: Receipt;
}

/** An answer for every slot: options in turn, ticks, and numbered texts. */
export function answersFor(questions: readonly Question[]): FillEntry[] {
  let count = 0;
  return questions.flatMap(({ slots }) =>
    slots.map(({ role, at, options, option, limit }): FillEntry => {
      count += 1;
      const text = `Answer ${count}.`.slice(0, limit);
      const value =
        role === 'mark' ? 'x' : role === 'choice' ? (options?.[count % options.length] ?? text) : text;
      return { at, role, value, ...(option === undefined ? {} : { option }) };
    }),
  );
}

export async function fillEverySlot(bytes: Uint8Array, name: string): Promise<FilledFile> {
  const document = must(await readDocument(bytes, name));
  const { questions } = findQuestions(document);
  const entries = answersFor(questions);
  return {
    document,
    questions,
    entries,
    ...must(await fillDocument(bytes, name, entries)),
  };
}

/** Twenty cells of each file, drawn by a seed among empty and plain ones, the edges of each sheet included. */
export async function fillTwentyCells(bytes: Uint8Array, name: string): Promise<FilledFile> {
  const document = must(await readDocument(bytes, name));
  const random = seeded(name);
  const sheets = document.grids.filter(({ cells }) => cells.length > 0);
  const taken = new Set<string>();
  const entries: FillEntry[] = [];
  for (let tries = 0; tries < 200 && entries.length < 20 && sheets.length > 0; tries++) {
    const grid = sheets[Math.floor(random() * sheets.length)];
    if (!grid) continue;
    const at = placeIn(
      grid,
      1 + Math.floor(random() * (grid.rows + 2)),
      1 + Math.floor(random() * (grid.columns + 2)),
    );
    if (at === null || taken.has(JSON.stringify(at))) continue;
    taken.add(JSON.stringify(at));
    entries.push({ at, role: 'text', value: `Drawn ${entries.length + 1}. <&> "é"` });
  }
  return { document, questions: [], entries, ...must(await fillDocument(bytes, name, entries)) };
}

/** Twenty paragraphs and table cells of a document, drawn by a seed: words after what stands there. */
export async function fillTwentyTexts(bytes: Uint8Array, name: string): Promise<FilledFile> {
  const document = must(await readDocument(bytes, name));
  const random = seeded(name);
  const places = textPlaces(document).map(({ at }) => ({ at, rank: random() }));
  const drawn = places.sort((a, b) => a.rank - b.rank).slice(0, 20);
  const entries = drawn.map(
    ({ at }, index): FillEntry => ({ at, role: 'text', value: `Drawn ${index + 1}. <&> "é"` }),
  );
  return { document, questions: [], entries, ...must(await fillDocument(bytes, name, entries)) };
}

interface TextPlace {
  at: Place;
  text: string;
  fields: readonly Field[];
}

/** Every paragraph and table cell of a document. */
export function textPlaces({ blocks }: SourceDocument): TextPlace[] {
  return blocks.flatMap((block): TextPlace[] =>
    block.kind === 'table'
      ? block.grid.cells.map(({ row, column, text, fields = [] }) => ({
          at: cellPlace(block.grid, row, column, block.rowPlaces),
          text,
          fields,
        }))
      : [{ at: block.at, text: block.text, fields: block.fields }],
  );
}

/** What stands at a paragraph or table cell, whichever of its fields is meant. */
export function textPlaceAt(document: SourceDocument, at: Place): TextPlace | undefined {
  const whole = (place: Place) => JSON.stringify({ ...place, field: undefined });
  return textPlaces(document).find(place => whole(place.at) === whole(at));
}

/** The text now standing at a place. */
export function textAt(document: SourceDocument, at: Place): string | undefined {
  if ('table' in at || 'paragraph' in at) return textPlaceAt(document, at)?.text;
  if ('sheet' in at) {
    const grid = document.grids.find(({ name }) => name === at.sheet);
    return grid?.cells.find(cell => cellAt(cell.row, cell.column) === at.cell)?.text;
  }
  if ('column' in at)
    return document.grids[0]?.cells.find(({ row, column }) => row === at.row && column === at.column)?.text;
  return undefined;
}

function placeIn(grid: Grid, row: number, column: number): Place | null {
  if (grid.rows === 0 || row > 1_048_576 || column > 16_384) return null;
  const stated = grid.cells.find(cell => cell.row === row && cell.column === column);
  if (stated?.formula) return null;
  return { sheet: grid.name, cell: cellAt(row, column) };
}

function cellAt(row: number, column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name + row;
}

/** Numbers between 0 and 1 that depend on a word alone (mulberry32 over an FNV-1a hash). */
function seeded(word: string): () => number {
  let state = [...word].reduce((hash, sign) => Math.imul(hash ^ sign.charCodeAt(0), 0x01000193), 0x811c9dc5);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
