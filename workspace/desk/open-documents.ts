// The last few questionnaire files in their read form, because pictures of cells need the whole grid and
// reading a large workbook takes a second. Everything here can be made again from the stored bytes.
import type { Questionnaire } from '../../contract/questionnaire.ts';
import type { SourceDocument } from '../../contract/source-document.ts';

export interface OpenDocument {
  document: SourceDocument;
  questionnaire: Questionnaire;
}

export interface OpenDocuments {
  put(id: string, open: OpenDocument): void;
  /** The document when it is at hand; never waits. */
  peek(id: string): OpenDocument | null;
  /** The document, read by `load` when it is not at hand; one reading serves all who wait for it. */
  load(id: string, load: () => Promise<OpenDocument>): Promise<OpenDocument>;
  forget(id: string): void;
}

const HELD = 3;

export function makeOpenDocuments(): OpenDocuments {
  const held = new Map<string, OpenDocument>();
  const loading = new Map<string, Promise<OpenDocument>>();
  const put = (id: string, open: OpenDocument) => {
    held.delete(id);
    held.set(id, open);
    const [oldest] = held.keys();
    if (held.size > HELD && oldest !== undefined) held.delete(oldest);
  };
  return {
    put,
    peek: id => held.get(id) ?? null,
    async load(id, load) {
      const here = held.get(id);
      if (here) return here;
      const under = loading.get(id) ?? load().finally(() => loading.delete(id));
      loading.set(id, under);
      const open = await under;
      put(id, open);
      return open;
    },
    forget(id) {
      held.delete(id);
    },
  };
}
