// The whole library as a spreadsheet that can be read anywhere and imported again.
import { allLibraryAnswers } from '../../knowledge-base/store/library.ts';
import type { UseCase } from '../desk/desk.ts';
import { whole } from '../exports/companion.ts';
import { libraryCsv, libraryHeader, libraryRow } from './library-sheet.ts';

export const exportLibrary: UseCase<'library.export'> = async (desk, { format }, run) => {
  const rows = allLibraryAnswers(desk.store.read).map(libraryRow);
  const name = `library-${desk.now().slice(0, 10)}.${format}`;
  if (format === 'csv') return desk.files.put(name, libraryCsv([libraryHeader, ...rows]));
  const sheets = [{ name: 'Library', columns: libraryHeader, rows }];
  return desk.files.put(name, whole(await desk.rooms.author({ kind: 'workbook', sheets }, run.signal)));
};
