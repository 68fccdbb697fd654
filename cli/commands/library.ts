// `vouch library`: approved answers in and out, as spreadsheets people already have.
import { basename, extname, resolve } from 'node:path';
import { AppError } from '../../contract/outcome.ts';
import { defaultWorkspace } from '../../workspace/home/default-workspace.ts';
import { writeFileSafely } from '../../workspace/write-file.ts';
import { type Arguments, allowOnly, UsageError } from '../arguments.ts';
import { readFile } from '../files.ts';
import { openWorkspaceFile } from '../open.ts';
import type { Terminal } from '../terminal.ts';

export async function library(given: Arguments, terminal: Terminal): Promise<number> {
  allowOnly('library', given, ['scope', 'workspace']);
  const [verb, file, ...more] = given.words;
  if (file === undefined || more.length > 0 || (verb !== 'import' && verb !== 'export'))
    throw new UsageError('Say "vouch library import FILE" or "vouch library export FILE".');
  return verb === 'import' ? importFile(given, file, terminal) : exportFile(given, file, terminal);
}

const location = (given: Arguments) =>
  given.values.workspace ? resolve(given.values.workspace) : defaultWorkspace();

async function importFile(given: Arguments, file: string, terminal: Terminal): Promise<number> {
  const bytes = readFile(file);
  const workspace = openWorkspaceFile(location(given));
  try {
    const handle = workspace.putFile(basename(file), bytes);
    const found = await workspace.call('library.import', {
      file: handle.file,
      scope: given.values.scope ?? null,
    });
    // New answers go in; one that would replace or contradict another needs a person, in the app.
    const fresh = found.candidates.filter(candidate => candidate.verdict === 'new');
    const { added } = await workspace.call('library.accept', {
      token: found.token,
      accept: fresh.map(({ key }) => key),
    });
    terminal.out(`${found.candidates.length} answers read: ${added} added.`);
    for (const verdict of ['duplicate', 'replaces', 'contradicts'] as const) {
      const count = found.candidates.filter(candidate => candidate.verdict === verdict).length;
      if (count > 0) terminal.out(`  ${count} left for you to decide in the app: ${words[verdict]}`);
    }
    for (const { text } of found.messages) terminal.error(text);
  } finally {
    workspace.close();
  }
  return 0;
}

const words = {
  duplicate: 'the same answer is in the library',
  replaces: 'another wording is in the library',
  contradicts: 'they contradict the library',
} as const;

async function exportFile(given: Arguments, file: string, terminal: Terminal): Promise<number> {
  const ending = extname(file).toLowerCase();
  if (ending !== '.xlsx' && ending !== '.csv')
    throw new UsageError('The library is exported as .xlsx or .csv.');
  const workspace = openWorkspaceFile(location(given), { mustExist: true });
  try {
    const { total } = await workspace.call('library.search', { text: '', limit: 1 });
    const handle = await workspace.call('library.export', { format: ending === '.xlsx' ? 'xlsx' : 'csv' });
    const made = workspace.takeFile(handle.file);
    if (!made) throw new AppError('internal', 'The export was made and lost again.');
    writeFileSafely(file, made.bytes);
    terminal.out(`${total} answers written to ${file}`);
  } finally {
    workspace.close();
  }
  return 0;
}
