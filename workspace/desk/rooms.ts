// The seam to the rooms beside this one, as the use cases need them: reading, finding and filling files, making
// passages, asking the knowledge base. The engine puts a worker with limits behind reading and filling; tests
// put small stand-ins.
import type { PolicyDiff } from '../../contract/curate.ts';
import type { FillEntry, Receipt } from '../../contract/fill.ts';
import type { Passage } from '../../contract/knowledge.ts';
import type { Outcome } from '../../contract/outcome.ts';
import type { Mapping, Questionnaire } from '../../contract/questionnaire.ts';
import type { Picture } from '../../contract/review.ts';
import type { SourceDocument } from '../../contract/source-document.ts';
import type { Response } from '../../documents/authored/response.ts';
import type { AuthoredSheet } from '../../documents/authored/write-workbook.ts';
import type { Knowledge } from '../../knowledge-base/knowledge.ts';
import type { Store } from '../../knowledge-base/store/open-store.ts';

/** A document that we author, and what stands in it. */
export type Authoring =
  | { kind: 'workbook'; sheets: AuthoredSheet[] }
  | { kind: 'response'; words: Response }
  | { kind: 'response-pdf'; words: Response };

export interface Rooms {
  read(bytes: Uint8Array, name: string, signal: AbortSignal): Promise<Outcome<SourceDocument>>;
  fill(
    bytes: Uint8Array,
    name: string,
    entries: FillEntry[],
    signal: AbortSignal,
  ): Promise<Outcome<{ bytes: Uint8Array; receipt: Receipt }>>;
  /** Writes a document of our own; null when it cannot be written in that form. */
  author(work: Authoring, signal: AbortSignal): Promise<Uint8Array | null>;
  find(document: SourceDocument, mapping: Mapping, signal: AbortSignal): Promise<Questionnaire>;
  picture(
    document: SourceDocument,
    questionnaire: Questionnaire,
    region: string,
    fromRow: number,
    rows: number,
  ): Picture | null;
  makePassages(document: SourceDocument, meta: { documentId: string; scope: string }): Passage[];
  diffPassages(before: readonly Passage[], after: readonly Passage[]): PolicyDiff;
  openKnowledge(store: Store): Knowledge;
}
