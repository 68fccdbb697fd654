// Runs the journeys on Electron where it can start here, on a virtual screen where there is no other; says in one
// line why not, and how to get there, where it cannot. Part of `npm run e2e`, after the build.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findElectron, surroundings, whyNoDesktop } from '../../cli/desktop.ts';

const binary = findElectron();
const around = surroundings(binary);
const virtual = !around.screen && spawnSync('sh', ['-c', 'command -v xvfb-run']).status === 0;
const why = binary
  ? whyNoDesktop({ ...around, screen: around.screen || virtual })
  : 'its binary is not here. "node node_modules/electron/install.js" fetches it';
if (why) {
  process.stdout.write(`Journeys on Electron left out: ${why}. They ran on its stand-in.\n`);
} else {
  const vitest = [join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'electron'];
  const [command, ...words] = virtual
    ? ['xvfb-run', '-a', '-s', '-screen 0 1400x1000x24', process.execPath, ...vitest]
    : [process.execPath, ...vitest];
  const { status } = spawnSync(command ?? process.execPath, words, { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
