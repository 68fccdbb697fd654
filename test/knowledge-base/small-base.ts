// A knowledge base of a few sentences a scope, for tests that say in one line what the policies hold.
import type { Ask, Draft, Passage } from '../../contract/knowledge.ts';
import { openKnowledge } from '../../knowledge-base/knowledge.ts';
import { identify } from '../../knowledge-base/passages/passage-identity.ts';
import { putDocument } from '../../knowledge-base/store/documents.ts';
import { openStore, type Store } from '../../knowledge-base/store/open-store.ts';
import { putPassages } from '../../knowledge-base/store/passages.ts';

/** Sentences of a scope, each under the headings before " > " when it has any. */
export type Sentences = Record<string, readonly string[]>;

export function storeWith(scopes: Sentences): { store: Store; passages: Passage[] } {
  const store = openStore(':memory:');
  const all: Passage[] = [];
  for (const [scope, sentences] of Object.entries(scopes)) {
    const loose = sentences.map((line, i) => {
      const heading = line.split(' > ');
      return {
        text: heading.pop() ?? '',
        heading,
        context: [],
        kind: 'sentence' as const,
        at: { line: i + 1, to: i + 1 },
      };
    });
    const meta = { documentId: `${scope}/policy`, document: 'policy.md', scope };
    const passages = identify(loose, meta);
    store.write(db => {
      putDocument(db, {
        id: meta.documentId,
        scope,
        name: meta.document,
        format: 'markdown',
        title: null,
        bytes: new TextEncoder().encode(sentences.join('\n')),
        importedAt: '2026-01-01T00:00:00.000Z',
        messages: [],
      });
      putPassages(db, meta.documentId, passages);
    });
    all.push(...passages);
  }
  return { store, passages: all };
}

export function askOf(question: string, scope: string, more: Partial<Ask> = {}): Ask {
  return { question, section: null, guidance: null, scope, options: [], limit: null, names: [], ...more };
}

/** The draft that these sentences give for a question of the scope `acme`. */
export async function draftFrom(
  sentences: readonly string[],
  question: string,
  more: Partial<Ask> = {},
): Promise<Draft> {
  const { store } = storeWith({ acme: sentences });
  return openKnowledge(store).draft(askOf(question, 'acme', more));
}
