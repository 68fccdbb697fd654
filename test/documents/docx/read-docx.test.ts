import { describe, expect, test } from 'vitest';
import type { Grid, TextBlock } from '../../../contract/source-document.ts';
import { buildDocx, type DocxParts, formField, p, r, sdt, tbl, tc } from '../../support/build-docx.ts';
import { readQuietly } from '../../support/read-file.ts';

async function blocksOf(body: string, parts?: DocxParts) {
  return (await readQuietly(buildDocx(body, parts), 'form.docx')).blocks;
}

async function textsOf(body: string, parts?: DocxParts): Promise<string[]> {
  return (await blocksOf(body, parts)).map(block => (block.kind === 'table' ? 'table' : block.text));
}

async function first(body: string, parts?: DocxParts): Promise<TextBlock> {
  const block = (await blocksOf(body, parts))[0];
  if (!block || block.kind === 'table') throw new Error('The first block is no text');
  return block;
}

async function grid(body: string): Promise<Grid> {
  const block = (await blocksOf(body)).find(one => one.kind === 'table');
  if (block?.kind !== 'table') throw new Error('No table');
  return block.grid;
}

const heading =
  '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';

describe('text of a paragraph', () => {
  test('soft breaks, tabs and non-breaking hyphens are kept', async () => {
    const body =
      '<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>';
    expect(await textsOf(body)).toEqual(['a\nb\tc-d']);
  });

  test('tracked insertions are read, deletions are not, and a message says so', async () => {
    const body = `<w:p>${r('kept ')}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins>${r('new')}</w:ins></w:p>`;
    await expect(readQuietly(buildDocx(body), 'f.docx')).rejects.toThrow('tracked-changes');
  });

  test('links, smart tags and field results are text; field codes, notes and hidden runs are not', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>result</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const body = `<w:p><w:hyperlink>${r('link ')}</w:hyperlink><w:smartTag>${r('tag ')}</w:smartTag>${field}<w:r><w:footnoteReference w:id="1"/></w:r>${r('hidden', '<w:vanish/>')}</w:p>`;
    expect(await textsOf(body)).toEqual(['link tag result']);
  });

  test('alternate content is read once and text boxes after their paragraph', async () => {
    const box = `<w:txbxContent>${p('in the box')}</w:txbxContent>`;
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('anchor')}</w:p>${p('next')}`;
    const blocks = await blocksOf(body);
    expect(blocks.map(block => (block as TextBlock).text)).toEqual(['anchor', 'in the box', 'next']);
    expect(blocks.map(block => block.at)).toEqual([{ paragraph: 0 }, { paragraph: 2 }, { paragraph: 1 }]);
  });

  test('strict documents read like transitional ones', async () => {
    expect(
      await textsOf(p('strict'), { namespace: 'http://purl.oclc.org/ooxml/wordprocessingml/main' }),
    ).toEqual(['strict']);
  });

  test('headings are known by the style name Word never translates', async () => {
    const block = await first(p('Zugriff', '<w:pStyle w:val="berschrift1"/>'), { styles: heading });
    expect(block).toMatchObject({ kind: 'heading', level: 1, text: 'Zugriff' });
  });

  test('a table of contents has places but is not text', async () => {
    const toc = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>';
    const blocks = await blocksOf(p('Scope 3', '<w:pStyle w:val="T1"/>') + p('Scope'), { styles: toc });
    expect(blocks.map(block => block.at)).toEqual([{ paragraph: 1 }]);
  });
});

describe('automatic numbering', () => {
  const level = (at: number, format: string, pattern: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}${level(2, 'lowerLetter', '%3)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
  const item = (text: string, ilvl: number, numId = 1) =>
    p(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`);

  test('numbers are shown as Word shows them, restarting below a higher level', async () => {
    const body =
      item('a', 0) +
      item('b', 1) +
      item('c', 2) +
      item('d', 2) +
      item('e', 1) +
      item('f', 2) +
      item('g', 0) +
      item('h', 1);
    const blocks = (await blocksOf(body, { numbering })) as TextBlock[];
    expect(blocks.map(block => block.marker)).toEqual(['1.', '1.1', 'a)', 'b)', '1.2', 'a)', '2.', '2.1']);
    expect(blocks[2]).toMatchObject({ kind: 'item', level: 2 });
  });

  test('a list that overrides its start begins there', async () => {
    const blocks = (await blocksOf(item('a', 0) + item('b', 0, 2) + item('c', 0, 2), {
      numbering,
    })) as TextBlock[];
    expect(blocks.map(block => block.marker)).toEqual(['1.', '5.', '6.']);
  });

  test('a number in a table cell is part of what the cell shows', async () => {
    const body = tbl([tc(item('', 0)), tc(p('Question'))], [tc(item('', 0)), tc(p('Other'))]);
    const table = (await blocksOf(body, { numbering }))[0];
    if (table?.kind !== 'table') throw new Error('No table');
    expect(table.grid.cells.map(cell => cell.text)).toEqual(['1.', 'Question', '2.', 'Other']);
  });
});

describe('tables', () => {
  test('spans become merges and later cells keep their grid column', async () => {
    const table = await grid(
      tbl(
        [tc(p('wide'), '<w:gridSpan w:val="2"/>'), tc(p('c'))],
        [tc(p('tall'), '<w:vMerge w:val="restart"/>'), tc(p('b1')), tc(p('c1'))],
        [tc(p(''), '<w:vMerge/>'), tc(p('b2')), tc(p('c2'))],
      ),
    );
    expect(table.cells.map(cell => [cell.row, cell.column, cell.text])).toEqual([
      [1, 1, 'wide'],
      [1, 3, 'c'],
      [2, 1, 'tall'],
      [2, 2, 'b1'],
      [2, 3, 'c1'],
      [3, 2, 'b2'],
      [3, 3, 'c2'],
    ]);
    expect(table.merges).toEqual([
      { top: 1, left: 1, bottom: 1, right: 2 },
      { top: 2, left: 1, bottom: 3, right: 1 },
    ]);
  });

  test('direct tables are counted first, nested ones after all of them', async () => {
    const body = tbl([tc(tbl([tc(p('inner'))]) + p('outer'))]) + p('between') + tbl([tc(p('second'))]);
    const blocks = await blocksOf(body);
    const tables = blocks.flatMap(block =>
      block.kind === 'table' ? [[block.grid.index, block.grid.cells[0]?.text]] : [],
    );
    expect(tables).toEqual([
      [0, 'outer'],
      [2, 'inner'],
      [1, 'second'],
    ]);
  });

  test('rows and cells wrapped in content controls count like others', async () => {
    const row = (text: string) => `<w:tr>${tc(p(text))}</w:tr>`;
    const body = `<w:tbl>${row('a')}${sdt('', row('b'))}<w:tr>${sdt('<w:text/>', tc(p('c')))}</w:tr></w:tbl>`;
    const table = await grid(body);
    expect(table.cells.map(cell => [cell.row, cell.text])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ]);
    expect(table.cells[2]?.fields).toMatchObject([{ kind: 'text', via: 'sdt', value: 'c' }]);
  });
});

describe('form controls', () => {
  test('a prompt is the value of its control and not text of the document', async () => {
    const block = await first(
      `<w:p>${r('Name: ')}${sdt('<w:alias w:val="Who"/><w:showingPlcHdr/><w:text/>', r('Click here'))}</w:p>`,
    );
    expect(block.text).toBe('Name: ');
    expect(block.fields).toMatchObject([
      { kind: 'text', name: 'Who', value: 'Click here', placeholder: true, offset: 6 },
    ]);
  });

  test('a drop-down offers its shown words without the prompt entry', async () => {
    const list =
      '<w:dropDownList><w:listItem w:displayText="Choose an item." w:value=""/><w:listItem w:displayText="Yes" w:value="1"/><w:listItem w:value="No"/></w:dropDownList>';
    const block = await first(`<w:p>${sdt(`<w:showingPlcHdr/>${list}`, r('Choose an item.'))}</w:p>`);
    expect(block.fields[0]).toMatchObject({ kind: 'dropdown', options: ['Yes', 'No'], placeholder: true });
  });

  test('check boxes know their state and the words beside them, on either side', async () => {
    const box = (on: number) =>
      sdt(`<w14:checkbox><w14:checked w14:val="${on}"/></w14:checkbox>`, r(on ? '☒' : '☐'));
    const after = await first(`<w:p>${box(1)}${r(' Yes ')}${box(0)}${r(' Not applicable')}</w:p>`);
    expect(after.fields.map(field => [field.option, field.checked])).toEqual([
      ['Yes', true],
      ['Not applicable', false],
    ]);
    const before = await first(`<w:p>${r('Is data encrypted? Yes ')}${box(0)}${r(' No ')}${box(0)}</w:p>`);
    expect(before.fields.map(field => field.option)).toEqual(['Yes', 'No']);
  });

  test('legacy fields of all three kinds are read', async () => {
    const body = `<w:p>${formField('FORMTEXT', '<w:name w:val="Text1"/><w:textInput><w:maxLength w:val="20"/></w:textInput>', r('     '))}</w:p><w:p>${formField('FORMCHECKBOX', '<w:checkBox><w:default w:val="1"/></w:checkBox>')}${r(' Planned')}</w:p><w:p>${formField('FORMDROPDOWN', '<w:ddList><w:listEntry w:val="Yes"/><w:listEntry w:val="No"/></w:ddList>')}</w:p>`;
    const blocks = (await blocksOf(body)) as TextBlock[];
    expect(blocks.map(block => block.fields[0])).toMatchObject([
      { kind: 'text', name: 'Text1', value: '', placeholder: true, maxLength: 20 },
      { kind: 'checkbox', checked: true, option: 'Planned' },
      { kind: 'dropdown', options: ['Yes', 'No'], placeholder: true },
    ]);
  });

  test('typed boxes and blanks are fields, also when the blank is underlined white space', async () => {
    const typed = await first(p('Encrypted? Yes ☐ No ☐ Since ____'));
    expect(typed.fields.map(field => [field.kind, field.via])).toEqual([
      ['checkbox', 'symbol'],
      ['checkbox', 'symbol'],
      ['blank', 'underline'],
    ]);
    const underlined = await first(
      `<w:p>${r('Name: ')}<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:tab/></w:r></w:p>`,
    );
    expect(underlined.text).toBe('Name: ____');
    expect(underlined.fields).toMatchObject([{ kind: 'blank', offset: 6 }]);
  });

  test('a control around other controls only wraps them', async () => {
    const inner = sdt('<w:text/>', r('a'));
    const block = await first(`<w:p>${sdt('<w:alias w:val="Outer"/>', inner)}</w:p>`);
    expect(block.fields.map(field => field.kind)).toEqual(['text']);
  });
});
