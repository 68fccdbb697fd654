// The native menu. Its entries are commands of the contract, so that the keyboard, the palette and the menu do the
// same things; opening files is the shell's own, because a page may show no file dialog that no key or click of its
// own asked for (electron #6268, #13551). A shortcut reaches the menu only when the page left the key alone (Electron
// hands keys to the page first), so Ctrl+K opens the palette once and Ctrl+Z in a field is the field's.
import { basename } from 'node:path';
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../contract/host.ts';

export interface MenuDeeds {
  send(command: MenuCommand): void;
  /** Asks for files with the desktop's dialog and opens them. */
  importFiles(): void;
  open(path: string): void;
  clearRecent(): void;
}

export function makeMenu(deeds: MenuDeeds, recent: string[]): Menu {
  const mac = process.platform === 'darwin';
  const entry = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => deeds.send(command),
    ...(accelerator ? { accelerator } : {}),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: '&File',
      submenu: [
        {
          label: '&Import questionnaire…',
          accelerator: 'CmdOrCtrl+O',
          click: () => deeds.importFiles(),
        },
        { label: 'Open &recent', submenu: recentEntries(deeds, recent) },
        separator,
        entry('&Export…', 'export', 'CmdOrCtrl+E'),
        separator,
        entry('&Settings', 'settings', 'CmdOrCtrl+,'),
        mac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        entry('&Undo', 'undo', 'CmdOrCtrl+Z'),
        entry('&Redo', 'redo', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        entry('&Find', 'find', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: '&Go',
      submenu: [
        entry('&Questionnaires', 'questionnaires', 'CmdOrCtrl+1'),
        entry('&Library', 'library', 'CmdOrCtrl+2'),
        entry('&Policies', 'policies', 'CmdOrCtrl+3'),
        entry('&Activity', 'activity', 'CmdOrCtrl+4'),
        separator,
        entry('&Command palette', 'palette', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } satisfies MenuItemConstructorOptions]),
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        entry('&Keyboard shortcuts', 'help', 'F1'),
        ...(mac ? [] : [{ role: 'about' } satisfies MenuItemConstructorOptions]),
      ],
    },
  ];
  return Menu.buildFromTemplate(template);
}

function recentEntries(deeds: MenuDeeds, recent: string[]): MenuItemConstructorOptions[] {
  if (recent.length === 0) return [{ label: 'No files yet', enabled: false }];
  return [
    ...recent.map(path => ({ label: inMenu(path), toolTip: path, click: () => deeds.open(path) })),
    { type: 'separator' },
    { label: '&Clear this list', click: () => deeds.clearRecent() },
  ];
}

/** A file's name as a label: a single & would underline the letter after it. */
const inMenu = (path: string) => basename(path).replaceAll('&', '&&');
