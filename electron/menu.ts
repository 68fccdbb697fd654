// The native menu. Every entry is a command of the contract, so that the keyboard, the palette and the menu do
// the same things.
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../contract/host.ts';

export function makeMenu(send: (command: MenuCommand) => void): Menu {
  const mac = process.platform === 'darwin';
  const entry = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
    ...(accelerator ? { accelerator } : {}),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: '&File',
      submenu: [
        entry('&Import questionnaire…', 'import', 'CmdOrCtrl+O'),
        { label: 'Open &recent', role: 'recentDocuments', submenu: [{ role: 'clearRecentDocuments' }] },
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
    { role: 'help', submenu: [entry('&Keyboard shortcuts', 'help', 'F1')] },
  ];
  return Menu.buildFromTemplate(template);
}
