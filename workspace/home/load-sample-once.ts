// A first start should have something to answer: the sample goes into a workspace that has no questionnaire yet,
// and one with work in it is left alone. Asked for by `--sample` in both hosts.
import type { CallOutput } from '../../contract/calls.ts';
import type { Backend } from '../../contract/host.ts';

/** Null when the sample was loaded or not needed, else why it could not be. */
export async function loadSampleOnce(backend: Backend): Promise<string | null> {
  const list = await backend.call('questionnaire.list', {});
  if (!list.ok) return list.error.text;
  if ((list.value as CallOutput<'questionnaire.list'>).items.length > 0) return null;
  const loaded = await backend.call('sample.load', {});
  return loaded.ok ? null : loaded.error.text;
}
