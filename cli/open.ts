// Opens the workspace file a command works on, in this process.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../contract/outcome.ts';
import { openWorkspace, type Workspace } from '../workspace/open-workspace.ts';

export function openWorkspaceFile(location: string, options: { mustExist?: boolean } = {}): Workspace {
  if (options.mustExist && !existsSync(location))
    throw new AppError('io', `There is no workspace at ${location}. "vouch policies add PATH" makes one.`, {
      path: location,
    });
  mkdirSync(dirname(location), { recursive: true });
  return openWorkspace({ location, host: 'cli' });
}
