// The menu of the right mouse button: Electron has none of its own, and a field without Paste is a broken field.
import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

export function giveContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const copy: MenuItemConstructorOptions = { role: 'copy', enabled: editFlags.canCopy };
    const entries: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'cut', enabled: editFlags.canCut },
          copy,
          { role: 'paste', enabled: editFlags.canPaste },
          { type: 'separator' },
          { role: 'selectAll', enabled: editFlags.canSelectAll },
        ]
      : selectionText.trim() === ''
        ? []
        : [copy];
    if (entries.length > 0) Menu.buildFromTemplate(entries).popup({ window });
  });
}
