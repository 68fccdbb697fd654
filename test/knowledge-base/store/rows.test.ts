import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../contract/knowledge.ts';
import { listDocuments, putDocument, removeDocument } from '../../../knowledge-base/store/documents.ts';
import { typedQuery } from '../../../knowledge-base/store/library-words.ts';
import { openStore } from '../../../knowledge-base/store/open-store.ts';
import { keepOriginal, originalBytes } from '../../../knowledge-base/store/originals.ts';
import { passagesOfDocument, putPassages, storedPassages } from '../../../knowledge-base/store/passages.ts';
import { revisionOf } from '../../../knowledge-base/store/revisions.ts';
import { putVectors, vectorsOf } from '../../../knowledge-base/store/vectors.ts';

const passage = (n: number): Passage => ({
  id: `d:${n}`,
  documentId: 'd',
  document: 'd.md',
  scope: 'acme',
  text: `Sentence ${n}.`,
  heading: ['Title'],
  context: [],
  kind: 'sentence',
  at: { line: n, to: n },
  hash: `hash-${n}`,
});
const document = {
  id: 'd',
  scope: 'acme',
  name: 'd.md',
  format: 'markdown',
  title: null,
  bytes: new Uint8Array([1, 2, 3]),
  importedAt: '2026-01-05T09:00:00Z',
  messages: [],
};

describe('rows', () => {
  it('give back the bytes that were kept, once for the same content', () => {
    const store = openStore(':memory:');
    const bytes = new Uint8Array([0, 255, 10, 13]);
    const [one, again] = store.write(db => [keepOriginal(db, bytes), keepOriginal(db, bytes)]);
    expect(one).toBe(again);
    expect(originalBytes(store.read, one ?? '')).toEqual(bytes);
    expect(originalBytes(store.read, 'none')).toBeNull();
  });

  it('replace a document’s passages and raise the revision the matcher watches', () => {
    const store = openStore(':memory:');
    store.write(db => {
      putDocument(db, document);
      putPassages(db, 'd', [passage(1), passage(2)]);
    });
    const before = revisionOf(store.read, 'passages');
    store.write(db => putPassages(db, 'd', [passage(2), passage(3)]));
    expect(passagesOfDocument(store.read, 'd')).toEqual([passage(2), passage(3)]);
    expect(storedPassages(store.read).map(text => JSON.parse(text))).toEqual([passage(2), passage(3)]);
    expect(revisionOf(store.read, 'passages')).toBeGreaterThan(before);
    store.write(db => removeDocument(db, 'd'));
    expect([listDocuments(store.read), storedPassages(store.read)]).toEqual([[], []]);
  });

  it('keep vectors to the last bit, by model', () => {
    const store = openStore(':memory:');
    const vector = new Float32Array([0.1, -2.5, Number.MIN_VALUE]);
    store.write(db => putVectors(db, 'm', [['h', vector]]));
    expect(vectorsOf(store.read, 'm', ['h', 'none'])).toEqual(new Map([['h', vector]]));
    expect(vectorsOf(store.read, 'other', ['h']).size).toBe(0);
  });

  it('turn typed words into a query that no typed character can break', () => {
    expect(typedQuery('encr "at-rest* OR')).toBe('"encr"* "at"* "rest"* "OR"*');
    expect(typedQuery('"*')).toBeNull();
  });
});
