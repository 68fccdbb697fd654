// The receipt of a filled PDF: the original bytes still stand at its start, every word of the original is still on
// its page, other fields keep their values, and every answer is read back.
import type { FillEntry, Receipt, Refusal } from '../../contract/fill.ts';
import type { Field } from '../../contract/source-document.ts';
import type { Limits } from '../limits.ts';
import { noCounts, sha256 } from '../receipt.ts';
import { type Analysis, analysePdf } from './analyse.ts';
import { layBlocks } from './blocks.ts';
import type { LaidBlock } from './laid-block.ts';
import { same } from './refused.ts';

export interface WrittenPdf {
  entry: FillEntry;
  /** The words drawn on the page; null for a form field. */
  drawn: string | null;
}

/** Form fields of all pages. */
export function allFields(laid: readonly LaidBlock[]): Field[] {
  return laid
    .flatMap(({ block }) =>
      block.kind === 'table' ? block.grid.cells.flatMap(cell => cell.fields ?? []) : block.fields,
    )
    .filter(field => field.via === 'acroform');
}

interface Original {
  bytes: Uint8Array;
  name: string;
  analysis: Analysis;
}

export async function provePdf(
  original: Original,
  filled: Uint8Array,
  { written, refused }: { written: readonly WrittenPdf[]; refused: Refusal[] },
  limits: Limits,
): Promise<Receipt> {
  const after = await analysePdf(filled, limits, 'leave');
  const [was, now] = [allFields(layBlocks(original.analysis)), allFields(layBlocks(after))];
  const appended = Buffer.compare(filled.subarray(0, original.bytes.length), original.bytes) === 0;
  const changedFields = new Set(
    written.flatMap(({ entry }) => ('page' in entry.at && entry.at.field ? [entry.at.field] : [])),
  );
  const holds =
    original.analysis.pages.length === after.pages.length &&
    wordsKept(original.analysis, after) &&
    was.length === now.length &&
    was.every((field, index) => changedFields.has(field.name ?? '') || sameField(field, now[index])) &&
    written.every(one => readsBack(one, now, after));
  return {
    format: 'pdf',
    originalSha256: sha256(original.bytes),
    filledSha256: sha256(filled),
    partsUnchanged: written.length === 0 ? [original.name] : [],
    partsChanged:
      written.length === 0
        ? []
        : [{ name: original.name, cells: written.length, outsideUnchanged: appended }],
    written: written.map(({ entry }) => ({ at: entry.at, value: entry.value })),
    refused,
    before: { ...noCounts, controls: was.length },
    after: { ...noCounts, controls: now.length },
    holds,
  };
}

/** Every word that was on a page is still there, at its place. Words of a scan are a picture, not text. */
function wordsKept(before: Analysis, after: Analysis): boolean {
  return before.pages.every(({ page }, index) => {
    if (before.recognised.has(page.page)) return true;
    const keys = new Map<string, number>();
    for (const word of after.pages[index]?.page.words ?? [])
      keys.set(keyOf(word), (keys.get(keyOf(word)) ?? 0) + 1);
    return page.words.every(word => {
      const left = keys.get(keyOf(word)) ?? 0;
      keys.set(keyOf(word), left - 1);
      return left > 0;
    });
  });
}

function keyOf(word: { text: string; x: number; y: number }): string {
  return `${word.text}|${Math.round(word.x)}|${Math.round(word.y)}`;
}

function sameField(a: Field, b: Field | undefined): boolean {
  return b !== undefined && a.name === b.name && a.value === b.value && a.checked === b.checked;
}

function readsBack({ entry, drawn }: WrittenPdf, fields: readonly Field[], after: Analysis): boolean {
  const { at } = entry;
  if (!('page' in at)) return false;
  if (at.field !== undefined) {
    const own = fields.filter(field => field.name === at.field);
    if (own[0]?.kind === 'checkbox') return own.some(field => field.checked) === (entry.value !== '');
    return own.some(field => same(field.value, entry.value) || holds(field.value, entry.value));
  }
  const words = after.pages[at.page - 1]?.page.words.map(word => word.text).join(' ') ?? '';
  return drawn !== null && holds(words, drawn);
}

function holds(text: string, value: string): boolean {
  const plain = (words: string) => words.replace(/\s+/g, '');
  return plain(text).includes(plain(value));
}
