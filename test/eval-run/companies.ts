// A knowledge base for each company of the labelled sets: its documents read by the product's own readers into
// a store in memory, under a scope of its name, all companies in one store as a team would have them.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Passage } from '../../contract/knowledge.ts';
import { readDocument } from '../../documents/registry.ts';
import { makePassages } from '../../knowledge-base/passages/make-passages.ts';
import { putDocument } from '../../knowledge-base/store/documents.ts';
import { openStore, type Store } from '../../knowledge-base/store/open-store.ts';
import { putPassages } from '../../knowledge-base/store/passages.ts';
import { documentsOf } from './gold.ts';

export async function passagesOf(company: string): Promise<Passage[]> {
  const out: Passage[] = [];
  for (const path of documentsOf(company)) {
    const name = basename(path);
    const read = await readDocument(new Uint8Array(readFileSync(path)), name);
    if (!read.ok) throw new Error(`${name}: ${read.error.text}`);
    out.push(...makePassages(read.value, { documentId: `${company}/${name}`, scope: company }));
  }
  return out;
}

/** A store in memory with the policies of these companies; a company whose files cannot be read is skipped. */
export async function storeOf(companies: readonly string[]): Promise<{ store: Store; skipped: string[] }> {
  const store = openStore(':memory:');
  const skipped: string[] = [];
  for (const company of companies) {
    try {
      const passages = await passagesOf(company);
      store.write(db => {
        for (const id of new Set(passages.map(passage => passage.documentId))) {
          const own = passages.filter(passage => passage.documentId === id);
          putDocument(db, {
            id,
            scope: company,
            name: basename(id),
            format: 'markdown',
            title: null,
            bytes: new TextEncoder().encode(id),
            importedAt: '2026-01-01T00:00:00.000Z',
            messages: [],
          });
          putPassages(db, id, own);
        }
      });
    } catch (error) {
      skipped.push(`${company}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { store, skipped };
}
