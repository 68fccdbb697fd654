// Makes sure there is a browser for the journeys: uses an installed Chromium, else installs one with Debian's
// package manager where that is possible, else with Playwright. Run before the browser tests.
import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.ts';

const run = (command: string, args: string[]) =>
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

function install(): void {
  if (process.platform === 'linux' && run('sh', ['-c', 'command -v apt-get'])) {
    process.stdout.write('No Chromium found; installing the Debian package.\n');
    const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const apt = (...args: string[]) => {
      const [command, ...rest] = [...asRoot, 'apt-get', ...args];
      return command !== undefined && run(command, rest);
    };
    apt('update', '-qq');
    if (apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core')) return;
  }
  process.stdout.write('Installing Chromium with Playwright.\n');
  run('npx', ['playwright', 'install', '--with-deps', 'chromium']);
}

if (!findChromium()) install();
const found = findChromium();
if (!found) {
  process.stderr.write(
    'No browser for the tests. Install Chromium or Chrome, or name one in VOUCH_CHROMIUM.\n',
  );
  process.exit(1);
}
process.stdout.write(`Browser for the tests: ${found}\n`);
