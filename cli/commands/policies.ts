// `vouch policies`: what a workspace answers from.
import { resolve } from 'node:path';
import { defaultWorkspace } from '../../workspace/home/default-workspace.ts';
import { type Arguments, allowOnly, UsageError } from '../arguments.ts';
import { policyFiles, readFile } from '../files.ts';
import { unnamedScope } from '../knowing.ts';
import { openWorkspaceFile } from '../open.ts';
import type { Terminal } from '../terminal.ts';

export async function policies(given: Arguments, terminal: Terminal): Promise<number> {
  allowOnly('policies', given, ['scope', 'workspace', 'json']);
  const [verb, ...paths] = given.words;
  if (verb === 'list' && paths.length === 0) return list(given, terminal);
  if (verb === 'add' && paths.length > 0) return add(given, paths, terminal);
  throw new UsageError(
    verb === 'add'
      ? '"vouch policies add" needs a file or a folder.'
      : 'Say "vouch policies add PATH" or "vouch policies list".',
  );
}

const location = (given: Arguments) =>
  given.values.workspace ? resolve(given.values.workspace) : defaultWorkspace();

async function add(given: Arguments, paths: string[], terminal: Terminal): Promise<number> {
  const files = policyFiles(paths).map(file => ({ ...file, bytes: readFile(file.path) }));
  const workspace = openWorkspaceFile(location(given));
  let broken = 0;
  try {
    for (const { scope, name, bytes } of files) {
      const { file } = workspace.putFile(name, bytes);
      const answer = await workspace.call('policy.import', {
        files: [file],
        scope: scope ?? given.values.scope ?? unnamedScope,
      });
      for (const { document, diff, messages, recalled } of answer.imports) {
        if (!document) {
          broken += 1;
          terminal.error(
            `${name}: ${messages.findLast(message => message.severity === 'error')?.text ?? 'could not be read'}`,
          );
          continue;
        }
        const change = diff
          ? `${diff.added.length} added, ${diff.changed.length} changed, ${diff.removed.length} removed, ${diff.unchanged} unchanged`
          : `${document.passages} passages`;
        terminal.out(`${name} [${document.scope}]: ${change}`);
        if (recalled.library.length + recalled.answers > 0)
          terminal.out(
            `  recalls ${recalled.library.length} library answers and ${recalled.answers} answers of questionnaires`,
          );
      }
    }
  } finally {
    workspace.close();
  }
  return broken === files.length ? 1 : 0;
}

async function list(given: Arguments, terminal: Terminal): Promise<number> {
  const workspace = openWorkspaceFile(location(given), { mustExist: true });
  try {
    const answer = await workspace.call('policy.list', {});
    if (given.values.json) terminal.out(JSON.stringify(answer.documents, null, 2));
    else if (answer.documents.length === 0)
      terminal.out('No policies yet. Add some with "vouch policies add PATH".');
    else
      for (const { scope, name, passages, importedAt } of answer.documents)
        terminal.out(`${scope}  ${name}  ${passages} passages  ${importedAt.slice(0, 10)}`);
  } finally {
    workspace.close();
  }
  return 0;
}
