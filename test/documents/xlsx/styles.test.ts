import { expect, test } from 'vitest';
import { oneSheet, pack, relationship, relationships, workbookParts } from '../../support/make-package.ts';
import { firstGrid } from '../../support/read-file.ts';

const cell = (style: number) => `<sheetData><row r="1"><c r="A1" s="${style}"><v>1</v></c></row></sheetData>`;
const styles =
  '<fonts count="2"><font><sz val="11"/></font><font><b/><i val="0"/><sz val="14"/><color rgb="FFCC0000"/></font></fonts>' +
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.25"/></patternFill></fill>' +
  '<fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill></fills>' +
  '<cellXfs count="3"><xf fontId="0" fillId="0"/>' +
  '<xf fontId="1" fillId="2" applyProtection="1"><alignment horizontal="center" wrapText="1"/><protection locked="0"/></xf>' +
  '<xf fontId="0" fillId="3"/></cellXfs>';

function withTheme(xml: string): Uint8Array {
  const parts = workbookParts({ sheets: [{ name: 'Sheet', xml }], styles });
  parts['xl/theme/theme1.xml'] =
    '<a:theme xmlns:a="a"><a:themeElements><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1></a:clrScheme></a:themeElements></a:theme>';
  parts['xl/_rels/workbook.xml.rels'] = relationships(
    relationship('rId1', 'worksheet', 'worksheets/sheet1.xml') +
      relationship('rIdT', 'styles', 'styles.xml') +
      relationship('rIdH', 'theme', 'theme/theme1.xml'),
  );
  return pack(parts);
}

test('bold, size, colours, wrapping and alignment come from the cell format', async () => {
  const grid = await firstGrid(withTheme(cell(1)));
  expect(grid.cells[0]?.look).toEqual({
    bold: true,
    size: 14,
    color: 'CC0000',
    fill: 'BFBFBF',
    wrap: true,
    align: 'center',
  });
});

test('palette colours are resolved and pattern fills without a solid colour are none', async () => {
  expect((await firstGrid(oneSheet(cell(2), { styles }))).cells[0]?.look.fill).toBe('FFFF00');
  expect((await firstGrid(oneSheet(cell(0), { styles }))).cells[0]?.look.fill).toBeUndefined();
});

test('cells lock unless their format says otherwise, and open columns are told', async () => {
  const grid = await firstGrid(
    oneSheet(`<sheetProtection sheet="1"/><cols><col min="3" max="4" style="1"/></cols>${cell(1)}`, {
      styles,
    }),
  );
  expect(grid.protected).toBe(true);
  expect(grid.cells[0]?.locked).toBe(false);
  expect(grid.unlockedColumns).toEqual([{ from: 3, to: 4 }]);
  expect((await firstGrid(oneSheet(cell(0), { styles }))).cells[0]?.locked).toBe(true);
});
