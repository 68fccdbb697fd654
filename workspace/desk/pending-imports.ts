// Library imports a person has been shown and not yet accepted. They live as long as the program: nothing of
// theirs is in the library yet, and the file can be imported again.
import { randomUUID } from 'node:crypto';
import type { LibraryCandidate } from '../../contract/curate.ts';
import { AppError } from '../../contract/outcome.ts';
import type { LibraryWrite } from '../../knowledge-base/store/library.ts';

export interface PendingItem {
  candidate: LibraryCandidate;
  write: Omit<LibraryWrite, 'id'>;
}

export interface PendingImports {
  put(items: PendingItem[]): string;
  take(token: string): PendingItem[];
}

const HELD = 8;

export function makePendingImports(): PendingImports {
  const held = new Map<string, PendingItem[]>();
  return {
    put(items) {
      const token = randomUUID();
      held.set(token, items);
      const [oldest] = held.keys();
      if (held.size > HELD && oldest !== undefined) held.delete(oldest);
      return token;
    },
    take(token) {
      const items = held.get(token);
      if (!items) throw new AppError('not-found', 'This import is no longer held. Import the file again.');
      held.delete(token);
      return items;
    },
  };
}
