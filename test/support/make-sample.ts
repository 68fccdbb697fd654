// Makes test/fixtures/sample-questionnaire.xlsx, the small questionnaire of the first run: an instruction sheet,
// a sheet with sections, drop-downs, comments and a score formula, and a second sheet of another layout.
// Run by hand when the sample should change: node test/support/make-sample.ts
import ExcelJS from 'exceljs';

const security: (string | [string, string])[] = [
  'Access control',
  ['AC-1', 'Is multi-factor authentication required for all employee accounts?'],
  ['AC-2', 'How do you make sure that people hold only the access their work needs?'],
  ['AC-3', 'How often are access rights reviewed?'],
  ['AC-4', 'Within how many hours is access removed when an employee leaves?'],
  ['AC-5', 'Do employees sign in to internal systems with single sign-on?'],
  'Data protection',
  ['DP-1', 'Is customer data encrypted at rest?'],
  ['DP-2', 'Which protocol versions protect data in transit?'],
  ['DP-3', 'How are encryption keys managed, and how often are they rotated?'],
  ['DP-4', 'How is the data of one customer kept apart from that of another?'],
  'Infrastructure',
  ['IN-1', 'With which cloud providers is the service hosted?'],
  ['IN-2', 'Is the service protected against denial-of-service attacks?'],
  ['IN-3', 'Do you operate your own data centres?'],
  ['IN-4', 'Are logs collected centrally, and do they raise alerts?'],
  'Development',
  ['DV-1', 'Is every code change reviewed before it is released?'],
  ['DV-2', 'How often are penetration tests performed, and by whom?'],
  ['DV-3', 'Are third-party components scanned for vulnerabilities?'],
  'Continuity',
  ['BC-1', 'How often are backups made?'],
  ['BC-2', 'Are backups restored in a test, and how often?'],
  ['BC-3', 'What is your recovery time objective?'],
];

const compliance: [string, string][] = [
  ['1', 'State the certifications and attestations you hold.'],
  ['2', 'Do you bind subprocessors by data processing agreements?'],
  ['3', 'Where is the list of your subprocessors published?'],
  ['4', 'Whom do we contact to report a security incident or a vulnerability?'],
  ['5', 'Do you hold a cyber insurance policy?'],
];

const grey = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7EAF0' } } as const;
const blue = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F3A63' } } as const;

const book = new ExcelJS.Workbook();
book.creator = 'Northwind Bank (sample)';
book.created = book.modified = new Date('2026-01-05T09:00:00Z');

const cover = book.addWorksheet('Instructions');
cover.getColumn(1).width = 90;
cover.addRow(['Northwind Bank: supplier security questionnaire']).font = { bold: true, size: 16 };
cover.addRow(['Please answer every question on the following sheets and return this workbook.']);
cover.addRow([
  'Choose a response from the list, and give details where they help. Do not change the layout.',
]);

const sheet = book.addWorksheet('Security', { views: [{ state: 'frozen', ySplit: 3 }] });
for (const [at, width] of [9, 62, 16, 58, 9].entries()) sheet.getColumn(at + 1).width = width;
sheet.addRow(['Northwind Bank: supplier security questionnaire']).font = { bold: true, size: 14 };
sheet.mergeCells('A1:E1');
sheet.addRow([]);
const header = sheet.addRow(['No.', 'Question', 'Response', 'Details', 'Score']);
header.font = { bold: true, color: { argb: 'FFFFFFFF' } };
header.eachCell(cell => {
  cell.fill = blue;
});
for (const entry of security) {
  if (typeof entry === 'string') {
    const row = sheet.addRow([entry]);
    row.font = { bold: true };
    row.getCell(1).fill = grey;
    sheet.mergeCells(row.number, 1, row.number, 5);
    continue;
  }
  const row = sheet.addRow([...entry, null, null]);
  row.alignment = { wrapText: true, vertical: 'top' };
  row.getCell(5).value = { formula: `IF(C${row.number}="Yes",1,0)`, result: 0 };
  row.getCell(3).dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: ['"Yes,Partially,No,Not applicable"'],
    showErrorMessage: true,
  };
  for (const at of [3, 4]) row.getCell(at).border = { bottom: { style: 'hair' } };
}

const second = book.addWorksheet('Compliance');
for (const [at, width] of [6, 70, 70].entries()) second.getColumn(at + 1).width = width;
const titles = second.addRow(['#', 'Requirement', 'Supplier answer']);
titles.font = { bold: true };
titles.eachCell(cell => {
  cell.fill = grey;
});
for (const row of compliance) second.addRow([...row, null]).alignment = { wrapText: true, vertical: 'top' };

for (const each of book.worksheets)
  each.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
await book.xlsx.writeFile('test/fixtures/sample-questionnaire.xlsx');
