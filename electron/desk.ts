// Native things around a file: the dialogs that choose and save one, and dragging a made one out of the window.
import { rmSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog, nativeImage, type OpenDialogOptions } from 'electron';
import type { Backend } from '../contract/host.ts';
import { AppError } from '../contract/outcome.ts';
import { writeFileSafely } from '../workspace/write-file.ts';
import type { Desk } from './ipc.ts';
import { questionnaireEndings } from './open-with.ts';

/** Asks for questionnaires with the desktop's own dialog; none when it was dismissed. */
export async function chooseQuestionnaires(parent: BrowserWindow | null): Promise<string[]> {
  const options: OpenDialogOptions = {
    title: 'Import questionnaires',
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'Questionnaires', extensions: questionnaireEndings }],
  };
  const answer = parent ? await dialog.showOpenDialog(parent, options) : await dialog.showOpenDialog(options);
  return answer.canceled ? [] : answer.filePaths;
}

export interface FileDesk extends Pick<Desk, 'save' | 'dragOut'> {
  dispose(): void;
}

export function makeDesk(backend: Backend, window: () => BrowserWindow | null): FileDesk {
  // What a drag carries lies in the app's own folder, and not beyond the run that made it.
  const folder = join(app.getPath('userData'), 'dragged');
  const dispose = () => rmSync(folder, { recursive: true, force: true });
  dispose();
  const take = async (file: string) => {
    const found = await backend.takeFile(file);
    if (!found) throw new AppError('not-found', 'This file is no longer here. Make it again.');
    return { name: basename(found.name), bytes: found.bytes };
  };
  return {
    async save(file) {
      const { name, bytes } = await take(file);
      const options = {
        defaultPath: join(app.getPath('downloads'), name),
        filters: [{ name: 'File', extensions: [extname(name).slice(1) || '*'] }],
      };
      const parent = window();
      const answer = parent
        ? await dialog.showSaveDialog(parent, options)
        : await dialog.showSaveDialog(options);
      if (answer.canceled || !answer.filePath) return false;
      writeFileSafely(answer.filePath, bytes);
      return true;
    },
    async dragOut(event, file) {
      const { name, bytes } = await take(file);
      const path = join(folder, name);
      writeFileSafely(path, bytes);
      event.sender.startDrag({ file: path, icon: nativeImage.createFromDataURL(DRAG_ICON) });
    },
    dispose,
  };
}

// A small grey sheet, drawn for this use: dragging needs an icon on every platform.
const DRAG_ICON =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAYAAAAf8/9hAAAAL0lEQVR42mNgoCaISsj7TwzGa8DXbz/wYqIMwGUz0QZQ7IJRL4x6gWIXUJSZyAEAFgWp/Ery698AAAAASUVORK5CYII=';
