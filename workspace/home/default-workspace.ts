// Where the workspace lies when none is named: the platform's folder for a program's own data. The desktop app, the
// local web host and the command line look in the same place, so that work goes on in whichever is at hand.
import { homedir } from 'node:os';
import { join } from 'node:path';

export function defaultWorkspace(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  return join(dataFolder(env, platform), 'Vouch', 'workspace.vouch');
}

function dataFolder(env: NodeJS.ProcessEnv, platform: string): string {
  if (platform === 'win32') return env.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share');
}
