import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findElectron, whyNoDesktop } from '../../cli/desktop.ts';

const linux = { platform: 'linux', root: false, screen: true, sandbox: true } as const;

it('finds the binary that path.txt names, and nothing before it was fetched', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-electron-'));
  expect(findElectron(folder, {})).toBeNull();
  writeFileSync(join(folder, 'path.txt'), 'Electron.app/Contents/MacOS/Electron');
  expect(findElectron(folder, {})).toBeNull();
  const binary = join(folder, 'dist', 'Electron.app/Contents/MacOS/Electron');
  mkdirSync(join(binary, '..'), { recursive: true });
  writeFileSync(binary, '');
  expect(findElectron(folder, {})).toBe(binary);
});

it('takes a binary from the folder that Electron is told to use instead', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-electron-'));
  writeFileSync(join(folder, 'electron'), '');
  const env = { ELECTRON_OVERRIDE_DIST_PATH: folder };
  expect(findElectron(join(folder, 'none'), env)).toBe(join(folder, 'electron'));
});

it('says what keeps the desktop app from starting, on Linux only', () => {
  expect(whyNoDesktop(linux)).toBeNull();
  expect(whyNoDesktop({ ...linux, screen: false })).toContain('no screen');
  expect(whyNoDesktop({ ...linux, root: true })).toContain('as root');
  expect(whyNoDesktop({ ...linux, sandbox: false })).toContain('chrome-sandbox');
  expect(whyNoDesktop({ platform: 'win32', root: false, screen: false, sandbox: false })).toBeNull();
});
