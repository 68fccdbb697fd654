// The whole library as a spreadsheet that can be read anywhere and imported again.
import { writeWorkbook } from '../../documents/authored/write-workbook.ts';
import { allLibraryAnswers } from '../../knowledge-base/store/library.ts';
import type { UseCase } from '../desk/desk.ts';
import { libraryCsv, libraryHeader, libraryRow } from './library-sheet.ts';

export const exportLibrary: UseCase<'library.export'> = async (desk, { format }) => {
  const rows = allLibraryAnswers(desk.store.read).map(libraryRow);
  const name = `library-${desk.now().slice(0, 10)}.${format}`;
  if (format === 'csv') return desk.files.put(name, libraryCsv([libraryHeader, ...rows]));
  const bytes = await writeWorkbook([{ name: 'Library', columns: libraryHeader, rows }]);
  return desk.files.put(name, bytes);
};
