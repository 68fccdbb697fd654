// `npm start`: builds what is missing, opens the desktop app where Electron's binary can be had, and otherwise
// the same app in the browser, saying so in one line. Electron's binary is not an npm file; it is fetched once,
// on first start, and installing, building and testing all work without it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from './main.ts';
import { projectRoot } from './root.ts';

const electronFolder = join(projectRoot, 'node_modules', 'electron');

function electronBinary(): string | null {
  const pathFile = join(electronFolder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(electronFolder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : null;
}

/** Fetches the binary with the package's own installer; quiet, bounded, and allowed to fail. */
function fetchElectron(): string | null {
  const installer = join(electronFolder, 'install.js');
  if (!existsSync(installer)) return null;
  process.stdout.write('Fetching the desktop shell (once)...\n');
  spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: 180_000 });
  return electronBinary();
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
  const noScreen = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const binary = wantsWeb || noScreen ? null : (electronBinary() ?? fetchElectron());
  build('build');
  if (binary) {
    spawn(binary, [join(projectRoot, 'dist', 'electron', 'main.js'), '--sample', ...argv], {
      stdio: 'inherit',
      cwd: projectRoot,
    });
    return 0;
  }
  const why = wantsWeb
    ? 'as asked'
    : noScreen
      ? 'there is no screen for the desktop shell'
      : "Electron's binary could not be fetched";
  process.stdout.write(`Opening Vouch in your browser (${why}).\n`);
  return main(['serve', '--sample', ...argv.filter(word => word !== '--web')]);
}

process.exitCode = await start(process.argv.slice(2));
