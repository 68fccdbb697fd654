// What happens to a dropped or chosen file: it goes to where the person is. On Policies it is a policy, on
// the Library past answers, anywhere else a questionnaire.
import type { FileHandle } from '../../contract/calls.ts';
import type { LibraryCandidate, PolicyImport } from '../../contract/curate.ts';
import type { Message } from '../../contract/outcome.ts';
import type { ImportResult } from '../../contract/review.ts';
import { importLibrary, importPolicies, importQuestionnaire, loadSample, stageFile } from '../api.ts';
import { createStore } from '../parts/store.ts';
import { showError } from '../parts/trouble.ts';
import { queryClient } from '../queries.ts';
import { runJob } from './jobs.ts';
import { rememberOpen } from './open.ts';
import { currentRoute, go } from './route.ts';

/** A file that could not be taken in, with why, until the person has seen it. */
export const refused = createStore<{ file: string; error: unknown }[]>([]);
/** What the last import of each questionnaire said, for the Import screen. */
export const imported = createStore<ReadonlyMap<string, ImportResult>>(new Map());
/** What the last policy import did, for the Policies screen. */
export const policyImports = createStore<PolicyImport[]>([]);
/** Past answers read from a file and waiting for the person's choice. */
export const libraryImport = createStore<{
  file: string;
  token: string;
  candidates: LibraryCandidate[];
  messages: Message[];
} | null>(null);
/** The scope new policies go to; chosen on the Policies screen. */
export const policyScope = createStore('company');

function opened(result: ImportResult): void {
  imported.update(map => new Map(map).set(result.questionnaire.id, result));
  rememberOpen(result.questionnaire.id);
  void queryClient.invalidateQueries({ queryKey: ['questionnaires'] });
  go('import', result.questionnaire.id);
}

async function guarded(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    showError(error);
    refused.update(list => [...list.filter(item => item.file !== file), { file, error }]);
  }
}

export async function takeQuestionnaires(files: File[]): Promise<void> {
  for (const file of files) {
    await guarded(file.name, async () => {
      refused.update(list => list.filter(item => item.file !== file.name));
      opened(
        await runJob(`Reading ${file.name}`, async job => {
          const handle = await stageFile(file);
          return importQuestionnaire({ file: handle.file, job });
        }),
      );
    });
  }
}

/** A file the desktop handed over (open-with, recent): its bytes are already with the host. */
export async function takeStaged(handle: FileHandle): Promise<void> {
  await guarded(handle.name, async () => {
    opened(await runJob(`Reading ${handle.name}`, job => importQuestionnaire({ file: handle.file, job })));
  });
}

export async function takePolicies(files: File[], scope: string): Promise<void> {
  await guarded(files.map(file => file.name).join(', '), async () => {
    const imports = await runJob(
      `Importing ${files.length === 1 ? files[0]?.name : `${files.length} policies`}`,
      async job => {
        const handles = await Promise.all(files.map(stageFile));
        return importPolicies({ files: handles.map(handle => handle.file), scope, job });
      },
    );
    policyImports.set(imports);
    for (const queryKey of [['policies'], ['recalls'], ['info']])
      void queryClient.invalidateQueries({ queryKey });
  });
}

export async function takePastAnswers(file: File, scope: string | null): Promise<void> {
  await guarded(file.name, async () => {
    const found = await runJob(`Reading ${file.name}`, async job => {
      const handle = await stageFile(file);
      return importLibrary({ file: handle.file, scope, job });
    });
    libraryImport.set({ file: file.name, ...found });
  });
}

export async function takeSample(): Promise<void> {
  await guarded('sample', async () => {
    opened(await runJob('Loading the sample', loadSample));
    for (const queryKey of [['policies'], ['info']]) void queryClient.invalidateQueries({ queryKey });
  });
}

/** What a drop on the present screen means, in words. */
export function dropMeaning(): string {
  const { screen } = currentRoute();
  if (screen === 'policies') return `Drop to import as policies of "${policyScope.get()}"`;
  if (screen === 'library') return 'Drop to import past answers';
  return 'Drop to import as a questionnaire';
}

export async function takeDropped(files: File[]): Promise<void> {
  if (files.length === 0) return;
  const { screen } = currentRoute();
  if (screen === 'policies') await takePolicies(files, policyScope.get());
  else if (screen === 'library') for (const file of files) await takePastAnswers(file, null);
  else await takeQuestionnaires(files);
}
