// What the desktop's menu, dock and file associations ask for, done the way the keys and screens do it.

import { spotlight } from '@mantine/spotlight';
import type { FileHandle } from '../../contract/calls.ts';
import type { MenuCommand } from '../../contract/host.ts';
import { assertNever } from '../../contract/outcome.ts';
import { redo, undo } from '../screens/review/work.ts';
import { takeStaged } from './files.ts';
import { openQuestionnaire } from './open.ts';
import { go } from './route.ts';
import { perform } from './shortcuts.ts';

const typing = () =>
  document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement;

/** Undo and redo belong to the field one types in, and to the questionnaire otherwise. */
function stepBack(word: 'undo' | 'redo'): void {
  if (typing()) {
    document.execCommand(word);
    return;
  }
  const open = openQuestionnaire.get();
  if (open) void (word === 'undo' ? undo(open) : redo(open));
}

export function followCommand(command: MenuCommand, file: FileHandle | null): void {
  switch (command) {
    case 'opened':
      if (file) void takeStaged(file);
      break;
    case 'export':
      go('export', openQuestionnaire.get());
      break;
    case 'approve':
      perform('a');
      break;
    case 'undo':
    case 'redo':
      stepBack(command);
      break;
    case 'find':
      if (!perform('/')) spotlight.open();
      break;
    case 'palette':
      spotlight.open();
      break;
    case 'help':
      if (!perform('?')) go('review', openQuestionnaire.get());
      break;
    case 'questionnaires':
    case 'library':
    case 'policies':
    case 'activity':
    case 'settings':
      go(command);
      break;
    default:
      assertNever(command);
  }
}
