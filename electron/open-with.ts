// Files the desktop hands over: "open with", a second start with a file, the dock, the File menu. They are read
// once here, and reach the page as staged bytes like any dropped file.
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { FileHandle } from '../contract/calls.ts';
import type { Backend } from '../contract/host.ts';

export const questionnaireEndings = ['xlsx', 'xlsm', 'csv', 'tsv', 'docx', 'docm', 'pdf'];

const endings = new RegExp(`\\.(${questionnaireEndings.join('|')})$`, 'i');

/** The questionnaires named in a start's words, from the folder it was started in. */
export function filesInWords(words: string[], folder: string): string[] {
  return words
    .slice(1)
    .filter(word => !word.startsWith('-') && endings.test(word))
    .map(word => resolve(folder, word));
}

/** Stages a file of the disk; null when it cannot be read. */
export async function stageFromDisk(backend: Backend, path: string): Promise<FileHandle | null> {
  try {
    return await backend.putFile(basename(path), new Uint8Array(await readFile(path)));
  } catch (error) {
    console.error(`Cannot open ${path}:`, error);
    return null;
  }
}
