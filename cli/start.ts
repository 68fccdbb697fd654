// `npm start`: builds what is missing, opens the desktop app where Electron's binary can be had, and otherwise
// the same app in the browser, saying so in one line. Electron's binary is not an npm file; it is fetched once,
// on first start, and installing, building and testing all work without it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { electronFolder, findElectron, surroundings, whyNoDesktop } from './desktop.ts';
import { main } from './main.ts';
import { projectRoot } from './root.ts';

/** Fetches the binary with the package's own installer; quiet, bounded, and allowed to fail. */
function fetchElectron(): string | null {
  const installer = join(electronFolder, 'install.js');
  if (!existsSync(installer)) return null;
  process.stdout.write('Fetching the desktop shell (once)...\n');
  spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: 180_000 });
  return findElectron();
}

function build(script: string): void {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const built = spawnSync(npm, ['run', '--silent', script], {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

export async function start(argv: string[]): Promise<number> {
  const wantsWeb = argv.includes('--web') || process.env.VOUCH_HOST === 'web';
  // What cannot be mended by fetching is asked first, so that nothing is fetched in vain.
  const hindered = wantsWeb ? 'as asked' : whyNoDesktop({ ...surroundings(null), sandbox: true });
  const binary = hindered ? null : (findElectron() ?? fetchElectron());
  const why =
    hindered ?? (binary ? whyNoDesktop(surroundings(binary)) : "Electron's binary could not be fetched");
  build('build');
  if (binary && !why) {
    // The folder, not main.js: its package.json gives the app its name, and with it a folder of its own.
    spawn(binary, [projectRoot, '--sample', ...argv], { stdio: 'inherit', cwd: projectRoot });
    return 0;
  }
  process.stdout.write(`Opening Vouch in your browser (${why}).\n`);
  return main(['serve', '--sample', ...argv.filter(word => word !== '--web')]);
}

process.exitCode = await start(process.argv.slice(2));
