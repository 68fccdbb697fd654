// The desktop shell against a recorded fake of Electron: what it refuses, what it hands over, what it saves.
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { callNames } from '../../contract/calls.ts';
import type { Backend } from '../../contract/host.ts';
import { contentPolicy } from '../../contract/page.ts';
import { chooseQuestionnaires, makeDesk } from '../../electron/desk.ts';
import { type Desk, serveCalls } from '../../electron/ipc.ts';
import { filesInWords } from '../../electron/open-with.ts';
import { denyNetwork, pathInside } from '../../electron/page.ts';
import { record, userData } from './fake-electron.ts';

let backend: Backend & { calls: unknown[][]; emit(data: unknown): void };

beforeEach(() => {
  record.reset();
  userData.path = mkdtempSync(join(tmpdir(), 'vouch-user-'));
  let listener: (data: unknown) => void = () => undefined;
  const calls: unknown[][] = [];
  backend = {
    calls,
    emit: data => listener(data),
    call: async (name, input) => {
      calls.push([name, input]);
      return { ok: true, value: 'answer' };
    },
    on: (name, heard) => {
      if (name === 'progress') listener = heard as (data: unknown) => void;
      return () => undefined;
    },
    putFile: async (name, bytes) => ({ file: 'f', name, size: bytes.length }),
    takeFile: async file => (file === 'f' ? { name: '../answers.xlsx', bytes: new Uint8Array([7]) } : null),
    close: async () => undefined,
  };
});

const sender = (url: string, top = true) => {
  const frame = { url };
  return { senderFrame: frame, sender: { mainFrame: top ? frame : { url }, startDrag: () => undefined } };
};
const desk = (part: Partial<Desk> = {}): Desk => ({
  ...makeDesk(backend, () => null),
  listening: () => undefined,
  staged: () => undefined,
  follow: (_name, _input, run) => run(),
  ...part,
});

it('registers one handler for every call of the contract, and passes input on untouched', async () => {
  serveCalls(backend, desk());
  expect([...record.handlers.keys()].filter(name => name.startsWith('call:'))).toEqual(
    callNames.map(name => `call:${name}`),
  );
  const handler = record.handlers.get('call:settings.get');
  expect(await handler?.(sender('vouch://app/index.html'), { a: 1 })).toEqual({ ok: true, value: 'answer' });
  expect(backend.calls).toEqual([['settings.get', { a: 1 }]]);
});

it('gives nothing to another origin, an embedded frame, or a frame that is gone', async () => {
  serveCalls(backend, desk());
  const senders = [
    sender('https://evil.example/'),
    sender('vouch://app.evil.example/'),
    sender('vouch://other/index.html'),
    sender('file:///etc/passwd'),
    sender('not a url'),
    sender('vouch://app/index.html', false),
    { senderFrame: null, sender: { mainFrame: null } },
  ];
  for (const channel of record.handlers.keys())
    for (const from of senders)
      expect(await record.handlers.get(channel)?.(from, {}), channel).toMatchObject({
        ok: false,
        error: { code: 'bad-input' },
      });
  expect(backend.calls).toEqual([]);
});

it('keeps a bug inside an envelope and a bad file hand-over an expected error', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  backend.call = async () => {
    throw new Error('boom');
  };
  serveCalls(backend, desk());
  const from = sender('vouch://app/index.html');
  expect(await record.handlers.get('call:settings.get')?.(from, {})).toMatchObject({
    ok: false,
    error: { code: 'internal' },
  });
  expect(quiet).toHaveBeenCalledOnce();
  expect(await record.handlers.get('file:stage')?.(from, 'x', 'not bytes')).toMatchObject({
    error: { code: 'bad-input' },
  });
  expect(await record.handlers.get('file:save')?.(from, { file: '/etc/passwd' })).toMatchObject({
    error: { code: 'bad-input' },
  });
});

it('cancels every request that is not for its own page', () => {
  let decide: (details: { url: string }, answer: (out: { cancel: boolean }) => void) => void = () =>
    undefined;
  denyNetwork({
    webRequest: {
      onBeforeRequest: (heard: typeof decide) => {
        decide = heard;
      },
    },
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
  } as never);
  const cancelled = (url: string) => {
    let out = false;
    decide({ url }, answer => {
      out = answer.cancel;
    });
    return out;
  };
  expect(cancelled('vouch://app/assets/main.js')).toBe(false);
  for (const url of [
    'https://example.com/',
    'http://127.0.0.1:80/',
    'file:///etc/passwd',
    'vouch://application/x',
    'ws://x/',
  ])
    expect(cancelled(url), url).toBe(true);
});

it('serves files inside the built page only', () => {
  expect(pathInside('/app/page', '/')).toBe('/app/page/index.html');
  expect(pathInside('/app/page', '/assets/a.js')).toBe('/app/page/assets/a.js');
  for (const path of ['/../main.js', '/%2e%2e/main.js', '/..%2f..%2fetc', '/%', '/a%00b'])
    expect(pathInside('/app/page', path), path).toBeNull();
  expect(contentPolicy('n')).toContain("default-src 'none'");
});

it('tells the shell once the page listens to commands, and only our page', async () => {
  const listening = vi.fn();
  serveCalls(backend, desk({ listening }));
  await record.handlers.get('desk:listening')?.(sender('https://evil.example/'));
  expect(listening).not.toHaveBeenCalled();
  await record.handlers.get('desk:listening')?.(sender('vouch://app/index.html'));
  expect(listening).toHaveBeenCalledOnce();
});

it('remembers where a staged file stands on the disk, when it stands on one', async () => {
  const staged = vi.fn();
  serveCalls(backend, desk({ staged }));
  const stage = record.handlers.get('file:stage');
  for (const path of ['/home/a.xlsx', 7, undefined])
    await stage?.(sender('vouch://app/index.html'), 'a.xlsx', new ArrayBuffer(1), path);
  expect(staged.mock.calls).toEqual([
    ['f', '/home/a.xlsx'],
    ['f', ''],
    ['f', ''],
  ]);
});

it('asks for questionnaires with the dialog of the desktop', async () => {
  expect(await chooseQuestionnaires(null)).toEqual([]);
  record.chosen = ['/a.xlsx', '/b.pdf'];
  expect(await chooseQuestionnaires(null)).toEqual(['/a.xlsx', '/b.pdf']);
});

it('saves where the person says, under a plain name, and says when it was dismissed', async () => {
  const shell = makeDesk(backend, () => null);
  expect(await shell.save('f')).toBe(false);
  record.saveTo = join(userData.path, 'out.xlsx');
  expect(await shell.save('f')).toBe(true);
  expect([...readFileSync(record.saveTo)]).toEqual([7]);
  await expect(shell.save('gone')).rejects.toThrow('no longer here');
  shell.dispose();
});

it('keeps no dragged file beyond the run that made it, not even after a crash', async () => {
  const dragged = join(userData.path, 'dragged', 'answers.xlsx');
  const from = sender('vouch://app/index.html');
  const shell = makeDesk(backend, () => null);
  await shell.dragOut(from as never, 'f');
  expect([...readFileSync(dragged)]).toEqual([7]);
  makeDesk(backend, () => null);
  expect(existsSync(dragged)).toBe(false);
});

it('saves a file of an export, whose handle says more than a plain one', async () => {
  serveCalls(backend, desk());
  record.saveTo = join(userData.path, 'filled.xlsx');
  const file = { file: 'f', name: 'filled.xlsx', size: 1, kind: 'filled' };
  const save = record.handlers.get('file:save');
  expect(await save?.(sender('vouch://app/index.html'), file)).toEqual({ ok: true, value: true });
  expect([...readFileSync(record.saveTo)]).toEqual([7]);
});

it('finds the questionnaires among the words of a start, from the folder it was started in', () => {
  expect(filesInWords(['vouch', '--flag', '/x/Vendor form.XLSX'], '/home')).toEqual(['/x/Vendor form.XLSX']);
  expect(filesInWords(['vouch', 'a.csv', '../b.pdf'], '/home/me')).toEqual(['/home/me/a.csv', '/home/b.pdf']);
  expect(filesInWords(['vouch', '/x/notes.txt'], '/')).toEqual([]);
  expect(filesInWords(['vouch.docx'], '/')).toEqual([]);
});
