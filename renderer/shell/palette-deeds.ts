// What the palette offers besides screens and files: everything the present screen does at a key, so that a person
// who knows the word and not the key gets there, and what otherwise waits on a screen of its own.
import { makeBackup, saveFile } from '../api.ts';
import { chooseFiles, questionnaireFiles } from '../parts/choose-file.tsx';
import { showDone, showError } from '../parts/trouble.ts';
import { takePastAnswers, takeQuestionnaires, takeSample } from './files.ts';
import { go } from './route.ts';
import { listens, perform } from './shortcuts.ts';

export interface Deed {
  id: string;
  label: string;
  description?: string;
  onClick: () => void;
}

const keyed: [key: string, label: string][] = [
  ['n', 'Next that needs you'],
  ['a', 'Approve and go on'],
  ['e', 'Edit the text'],
  ['r', 'Reject with a reason'],
  ['d', 'Not applicable, with a reason'],
  ['o', 'Open again'],
  ['s', 'Ask someone'],
  ['m', 'Comment'],
  ['l', 'Use the answer approved before'],
  ['i', 'Why this passage'],
  ['h', 'History of this answer'],
  ['b', 'Approve many above a confidence'],
  ['/', 'Filter by words'],
  ['?', 'All keys'],
];

/** Deeds of the present screen. They run when the palette has closed and given the focus back. */
export function keyedDeeds(): Deed[] {
  return keyed
    .filter(([key]) => listens(key))
    .map(([key, label]) => ({
      id: `key-${key}`,
      label,
      description: `Key ${key}`,
      onClick: () => void setTimeout(() => perform(key), 100),
    }));
}

async function backUp(): Promise<void> {
  try {
    if (await saveFile(await makeBackup())) showDone('The copy is made.');
  } catch (failure) {
    showError(failure);
  }
}

async function importPast(): Promise<void> {
  const [file] = await chooseFiles(questionnaireFiles, false);
  if (!file) return;
  go('library');
  await takePastAnswers(file, null);
}

export const lastingDeeds: Deed[] = [
  {
    id: 'import-file',
    label: 'Import a questionnaire file',
    onClick: async () => takeQuestionnaires(await chooseFiles(questionnaireFiles, true)),
  },
  { id: 'import-past', label: 'Import past answers into the library', onClick: () => void importPast() },
  { id: 'recalls', label: 'Show what is recalled', onClick: () => go('policies', 'recalled') },
  { id: 'backup', label: 'Save a backup copy of the workspace', onClick: () => void backUp() },
  { id: 'sample', label: 'Load the sample', onClick: () => void takeSample() },
];
