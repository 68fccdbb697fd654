// What happens to a dropped or chosen file: it goes to where the person is. On Policies it is a policy, on
// the Library past answers, anywhere else a questionnaire.
import type { CallOutput, FileHandle } from '../../contract/calls.ts';
import type { LibraryCandidate, PolicyImport } from '../../contract/curate.ts';
import { AppError, type Message } from '../../contract/outcome.ts';
import type { ImportResult } from '../../contract/review.ts';
import { importLibrary, importPolicies, importQuestionnaire, loadSample, stageFile } from '../api.ts';
import { createStore } from '../parts/store.ts';
import { showError } from '../parts/trouble.ts';
import { policiesQuery, queryClient } from '../queries.ts';
import { runJob } from './jobs.ts';
import { rememberOpen } from './open.ts';
import { policyScope, scopeForPolicies } from './policy-scope.ts';
import { currentRoute, go } from './route.ts';

export interface RefusedFile {
  file: string;
  error: unknown;
  /** Where it was brought in, and is said until the person has seen it. */
  screen: 'questionnaires' | 'policies' | 'library';
}

/** Files that could not be taken in, with why. */
export const refused = createStore<RefusedFile[]>([]);
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
function scopeNow(): string {
  const known = queryClient.getQueryData<CallOutput<'policy.list'>>(policiesQuery.queryKey);
  return scopeForPolicies(known?.documents, policyScope.get()).trim() || 'company';
}

function opened(result: ImportResult): void {
  imported.update(map => new Map(map).set(result.questionnaire.id, result));
  rememberOpen(result.questionnaire.id);
  void queryClient.invalidateQueries({ queryKey: ['questionnaires'] });
  go('import', result.questionnaire.id);
}

async function guarded(
  screen: RefusedFile['screen'],
  file: string,
  work: () => Promise<void>,
): Promise<void> {
  const others = (list: RefusedFile[]) => list.filter(item => item.file !== file || item.screen !== screen);
  refused.update(others);
  try {
    await work();
  } catch (error) {
    showError(error);
    const stopped = error instanceof AppError && error.code === 'cancelled';
    if (!stopped) refused.update(list => [...others(list), { file, error, screen }]);
  }
}

export async function takeQuestionnaires(files: File[]): Promise<void> {
  for (const file of files) {
    await guarded('questionnaires', file.name, async () => {
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
  await guarded('questionnaires', handle.name, async () => {
    opened(await runJob(`Reading ${handle.name}`, job => importQuestionnaire({ file: handle.file, job })));
  });
}

export async function takePolicies(files: File[], scope = scopeNow()): Promise<void> {
  await guarded('policies', files.map(file => file.name).join(', '), async () => {
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
  await guarded('library', file.name, async () => {
    const found = await runJob(`Reading ${file.name}`, async job => {
      const handle = await stageFile(file);
      return importLibrary({ file: handle.file, scope, job });
    });
    libraryImport.set({ file: file.name, ...found });
  });
}

export async function takeSample(): Promise<void> {
  await guarded('questionnaires', 'sample', async () => {
    opened(await runJob('Loading the sample', loadSample));
    for (const queryKey of [['policies'], ['info']]) void queryClient.invalidateQueries({ queryKey });
  });
}

/** What a drop on the present screen means, in words. */
export function dropMeaning(): string {
  const { screen } = currentRoute();
  if (screen === 'policies') return `Drop to import as policies of "${scopeNow()}"`;
  if (screen === 'library') return 'Drop to import past answers';
  return 'Drop to import as a questionnaire';
}

/** What is to be taken of a file is chosen before the next one is read. */
async function takePastFiles([first, ...rest]: File[]): Promise<void> {
  if (first) await takePastAnswers(first, null);
  const names = rest.map(({ name }) => name).join(', ');
  if (rest.length > 0) {
    showError(new AppError('conflict', `One file of past answers at a time. Drop ${names} after this one.`));
  }
}

export async function takeDropped(files: File[]): Promise<void> {
  if (files.length === 0) return;
  const { screen } = currentRoute();
  if (screen === 'policies') await takePolicies(files);
  else if (screen === 'library') await takePastFiles(files);
  else await takeQuestionnaires(files);
}
