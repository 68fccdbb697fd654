import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layout, packageApp } from '../../electron/package-app.ts';
import { startEngine } from '../../workspace/engine/start-engine.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'vouch-package-'));
const shell = join(folder, 'shell');
const out = join(folder, 'vouch');
const app = join(out, 'resources/app');

beforeAll(() => {
  const built = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: 'ignore',
    // Not the test runner's: the page would be built for development, and left so.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  expect(built.status).toBe(0);
  mkdirSync(join(shell, 'resources'), { recursive: true });
  writeFileSync(join(shell, 'electron'), 'the binary');
  writeFileSync(join(shell, 'resources/default_app.asar'), "Electron's own page");
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packaged app', () => {
  test('stands in the folder of the binary, which takes its name', () => {
    packageApp({ root, shell, out, platform: 'linux' });
    expect(readFileSync(join(out, 'vouch'), 'utf8')).toBe('the binary');
    expect(existsSync(join(out, 'resources/default_app.asar'))).toBe(false);
    const manifest = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8'));
    expect(existsSync(join(app, manifest.main))).toBe(true);
    expect(existsSync(join(app, 'dist/renderer/index.html'))).toBe(true);
    expect(existsSync(join(app, 'node_modules/electron'))).toBe(false);
    // Its own folder for the workspace, as under npm start, and its place among programs.
    expect(manifest).toMatchObject({ productName: 'Vouch', desktopName: 'vouch.desktop' });
    expect(readFileSync(join(out, 'register.sh'), 'utf8')).toContain('resources/app/dist/renderer/icon.svg');
    expect(existsSync(join(app, 'dist/renderer/icon.svg'))).toBe(true);
  }, 300_000);

  test('holds all that its engine needs to answer the sample', async () => {
    const built = (name: string) => pathToFileURL(join(app, 'dist/electron', name));
    const engine = await startEngine({
      location: join(folder, 'a.vouch'),
      host: 'electron',
      sample: {
        policies: join(app, 'knowledge-base/policies'),
        questionnaire: join(app, 'test/fixtures/sample-questionnaire.xlsx'),
        scope: 'zapro',
      },
      entry: built('engine-worker.js'),
      parserEntry: built('file-worker.js'),
    });
    const loaded = await engine.call('sample.load', { job: 'a' });
    await engine.close();
    expect(loaded).toMatchObject({ ok: true });
  }, 120_000);

  test('is not made without the binary, and the message says what to do', () => {
    const missing = {
      root,
      shell: join(folder, 'none'),
      out: join(folder, 'other'),
      platform: 'linux',
    } as const;
    expect(() => packageApp(missing)).toThrow(/electron\/install\.js.*npm start/s);
    expect(existsSync(join(folder, 'other'))).toBe(false);
  });

  test('keeps to the layout of each system', () => {
    expect(layout('darwin').to).toBe('Vouch.app');
    expect(layout('win32').to).toBe('vouch.exe');
  });
});
