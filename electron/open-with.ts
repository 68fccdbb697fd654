// Files the desktop hands over: "open with", a second start with a file, the dock, the recent list. They are
// read once here, and reach the page as staged bytes like any dropped file.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { app } from 'electron';
import type { FileHandle } from '../contract/calls.ts';
import type { Backend } from '../contract/host.ts';

const endings = /\.(xlsx|xlsm|csv|docx|docm|pdf)$/i;

/** The questionnaire named in a start's words, if any. */
export function fileInWords(words: string[]): string | null {
  return words.slice(1).find(word => !word.startsWith('-') && endings.test(word)) ?? null;
}

/** Stages a file of the disk and remembers it among the recent ones; null when it cannot be read. */
export async function stageFromDisk(backend: Backend, path: string): Promise<FileHandle | null> {
  try {
    const handle = await backend.putFile(basename(path), new Uint8Array(await readFile(path)));
    app.addRecentDocument(path);
    return handle;
  } catch (error) {
    console.error(`Cannot open ${path}:`, error);
    return null;
  }
}
