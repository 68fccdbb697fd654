// Words for failures. An AppError's own text says what to do; the title says what kind of thing happened.
// Anything else is a bug: said so plainly, with its message for the report.
import { notifications } from '@mantine/notifications';
import { AppError, assertNever, type ErrorCode } from '../../contract/outcome.ts';

function titleOf(code: ErrorCode): string {
  switch (code) {
    case 'bad-input':
      return 'That value does not fit';
    case 'not-found':
      return 'It is no longer there';
    case 'conflict':
      return 'Not done';
    case 'file-unreadable':
      return 'This file cannot be read';
    case 'file-unsupported':
      return 'This kind of file is not supported';
    case 'file-encrypted':
      return 'This file is protected by a password';
    case 'file-too-large':
      return 'This file is too large';
    case 'no-questions':
      return 'No questions found';
    case 'fill-refused':
      return 'The file was not made';
    case 'database-newer':
      return 'This workspace was made by a newer Vouch';
    case 'database-broken':
      return 'The workspace cannot be opened';
    case 'io':
      return 'The disk or the program did not answer';
    case 'cancelled':
      return 'Stopped';
    case 'internal':
      return 'Something broke inside Vouch';
    default:
      return assertNever(code);
  }
}

export function sayError(error: unknown): { title: string; text: string } {
  if (error instanceof AppError) return { title: titleOf(error.code), text: error.message };
  const text = error instanceof Error ? error.message : String(error);
  return { title: titleOf('internal'), text: `${text} Your work so far is saved.` };
}

/** True for failures worth trying again by themselves: the host did not answer. */
export const isUnreachable = (error: unknown) =>
  error instanceof AppError && error.code === 'io' && error.params.unreachable === 1;

/** Shows a failure in the corner. A stop the person asked for is not a failure. */
export function showError(error: unknown): void {
  if (error instanceof AppError && error.code === 'cancelled') return;
  const { title, text } = sayError(error);
  notifications.show({ id: `${title}:${text}`, title, message: text, color: 'red', autoClose: 12_000 });
}

/** Says in the corner that something is done. */
export function showDone(message: string): void {
  notifications.show({ message, autoClose: 5_000, withBorder: true });
}
