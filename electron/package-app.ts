// `npm run package`: lays the built app beside Electron's own binary, as Electron's manual describes for an
// unpacked app ("Application Packaging"): the binary's folder, renamed, with our files in resources/app. The
// packages that run inside are installed there from the lock file, without those that only build and test.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { linuxScript, macInfo, windowsScript } from './associations.ts';

/** What the running app reads, from the project's root. */
const ours = [
  'dist',
  'knowledge-base/policies',
  'test/fixtures/sample-questionnaire.xlsx',
  'LICENSE',
  'README.md',
  'package.json',
  'package-lock.json',
];

export interface Packaging {
  /** The project's root, built. */
  root: string;
  /** The folder of Electron's binary, as its npm package unpacks it. */
  shell: string;
  /** Where the app's folder is made; an older one there is replaced. */
  out: string;
  platform: NodeJS.Platform;
}

/** Where Electron looks for the app and what starts it, under the folder of the binary. */
export function layout(platform: NodeJS.Platform): { resources: string; from: string; to: string } {
  if (platform === 'darwin')
    return { resources: 'Electron.app/Contents/Resources', from: 'Electron.app', to: 'Vouch.app' };
  const ending = platform === 'win32' ? '.exe' : '';
  return { resources: 'resources', from: `electron${ending}`, to: `vouch${ending}` };
}

/** Makes the app's folder. Throws with what to do when something it needs is missing. */
export function packageApp({ root, shell, out, platform }: Packaging): void {
  if (!existsSync(shell))
    throw new Error(
      `Electron's binary is not in ${shell}. Run "node node_modules/electron/install.js" where it can be fetched, then package again. Without it Vouch runs in the browser: "npm start".`,
    );
  if (!existsSync(join(root, 'dist', 'electron', 'main.js')))
    throw new Error('The app is not built. Run "npm run build" first.');
  const { resources, from, to } = layout(platform);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(dirname(out), { recursive: true });
  cpSync(shell, out, { recursive: true, verbatimSymlinks: true });
  const app = join(out, resources, 'app');
  for (const path of ours) cpSync(join(root, path), join(app, path), { recursive: true });
  install(app);
  rmSync(join(out, resources, 'default_app.asar'), { force: true });
  renameSync(join(out, from), join(out, to));
  introduce(out, platform);
}

/** Makes the app known by its name and by what it opens, as far as its own folder can. */
function introduce(out: string, platform: NodeJS.Platform): void {
  if (platform === 'darwin') {
    const bundle = join(out, 'Vouch.app');
    const info = join(bundle, 'Contents', 'Info.plist');
    writeFileSync(info, macInfo(readFileSync(info, 'utf8')));
    // What was added broke the seal of Electron's own signature; a Mac with Apple silicon starts sealed code only.
    const sealed = spawnSync('codesign', ['--force', '--deep', '--sign', '-', bundle], { stdio: 'ignore' });
    if (sealed.status !== 0)
      process.stderr.write(`Vouch.app is not signed: run "codesign --force --deep --sign - ${bundle}".\n`);
  } else if (platform === 'win32') writeFileSync(join(out, 'register.cmd'), windowsScript());
  else {
    const icon = 'resources/app/dist/renderer/icon.svg';
    writeFileSync(join(out, 'register.sh'), linuxScript(icon), { mode: 0o755 });
  }
}

function install(app: string): void {
  const file = join(app, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // No package that runs in the app needs an install script: better-sqlite3 brings its builds along.
  const options = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = spawnSync(npm, options, { cwd: app, stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0) throw new Error('The packages of the app could not be installed; see above.');
  const { name, productName, version, description, license, type } = manifest;
  const plain = { name, productName, desktopName: 'vouch.desktop', version, description, license, type };
  writeFileSync(file, `${JSON.stringify({ ...plain, main: 'dist/electron/main.js' }, null, 2)}\n`);
  rmSync(join(app, 'package-lock.json'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(import.meta.dirname, '..');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const out = join(root, 'release', `vouch-${version}-${process.platform}-${process.arch}`);
  try {
    packageApp({ root, shell: join(root, 'node_modules/electron/dist'), out, platform: process.platform });
    process.stdout.write(`${out}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
