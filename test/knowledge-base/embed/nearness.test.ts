// Vectors behind a stand-in model: what is embedded, what is kept, and that nothing of it is used while it is off.
import { expect, test } from 'vitest';
import { cosine, type Embedder } from '../../../knowledge-base/embed/embedder.ts';
import { openNearness } from '../../../knowledge-base/embed/nearness.ts';
import { openKnowledge } from '../../../knowledge-base/knowledge.ts';
import { putSetting } from '../../../knowledge-base/store/settings.ts';
import { askOf, storeWith } from '../small-base.ts';

/** A model of two dimensions: how much a text speaks of backups, and of anything else. */
function countingEmbedder(): Embedder & { texts: string[] } {
  const texts: string[] = [];
  return {
    model: 'counting',
    texts,
    async embed(given) {
      texts.push(...given);
      return given.map(text =>
        /backup|cop(?:y|ies)/i.test(text) ? new Float32Array([1, 0]) : new Float32Array([0, 1]),
      );
    },
  };
}

const POLICY = ['Backups are taken every night.', 'Visitors sign in at reception.'];

test('the nearest passage to a question has the greatest cosine', async () => {
  const { store, passages } = storeWith({ acme: POLICY });
  const near = await openNearness(store, countingEmbedder()).to('Do you keep copies?', passages);
  expect([...near]).toEqual([1, 0]);
});

test('a passage is embedded once, also by the next process', async () => {
  const { store, passages } = storeWith({ acme: POLICY });
  const first = countingEmbedder();
  const nearness = openNearness(store, first);
  await nearness.to('One?', passages);
  await nearness.to('Two?', passages);
  expect(first.texts.filter(text => POLICY.includes(text))).toHaveLength(2);
  const second = countingEmbedder();
  await openNearness(store, second).to('Three?', passages);
  expect(second.texts).toEqual(['Three?']);
});

test('no model is asked while the setting is off, which it is by default', async () => {
  const { store } = storeWith({ acme: POLICY });
  const embedder = countingEmbedder();
  const knowledge = openKnowledge(store, embedder);
  await knowledge.draft(askOf('Are backups taken every night?', 'acme'));
  expect(embedder.texts).toEqual([]);
  store.write(db => putSetting(db, 'vectors', true));
  await knowledge.draft(askOf('Are backups taken every night?', 'acme'));
  expect(embedder.texts).not.toEqual([]);
});

test('nearness orders passages and never makes an answer', async () => {
  const { store } = storeWith({ acme: POLICY });
  const knowledge = openKnowledge(store, countingEmbedder());
  store.write(db => putSetting(db, 'vectors', true));
  const draft = await knowledge.draft(askOf('Where do you keep copies of the merger agreement?', 'acme'));
  expect(draft.outcome).toBe('not-stated');
});

test('vectors of two models are never compared', () => {
  expect(cosine(new Float32Array([1, 0]), new Float32Array([1, 0, 0]))).toBe(0);
});
