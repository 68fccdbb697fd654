// A policy as its author writes it, through the product's own reader, into passages: the tests state files, not
// blocks, so that reader and passage maker are held together.
import type { Passage } from '../../../contract/knowledge.ts';
import { readDocument } from '../../../documents/registry.ts';
import { makePassages } from '../../../knowledge-base/passages/make-passages.ts';

/** Passages of a file that reads without any message. */
export async function passagesOf(name: string, content: string | Uint8Array): Promise<Passage[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const read = await readDocument(bytes, name);
  if (!read.ok) throw new Error(`${name}: ${read.error.text}`);
  if (read.value.messages.length > 0) throw new Error(JSON.stringify(read.value.messages));
  return makePassages(read.value, { documentId: name, scope: 'harbour' });
}

export const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
