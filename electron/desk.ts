// Native things around a file: the save dialog, dragging a made file out of the window, recent files, and a
// notification when long work ends while the person looks elsewhere.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog, Notification, nativeImage } from 'electron';
import type { Backend } from '../contract/host.ts';
import { AppError } from '../contract/outcome.ts';
import { writeFileSafely } from '../workspace/write-file.ts';
import type { Desk } from './ipc.ts';

const LONG = 10_000;

export interface DeskTop extends Desk {
  dispose(): void;
}

export function makeDesk(backend: Backend, window: () => BrowserWindow | null): DeskTop {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-out-'));
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
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

// A small grey sheet, drawn for this use: dragging needs an icon on every platform.
const DRAG_ICON =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAYAAAAf8/9hAAAAL0lEQVR42mNgoCaISsj7TwzGa8DXbz/wYqIMwGUz0QZQ7IJRL4x6gWIXUJSZyAEAFgWp/Ery698AAAAASUVORK5CYII=';

/** Tells the person when work of more than ten seconds ends while another window has the focus. */
export function notifyWhenDone(
  backend: Backend,
  window: () => BrowserWindow | null,
  now: () => number,
): () => void {
  const started = new Map<string, number>();
  return backend.on('progress', ({ job, step, done, total }) => {
    if (!started.has(job)) started.set(job, now());
    if (total === null || done < total) return;
    const took = now() - (started.get(job) ?? now());
    started.delete(job);
    if (took < LONG || window()?.isFocused() || !Notification.isSupported()) return;
    const note = new Notification({ title: 'Vouch', body: `${step}: done` });
    note.on('click', () => window()?.focus());
    note.show();
  });
}
