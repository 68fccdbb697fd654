// Whether the desktop app can run here: where Electron's binary is, and what else keeps it from starting. Used by
// `npm start`, which then opens the browser instead, and by the journeys, which then say why they were left out.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './root.ts';

export const electronFolder = join(projectRoot, 'node_modules', 'electron');

/**
 * Path of Electron's binary, or null. As the package's own index.js finds it, but without its download: the file
 * that path.txt names, in dist or in the folder of ELECTRON_OVERRIDE_DIST_PATH.
 */
export function findElectron(folder = electronFolder, env: NodeJS.ProcessEnv = process.env): string | null {
  const note = join(folder, 'path.txt');
  const named = existsSync(note) ? readFileSync(note, 'utf8') : null;
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!named && !override) return null;
  const binary = join(override ?? join(folder, 'dist'), named ?? 'electron');
  return existsSync(binary) ? binary : null;
}

export interface Surroundings {
  platform: NodeJS.Platform;
  root: boolean;
  /** A screen to draw on, or a tool that makes one. */
  screen: boolean;
  /** Chromium's sandbox can start: user namespaces are open, or chrome-sandbox beside the binary is setuid root. */
  sandbox: boolean;
}

/** What keeps Electron from starting here although its binary is there, with what to do; null when nothing does. */
export function whyNoDesktop({ platform, root, screen, sandbox }: Surroundings): string | null {
  if (platform !== 'linux') return null;
  if (!screen) return 'there is no screen for the desktop shell';
  if (root) return "Chromium's sandbox, which the desktop shell insists on, does not run as root";
  if (!sandbox)
    return "Chromium's sandbox cannot start: make node_modules/electron/dist/chrome-sandbox owned by root with mode 4755, or allow user namespaces";
  return null;
}

export function surroundings(binary: string | null): Surroundings {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return {
    platform: process.platform,
    root: process.getuid?.() === 0,
    screen: Boolean(DISPLAY || WAYLAND_DISPLAY),
    sandbox: namespacesAreOpen() || (binary !== null && isSetuidRoot(join(binary, '..', 'chrome-sandbox'))),
  };
}

/** Linux, Debian's and Ubuntu's switches; a file that is not there restricts nothing. */
function namespacesAreOpen(): boolean {
  const read = (name: string) => {
    const path = `/proc/sys/${name}`;
    return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
  };
  return (
    read('user/max_user_namespaces') !== '0' &&
    read('kernel/unprivileged_userns_clone') !== '0' &&
    read('kernel/apparmor_restrict_unprivileged_userns') !== '1'
  );
}

function isSetuidRoot(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.uid === 0 && (found.mode & 0o4000) !== 0;
}
