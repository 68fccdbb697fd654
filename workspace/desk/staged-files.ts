// Files between the host and the use cases: dropped by a person, or made for one. Held in memory, the oldest
// let go when they grow too large, so that a made file can be saved and dragged more than once.
import { randomUUID } from 'node:crypto';
import type { FileHandle } from '../../contract/calls.ts';
import { AppError } from '../../contract/outcome.ts';

/** Together, in bytes. The newest file is always kept. */
const MOST_HELD = 512 * 2 ** 20;

export interface StagedFiles {
  put(name: string, bytes: Uint8Array): FileHandle;
  /** The file, or null when it was let go or never was. */
  find(file: string): { name: string; bytes: Uint8Array } | null;
  /** The file, or a `not-found` that says what to do. */
  get(file: string): { name: string; bytes: Uint8Array };
}

export function makeStagedFiles(mostHeld = MOST_HELD): StagedFiles {
  const held = new Map<string, { name: string; bytes: Uint8Array }>();
  let size = 0;
  const find = (file: string) => held.get(file) ?? null;
  return {
    put(name, bytes) {
      const file = randomUUID();
      held.set(file, { name: plainName(name), bytes });
      size += bytes.byteLength;
      for (const [oldest, { bytes: old }] of held) {
        if (size <= mostHeld || oldest === file) break;
        held.delete(oldest);
        size -= old.byteLength;
      }
      return { file, name: plainName(name), size: bytes.byteLength };
    },
    find,
    get(file) {
      const found = find(file);
      if (!found) throw new AppError('not-found', 'This file is no longer held. Choose it again.', { file });
      return found;
    },
  };
}

/** The name without what a path could smuggle in: drive letters, leading dots and parent folders. */
function plainName(name: string): string {
  const parts = name.replaceAll('\\', '/').split('/');
  const kept = parts.filter(
    part => part !== '' && part !== '.' && part !== '..' && !/^[A-Za-z]:$/.test(part),
  );
  return kept.join('/') || 'file';
}
