import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { keepRecent } from '../../electron/recent.ts';
import { record } from './fake-electron.ts';

let folder: string;
const note = () => join(folder, 'recent.json');
const form = (name: string) => {
  const path = join(folder, name);
  writeFileSync(path, '');
  return path;
};

beforeEach(() => {
  record.reset();
  folder = mkdtempSync(join(tmpdir(), 'vouch-recent-'));
});

it('keeps a file once it became a questionnaire, newest first and once, over a restart', () => {
  const changed = vi.fn();
  const recent = keepRecent(note(), changed);
  const [a, b, policy] = [form('a.xlsx'), form('b.xlsx'), form('policy.md')];
  for (const [file, path] of [
    ['1', a],
    ['2', b],
    ['3', policy],
    ['4', ''],
  ] as const)
    recent.staged(file, path);
  for (const file of ['1', '2', '1', '4', 'unknown']) recent.imported(file);
  expect(recent.list()).toEqual([a, b]);
  expect(changed).toHaveBeenCalledTimes(3);
  expect(keepRecent(note(), changed).list()).toEqual([a, b]);
});

it('leaves out files that are gone, keeps ten, and starts anew on a broken note', () => {
  const recent = keepRecent(note(), () => undefined);
  for (let at = 0; at < 12; at++) {
    recent.staged(String(at), form(`${at}.xlsx`));
    recent.imported(String(at));
  }
  expect(recent.list()).toHaveLength(10);
  rmSync(join(folder, '11.xlsx'));
  expect(recent.list()[0]).toBe(join(folder, '10.xlsx'));
  recent.clear();
  expect(recent.list()).toEqual([]);
  writeFileSync(note(), '{"not": "a list"}');
  expect(keepRecent(note(), () => undefined).list()).toEqual([]);
});

it('tells the list of the desktop too, where there is one', () => {
  const recent = keepRecent(note(), () => undefined, 'win32');
  recent.staged('1', form('a.xlsx'));
  recent.imported('1');
  expect(record.recent).toEqual([join(folder, 'a.xlsx')]);
  recent.clear();
  expect(record.recent).toEqual([]);
  const alone = keepRecent(note(), () => undefined, 'linux');
  alone.staged('2', form('b.xlsx'));
  alone.imported('2');
  expect(record.recent).toEqual([]);
});
