// The questionnaires opened lately, for the File menu. Windows and macOS keep a list of the app's documents too (the
// taskbar, the dock) and are told; the menu's own list is kept here, because Electron's menu role for it works on
// macOS only.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import { writeFileSafely } from '../workspace/write-file.ts';

const MOST = 10;
const MOST_STAGED = 200;
const paths = z.array(z.string());

export interface Recent {
  /** Newest first; files that are gone are left out. */
  list(): string[];
  /** Remembers where a staged file came from, for the moment it turns out to be a questionnaire. */
  staged(file: string, path: string): void;
  /** The staged file became a questionnaire. */
  imported(file: string): void;
  clear(): void;
}

/** `file` holds the list; `changed` is told when it is another one. Linux has no list of its own to tell. */
export function keepRecent(file: string, changed: () => void, platform = process.platform): Recent {
  const origins = new Map<string, string>();
  let kept = read(file);
  const keep = (next: string[]) => {
    kept = next;
    try {
      writeFileSafely(file, JSON.stringify(kept));
    } catch (error) {
      console.error('Recent files are not kept:', error);
    }
    changed();
  };
  return {
    list: () => kept.filter(path => existsSync(path)),
    staged(staged, path) {
      if (path === '') return;
      origins.set(staged, resolve(path));
      const [oldest] = origins.keys();
      if (origins.size > MOST_STAGED && oldest !== undefined) origins.delete(oldest);
    },
    imported(staged) {
      const path = origins.get(staged);
      if (path === undefined) return;
      keep([path, ...kept.filter(other => other !== path)].slice(0, MOST));
      if (platform !== 'linux') app.addRecentDocument(path);
    },
    clear() {
      keep([]);
      if (platform !== 'linux') app.clearRecentDocuments();
    },
  };
}

function read(file: string): string[] {
  try {
    return paths.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}
