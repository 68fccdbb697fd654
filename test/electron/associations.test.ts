import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { linuxScript, macInfo, windowsScript } from '../../electron/associations.ts';

function register(folder: string) {
  const home = mkdtempSync(join(tmpdir(), 'vouch-register-'));
  const app = join(home, folder);
  mkdirSync(app);
  writeFileSync(join(app, 'register.sh'), linuxScript('icon.svg'));
  const { status, stdout, stderr } = spawnSync('sh', [join(app, 'register.sh')], {
    env: { PATH: process.env.PATH, HOME: home },
    encoding: 'utf8',
  });
  return { status, stderr, app, entry: stdout.trim() };
}

it.skipIf(process.platform === 'win32')('registers the folder it stands in with a Linux desktop', () => {
  const { status, entry, app } = register('Vouch of mine');
  expect(status).toBe(0);
  const lines = readFileSync(entry, 'utf8').split('\n');
  expect(lines).toContain(`Exec="${app}/vouch" %F`);
  expect(lines).toContain(`Icon=${app}/icon.svg`);
  const types = lines.find(line => line.startsWith('MimeType=')) ?? '';
  expect(types).toMatch(/spreadsheetml\.sheet;.*wordprocessingml\.document;.*application\/pdf;$/);
});

it.skipIf(process.platform === 'win32')('refuses a folder whose name a desktop entry cannot hold', () => {
  for (const name of ['50% done', 'the "app"', 'a $HOME', 'back`tick']) {
    const { status, stderr } = register(name);
    expect(status, name).toBe(1);
    expect(stderr).toContain('Move Vouch');
  }
});

it('adds itself to what opens a file on Windows, and takes nothing over', () => {
  const lines = windowsScript().split('\r\n');
  expect(lines).toContain(
    'reg add "HKCU\\Software\\Classes\\Applications\\vouch.exe\\shell\\open\\command" /ve /d "\\"%~dp0vouch.exe\\" \\"%%1\\"" /f',
  );
  expect(windowsScript()).toContain('(.xlsx .xlsm .csv .tsv .docx .docm .pdf)');
  const written = lines.filter(line => line.includes('reg add')).map(line => /"([^"]*)"/.exec(line)?.[1]);
  expect(written.every(key => key?.startsWith('HKCU\\Software\\Classes\\Applications\\vouch.exe'))).toBe(
    true,
  );
});

it("puts name and document types into Electron's Info.plist, and says when it is not one", () => {
  const key = (name: string, value: string) => `\t<key>${name}</key>\n\t<string>${value}</string>\n`;
  const plist = `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n<dict>\n${key('CFBundleDisplayName', 'Electron')}${key('CFBundleExecutable', 'Electron')}${key('CFBundleIdentifier', 'com.github.Electron')}${key('CFBundleName', 'Electron')}\t<key>A</key>\n\t<dict>\n\t</dict>\n</dict>\n</plist>\n`;
  const made = macInfo(plist);
  expect(made).toContain(key('CFBundleName', 'Vouch'));
  expect(made).toContain(key('CFBundleIdentifier', 'app.vouch.desktop'));
  // The file of that name stays, and with it the names of Electron's helpers.
  expect(made).toContain(key('CFBundleExecutable', 'Electron'));
  expect(made).toMatch(/<string>com\.adobe\.pdf<\/string>.*\n<\/dict>\n<\/plist>\n$/);
  expect(made).toContain('<key>LSHandlerRank</key><string>Alternate</string>');
  expect(() => macInfo('<plist><dict></dict></plist>')).toThrow('CFBundleName');
});
