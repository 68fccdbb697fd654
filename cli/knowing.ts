// Where the command line's answers come from: policies named on the line, a workspace, or both.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../contract/outcome.ts';
import { defaultWorkspace } from '../workspace/home/default-workspace.ts';
import type { Knowing, UnreadPolicy } from '../workspace/knowing.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { policyFiles, readFile } from './files.ts';
import type { Terminal } from './terminal.ts';

/** Scope of policies given without a name. */
export const unnamedScope = 'default';

/**
 * Policies and workspace as the words say. Policies without a name go into the scope asked for, so that
 * `--policies folder --scope acme` answers from that folder.
 */
export function readKnowing(given: Arguments): Knowing {
  const { policies: words = [], scope, workspace: named } = given.values;
  const workspace = named ? resolve(named) : words.length === 0 ? defaultWorkspace() : null;
  if (workspace !== null && !existsSync(workspace)) {
    if (named) throw new AppError('io', `There is no workspace at ${named}.`, { path: named });
    throw new UsageError('Say what to answer from: --policies PATH, or --workspace FILE.');
  }
  const policies = policyFiles(words).map(file => ({
    scope: file.scope ?? scope ?? unnamedScope,
    name: file.name,
    bytes: readFile(file.path),
  }));
  if (scope !== undefined && workspace === null && !policies.some(policy => policy.scope === scope)) {
    const scopes = [...new Set(policies.map(policy => policy.scope))].join(', ');
    throw new UsageError(`No policy is in scope "${scope}". The policies given are in: ${scopes}.`);
  }
  return { policies, workspace };
}

export function tellUnread(unread: UnreadPolicy[], terminal: Terminal): void {
  for (const { file, messages } of unread) {
    const why = messages.findLast(message => message.severity === 'error')?.text ?? 'It could not be read.';
    terminal.error(`Left out ${file}: ${why}`);
  }
}
