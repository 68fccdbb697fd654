import { expect, it } from 'vitest';
import { makeMenu } from '../../electron/menu.ts';

interface Entry {
  label?: string;
  role?: string;
  accelerator?: string;
  enabled?: boolean;
  click?: () => void;
  submenu?: Entry[];
}

const said: string[] = [];
const deeds = {
  send: (command: string) => said.push(command),
  importFiles: () => said.push('files'),
  open: (path: string) => said.push(path),
  clearRecent: () => said.push('cleared'),
};
const menu = (recent: string[] = []) => makeMenu(deeds as never, recent) as unknown as Entry[];
const entries = (from: Entry[]): Entry[] => from.flatMap(entry => [entry, ...entries(entry.submenu ?? [])]);
const recentOf = (from: Entry[]) =>
  entries(from).find(({ label }) => label === 'Open &recent')?.submenu ?? [];

it('sends clicks as commands of the contract, each once', () => {
  said.length = 0;
  for (const { click } of entries(menu())) click?.();
  expect(said).toEqual(
    expect.arrayContaining(['files', 'export', 'undo', 'redo', 'palette', 'settings', 'help']),
  );
  expect(new Set(said).size).toBe(said.length);
});

it('gives no shortcut twice, and none that types into a field', () => {
  const shortcuts = entries(menu()).flatMap(({ accelerator }) => accelerator ?? []);
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
  expect(shortcuts.filter(keys => !/^(CmdOrCtrl|Cmd|Ctrl)\+|^F\d+$/.test(keys))).toEqual([]);
  // Cut, copy, paste and select all come with their roles, which act on the field in focus.
  expect(shortcuts.filter(keys => /\+[XCVA]$/.test(keys))).toEqual([]);
});

it('lists the recent files by name, opens one by its path, and clears the list', () => {
  said.length = 0;
  const recent = recentOf(menu(['/a/R&D form.xlsx', '/b/caiq.xlsx']));
  expect(recent.map(({ label }) => label)).toEqual([
    'R&&D form.xlsx',
    'caiq.xlsx',
    undefined,
    '&Clear this list',
  ]);
  for (const { click } of recent) click?.();
  expect(said).toEqual(['/a/R&D form.xlsx', '/b/caiq.xlsx', 'cleared']);
  expect(recentOf(menu())).toEqual([{ label: 'No files yet', enabled: false }]);
});
