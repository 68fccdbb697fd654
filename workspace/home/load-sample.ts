// The sample of the first run: a small questionnaire and policies of two products, ready to be answered.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../../contract/outcome.ts';
import type { UseCase } from '../desk/desk.ts';
import { addPolicy } from '../policies/import-policies.ts';
import { draftInto, summaryOf } from '../questionnaires/draft-answers.ts';
import { addFile } from '../questionnaires/import-questionnaire.ts';
import { diskReason } from '../write-file.ts';

export const loadSample: UseCase<'sample.load'> = async (desk, _input, run) => {
  const { sample } = desk;
  if (!sample)
    throw new AppError('not-found', 'This installation has no sample. Drop a questionnaire of your own.');
  const policies = readSample(() => samplePolicies(sample.policies));
  for (const [done, policy] of policies.entries()) {
    run.progress('Reading the sample policies', done, policies.length);
    await run.breathe();
    await addPolicy(desk, policy, run);
  }
  const bytes = readSample(() => new Uint8Array(readFileSync(sample.questionnaire)));
  const given = { name: basename(sample.questionnaire), bytes, scope: sample.scope, due: null };
  const imported = await addFile(desk, { ...given, customer: 'Northwind Bank (sample)' }, run);
  await draftInto(desk, imported.questionnaire.id, null, run);
  desk.emit('changed', { what: 'policies' });
  return { ...imported, questionnaire: summaryOf(desk, imported.questionnaire.id) };
};

function samplePolicies(folder: string) {
  const scopes = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory());
  return scopes.flatMap(({ name: scope }) =>
    readdirSync(join(folder, scope)).map(name => ({
      name,
      scope,
      bytes: new Uint8Array(readFileSync(join(folder, scope, name))),
    })),
  );
}

function readSample<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new AppError(
      'io',
      `The sample cannot be read: ${diskReason(cause)}. Install Vouch again.`,
      {},
      cause,
    );
  }
}
