import { expect, test } from 'vitest';
import { makeWorkbook, relationship } from '../../support/make-package.ts';
import { readQuietly } from '../../support/read-file.ts';

const value = (cell: string, words: string) => `<c r="${cell}" t="inlineStr"><is><t>${words}</t></is></c>`;
const listSheet = {
  name: 'My Lists',
  xml: `<sheetData><row r="1">${value('A1', 'Yes')}${value('B1', 'Low')}</row><row r="2">${value('A2', 'No')}${value('B2', 'High')}</row><row r="3"><c r="A3"/>${value('B3', '')}</row></sheetData>`,
};

function rule(formula: string): string {
  return `<sheetData/><dataValidations count="1"><dataValidation type="list" sqref="C2:C9 E2"><formula1>${formula}</formula1></dataValidation></dataValidations>`;
}

async function options(formula: string, names = ''): Promise<string[] | null | undefined> {
  const bytes = makeWorkbook({
    sheets: [
      {
        name: 'Form',
        xml: rule(formula),
        relationships: relationship('rId1', 'table', '../tables/table1.xml'),
      },
      listSheet,
    ],
    workbook: `<definedNames>${names}</definedNames>`,
    parts: {
      'xl/tables/table1.xml':
        '<table xmlns="x" displayName="Scale" ref="B1:B3" totalsRowCount="0"><tableColumns><tableColumn name="Level"/></tableColumns></table>',
    },
  });
  return (await readQuietly(bytes, 'file.xlsx')).grids[0]?.validations[0]?.options;
}

test('options written inline are trimmed and keep their order', async () => {
  expect(await options('"Yes, No ,N/A"')).toEqual(['Yes', 'No', 'N/A']);
});

test('options standing on another sheet are found through ranges, names and INDIRECT', async () => {
  expect(await options("'My Lists'!$A$1:$A$3")).toEqual(['Yes', 'No']);
  expect(await options("'My Lists'!$A$1:$B$1")).toEqual(['Yes', 'Low']);
  expect(await options("'My Lists'!$A:$A")).toEqual(['Yes', 'No']);
  expect(
    await options('INDIRECT("Answers")', '<definedName name="answers">\'My Lists\'!$B$1:$B$2</definedName>'),
  ).toEqual(['Low', 'High']);
});

test('a name local to the sheet wins over one of the workbook', async () => {
  const names = `<definedName name="L">'My Lists'!$A$1:$A$2</definedName><definedName name="L" localSheetId="0">'My Lists'!$B$1:$B$2</definedName>`;
  expect(await options('L', names)).toEqual(['Low', 'High']);
});

test('lists that would have to be calculated, or stand in another workbook, have no options', async () => {
  expect(await options('OFFSET(A1,0,0,3,1)')).toBeNull();
  expect(await options("'[1]Other'!$A$1:$A$3")).toBeNull();
  expect(await options("'My Lists'!$A$1:$B$2")).toBeNull();
  expect(await options('Loop', '<definedName name="Loop">Loop</definedName>')).toBeNull();
});

test('lists of the Excel 2010 extension read like plain ones', async () => {
  const extension = `<sheetData/><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="x14"><x14:dataValidations xmlns:xm="xm" count="1"><x14:dataValidation type="list" promptTitle="Pick" prompt="one_x000a_only"><x14:formula1><xm:f>'My Lists'!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>B2:B5 D7</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;
  const document = await readQuietly(
    makeWorkbook({ sheets: [{ name: 'Form', xml: extension }, listSheet] }),
    'file.xlsx',
  );
  expect(document.grids[0]?.validations).toEqual([
    {
      rects: [
        { top: 2, left: 2, bottom: 5, right: 2 },
        { top: 7, left: 4, bottom: 7, right: 4 },
      ],
      kind: 'list',
      options: ['Yes', 'No'],
      promptTitle: 'Pick',
      prompt: 'one\nonly',
      errorTitle: null,
      error: null,
      maxLength: null,
    },
  ]);
});

test('a validation over the whole sheet stays one rectangle', async () => {
  const xml =
    '<sheetData/><dataValidations><dataValidation type="textLength" operator="lessThan" sqref="A1:XFD1048576"><formula1>256</formula1></dataValidation></dataValidations>';
  const document = await readQuietly(makeWorkbook({ sheets: [{ name: 'Form', xml }] }), 'file.xlsx');
  expect(document.grids[0]?.validations).toMatchObject([
    { rects: [{ top: 1, left: 1, bottom: 1_048_576, right: 16_384 }], kind: 'textLength', maxLength: 255 },
  ]);
});

test('a table column in a formula gives the options of its data rows', async () => {
  const bytes = makeWorkbook({
    sheets: [
      { ...listSheet, name: 'Scales', relationships: relationship('rId1', 'table', '../tables/table1.xml') },
      { name: 'Form', xml: rule('INDIRECT("Scale[Low]")') },
    ],
    parts: {
      'xl/tables/table1.xml':
        '<table xmlns="x" displayName="Scale" ref="A1:B3"><tableColumns><tableColumn name="Yes"/><tableColumn name="Low"/></tableColumns></table>',
    },
  });
  expect((await readQuietly(bytes, 'file.xlsx')).grids[1]?.validations[0]?.options).toEqual(['High']);
});
