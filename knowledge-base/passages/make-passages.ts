// A policy document into passages: one sentence or bullet each, with the heading path, the lead-in or parent
// bullets it hangs on, and its place. Nothing that a person would read as a statement is lost, nothing is cut
// mid-sentence and no passage holds two bullets, because an answer quotes whole passages.
import type { Passage } from '../../contract/knowledge.ts';
import type { SourceDocument, TextBlock } from '../../contract/source-document.ts';
import { tidy } from '../text/normalise.ts';
import { sentences } from '../text/sentences.ts';
import { identify, type LoosePassage } from './passage-identity.ts';
import { tablePassages } from './table-passages.ts';

/** The end of a sentence that opens a list or a table. */
const OPENS = /[:\uFF1A]["')*_]*$/;

/** Passages of a document in reading order. `scope` is the company or product the document speaks for. */
export function makePassages(
  document: SourceDocument,
  meta: { documentId: string; scope: string },
): Passage[] {
  const walk = new Walk();
  for (const grid of document.grids) {
    if (grid.state !== 'visible') continue;
    walk.add(tablePassages(grid, document.grids.length > 1 ? [grid.name] : [], null, undefined));
  }
  for (const block of document.blocks) {
    if (block.kind === 'table') {
      walk.add(tablePassages(block.grid, walk.heading(), block.at, block.rowPlaces, walk.tableLeadIn()));
      walk.endList();
    } else walk.take(block);
  }
  return identify(walk.passages, { ...meta, document: document.name });
}

/** Where the reader stands: the headings above, the lead-in sentence, the bullets this one is nested in. */
class Walk {
  readonly passages: LoosePassage[] = [];
  #headings: { level: number; text: string }[] = [];
  #leadIn: string | null = null;
  #parents: { level: number; text: string }[] = [];

  heading(): string[] {
    return this.#headings.map(h => h.text);
  }

  leadIn(): string[] {
    return this.#leadIn === null ? [] : [this.#leadIn];
  }

  /** A table hangs on the sentence or bullet that opens it, not on a lead-in the list before has used up. */
  tableLeadIn(): string[] {
    const last = this.#parents.at(-1);
    if (last === undefined) return this.leadIn();
    return OPENS.test(last.text) ? [...this.leadIn(), ...this.#parents.map(parent => parent.text)] : [];
  }

  add(passages: readonly LoosePassage[]): void {
    for (const passage of passages) this.passages.push(passage);
  }

  endList(): void {
    this.#parents = [];
    this.#leadIn = null;
  }

  take(block: TextBlock): void {
    const text = block.text.trim();
    if (text === '') return;
    if (block.kind === 'heading' || isBoldLabel(block)) {
      const level = block.kind === 'heading' ? block.level : 9;
      this.#headings = this.#headings.filter(h => h.level < level);
      this.#headings.push({ level, text: tidy(text) });
      this.endList();
    } else if (block.kind === 'item') this.#item(block, text);
    else this.#paragraph(block, text);
  }

  #item(block: TextBlock, text: string): void {
    this.#parents = this.#parents.filter(parent => parent.level < block.level);
    const context = [...this.leadIn(), ...this.#parents.map(parent => parent.text)];
    const [first] = this.#split(block, text, context, 'bullet');
    this.#parents.push({ level: block.level, text: first ?? tidy(text) });
  }

  #paragraph(block: TextBlock, text: string): void {
    this.endList();
    const said = block.kind === 'code' ? [tidy(text)] : this.#split(block, text, [], 'sentence');
    if (block.kind === 'code') {
      this.passages.push({
        text: tidy(text),
        heading: this.heading(),
        context: [],
        kind: 'sentence',
        at: block.at,
      });
    }
    const last = said.at(-1);
    if (last !== undefined && OPENS.test(last)) this.#leadIn = last;
  }

  #split(block: TextBlock, text: string, context: string[], kind: 'bullet' | 'sentence'): string[] {
    const said = sentences(text).map(s => tidy(text.slice(s.from, s.to)));
    for (const [position, sentence] of said.entries()) {
      const before = position > 0 ? siblingContext(said, position, kind) : [];
      this.passages.push({
        text: sentence,
        heading: this.heading(),
        context: [...context, ...before],
        kind,
        at: block.at,
      });
    }
    return said;
  }
}

/** A later sentence of a bullet hangs on the bullet's first; in a paragraph only one that points back does. */
function siblingContext(said: readonly string[], position: number, kind: 'bullet' | 'sentence'): string[] {
  const anchor = kind === 'bullet' ? said[0] : said[position - 1];
  const pointsBack = /^(?:this|these|those|such|it|they|its|their|he|she|both|here|in this|for this)\b/i;
  return anchor !== undefined && (kind === 'bullet' || pointsBack.test(said[position] ?? '')) ? [anchor] : [];
}

/** A short bold line without an end is a heading that was not marked up as one. */
function isBoldLabel(block: TextBlock): boolean {
  const text = block.text.trim();
  return (
    block.kind === 'paragraph' &&
    block.look?.bold === true &&
    block.fields.length === 0 &&
    text.length <= 80 &&
    !/[.!?;,]$/.test(text)
  );
}
