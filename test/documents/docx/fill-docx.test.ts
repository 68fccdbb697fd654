import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { FillEntry } from '../../../contract/fill.ts';
import { findQuestions } from '../../../documents/find/find-questions.ts';
import { fillDocument, readDocument } from '../../../documents/registry.ts';
import { buildDocx, formField, p, r, sdt, tbl, tc } from '../../support/build-docx.ts';
import { fill, must } from '../../support/read-file.ts';

const name = 'form.docx';

function xmlOf(bytes: Uint8Array): string {
  const text = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  return text.slice(text.indexOf('<w:body>') + 8, text.indexOf('<w:sectPr/>'));
}

/** The body after filling; the receipt must hold with nothing refused. */
async function filled(body: string, ...entries: FillEntry[]): Promise<string> {
  const { bytes, receipt } = await fill(buildDocx(body), entries, name);
  expect(receipt.refused).toEqual([]);
  expect(receipt.holds).toBe(true);
  return xmlOf(bytes);
}

async function refusal(body: string, entry: FillEntry): Promise<string | undefined> {
  const { receipt } = await fill(buildDocx(body), [entry], name);
  return receipt.refused[0]?.code;
}

const say = (value: string, at: FillEntry['at'] = { paragraph: 0 }): FillEntry => ({
  at,
  role: 'text',
  value,
});

describe('writing words', () => {
  test('an empty paragraph takes a run with the formatting of its mark, lines as breaks', async () => {
    const body = '<w:p><w:pPr><w:rPr><w:sz w:val="20"/></w:rPr></w:pPr></w:p>';
    expect(await filled(body, say('one\ntwo <&>'))).toBe(
      '<w:p><w:pPr><w:rPr><w:sz w:val="20"/></w:rPr></w:pPr><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">one</w:t><w:br/><w:t xml:space="preserve">two &lt;&amp;&gt;</w:t></w:r></w:p>',
    );
  });

  test('a paragraph that closes itself is opened, and nothing else moves', async () => {
    expect(await filled(`<w:p w:x="1"/>${p('b')}`, say('a'))).toBe(
      `<w:p w:x="1"><w:r><w:t xml:space="preserve">a</w:t></w:r></w:p>${p('b')}`,
    );
  });

  test('places count the cells of a row, however many columns each spans', async () => {
    const question = tc(p('Question?'), '<w:gridSpan w:val="3"/>');
    const goesOn = tc(p(''), '<w:vMerge/>');
    const first = [tc(p('Head'), '<w:vMerge w:val="restart"/>'), question, tc(p(''))];
    const body = tbl(first, [goesOn, question, tc(p(''))]);
    const { blocks } = must(await readDocument(buildDocx(body), name));
    const { questions } = findQuestions(must(await readDocument(buildDocx(body), name)));
    expect(blocks[0]).toMatchObject({ grid: { columns: 5, cellStarts: { 1: [1, 2, 5], 2: [1, 2, 5] } } });
    const at = { table: 0, row: 1, cell: 2 };
    expect(questions.map(({ slots }) => slots[0]?.at)).toEqual([{ ...at, row: 0 }, at]);
    const out = await filled(body, say('Yes', at));
    expect(out.endsWith('<w:r><w:t xml:space="preserve">Yes</w:t></w:r></w:p></w:tc></w:tr></w:tbl>')).toBe(
      true,
    );
  });

  test('an empty cell is filled and its neighbours are not touched', async () => {
    const row = [tc(p('Question')), tc(p(''))];
    expect(await filled(tbl(row), say('Yes', { table: 0, row: 0, cell: 1 }))).toBe(
      tbl([tc(p('Question')), tc(p('Yes'))]),
    );
  });

  test('after a label the answer follows on the line, without its bold', async () => {
    const body = `<w:p>${r('Responsible Role:', '<w:b/>')}</w:p>`;
    expect(await filled(body, say('CISO'))).toBe(
      `<w:p>${r('Responsible Role:', '<w:b/>')}<w:r><w:t xml:space="preserve"> </w:t><w:t xml:space="preserve">CISO</w:t></w:r></w:p>`,
    );
  });

  test('a question is never overwritten; the answer goes below it', async () => {
    const question = 'Do you encrypt customer data at rest and in transit?';
    expect(await filled(p(question), say('Yes'))).toContain(
      `${question}</w:t></w:r><w:r><w:br/><w:t xml:space="preserve">Yes`,
    );
  });

  test('what the caller says gives way, and a typed prompt does too', async () => {
    const entry = { ...say('Daily'), replaces: 'Weekly' };
    expect(await filled(p('Weekly'), entry)).toBe(p('Daily'));
    expect(await filled(p('&lt;Company Name&gt;'), say('Acme'))).toBe(p('Acme'));
  });

  test('a former answer in several runs gives way whole, its bookmark stays', async () => {
    const body = `<w:p>${r('old ')}<w:bookmarkStart w:id="1" w:name="x"/>${r('answer', '<w:i/>')}<w:bookmarkEnd w:id="1"/></w:p>`;
    expect(await filled(body, { ...say('new'), replaces: 'old answer' })).toBe(
      `<w:p>${r('new')}<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/></w:p>`,
    );
  });

  test('blanks and boxes that share one run are changed together', async () => {
    const body = p('Name: ____ MFA? ☐ Yes ☐ No');
    const xml = await filled(body, say('Jo', { paragraph: 0, field: 0 }), {
      at: { paragraph: 0, field: 1 },
      role: 'mark',
      value: 'x',
      option: 'Yes',
    });
    expect(xml).toBe(p('Name: Jo MFA? ☒ Yes ☐ No'));
  });

  test('several demands in one paragraph are answered at the end of their lines', async () => {
    const body =
      '<w:p><w:r><w:t>Name:</w:t><w:br/><w:t>Is it tested? (Yes/No)</w:t><w:br/><w:t>Thanks</w:t></w:r></w:p>';
    const entries = [say('Jo', { paragraph: 0, field: 0 }), say('Yes', { paragraph: 0, field: 1 })];
    expect(await filled(body, ...entries)).toBe(
      '<w:p><w:r><w:t xml:space="preserve">Name: Jo</w:t><w:br/><w:t xml:space="preserve">Is it tested? (Yes/No) Yes</w:t><w:br/><w:t>Thanks</w:t></w:r></w:p>',
    );
  });

  test('a choice without a field finds the box with its words', async () => {
    const xml = await filled(p('☐ Yes ☐ No'), { at: { paragraph: 0 }, role: 'choice', value: 'No' });
    expect(xml).toBe(p('☐ Yes ☒ No'));
  });

  test('a box of a symbol font becomes the ticked box of that font', async () => {
    const body = `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>${r(' Planned')}</w:p>`;
    expect(await filled(body, { at: { paragraph: 0, field: 0 }, role: 'mark', value: 'x' })).toContain(
      '<w:sym w:font="Wingdings" w:char="F0FE"/>',
    );
  });
});

describe('setting content controls', () => {
  test('the prompt flag and the prompt style go, the text comes in', async () => {
    const body = `<w:p>${sdt('<w:showingPlcHdr/><w:text/>', r('Click here', '<w:rStyle w:val="PlaceholderText"/><w:i/>'))}</w:p>`;
    expect(await filled(body, say('Acme', { paragraph: 0, field: 0 }))).toBe(
      `<w:p>${sdt('<w:text/>', r('Acme', '<w:i/>'))}</w:p>`,
    );
  });

  test('a drop-down shows the words and remembers the value', async () => {
    const list = (last: string) =>
      `<w:dropDownList${last}><w:listItem w:displayText="Fully met" w:value="3"/></w:dropDownList>`;
    const body = `<w:p>${sdt(`<w:showingPlcHdr/>${list('')}`, r('Choose an item.'))}</w:p>`;
    const entry: FillEntry = { at: { paragraph: 0, field: 0 }, role: 'choice', value: 'fully met' };
    expect(await filled(body, entry)).toBe(`<w:p>${sdt(list(' w:lastValue="3"'), r('Fully met'))}</w:p>`);
    expect(await refusal(body, { ...entry, value: 'Maybe' })).toBe('not-an-option');
  });

  test('a check box changes its state and its glyph', async () => {
    const box = (on: number, glyph: string) =>
      sdt(
        `<w14:checkbox><w14:checked w14:val="${on}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/></w14:checkbox>`,
        r(glyph, '<w:rFonts w:ascii="MS Gothic"/>'),
      );
    const body = `<w:p>${box(0, '☐')}${r(' Yes')}</w:p>`;
    const entry: FillEntry = { at: { paragraph: 0, field: 0 }, role: 'mark', value: 'x', option: 'Yes' };
    expect(await filled(body, entry)).toBe(`<w:p>${box(1, '☒')}${r(' Yes')}</w:p>`);
    expect(await refusal(body, { ...entry, option: 'No' })).toBe('not-an-option');
  });

  test('a control around the paragraph of a cell is filled inside it', async () => {
    const cell = (inside: string, plc: string) => tbl([tc(sdt(`${plc}<w:text/>`, p(inside)))]);
    expect(
      await filled(
        cell('Type here', '<w:showingPlcHdr/>'),
        say('Yes', { table: 0, row: 0, cell: 0, field: 0 }),
      ),
    ).toBe(cell('Yes', ''));
  });

  test('a locked control is refused', async () => {
    const body = `<w:p>${sdt('<w:lock w:val="contentLocked"/><w:text/>', r('fixed'))}</w:p>`;
    expect(await refusal(body, say('x', { paragraph: 0, field: 0 }))).toBe('locked');
  });

  test('a date control keeps the date as a value when it is one', async () => {
    const body = `<w:p>${sdt('<w:date w:fullDate="2020-01-01T00:00:00Z"><w:lid w:val="en"/></w:date>', r('1 Jan'))}</w:p>`;
    const at = { paragraph: 0, field: 0 };
    expect(await filled(body, say('2026-03-01', at))).toContain('w:fullDate="2026-03-01T00:00:00Z"');
    expect(await filled(body, say('next spring', at))).toContain('<w:date><w:lid');
  });
});

describe('setting legacy form fields', () => {
  test('text replaces the result, in its run', async () => {
    const field = (result: string) =>
      `<w:p>${formField('FORMTEXT', '<w:textInput><w:maxLength w:val="9"/></w:textInput>', r(result))}</w:p>`;
    expect(await filled(field('     '), say('Acme', { paragraph: 0, field: 0 }))).toBe(field('Acme'));
    expect(await refusal(field('     '), say('far too long', { paragraph: 0, field: 0 }))).toBe('too-long');
  });

  test('a check box is ticked in its data, where Word keeps it', async () => {
    const field = (mark: string) =>
      `<w:p>${formField('FORMCHECKBOX', `<w:checkBox><w:sizeAuto/><w:default w:val="0"/>${mark}</w:checkBox>`)}</w:p>`;
    expect(await filled(field(''), { at: { paragraph: 0, field: 0 }, role: 'mark', value: 'x' })).toBe(
      field('<w:checked/>'),
    );
  });

  test('a drop-down keeps the number of its entry', async () => {
    const list = (result: string) =>
      `<w:p>${formField('FORMDROPDOWN', `<w:ddList>${result}<w:listEntry w:val="Yes"/><w:listEntry w:val="No"/></w:ddList>`)}</w:p>`;
    expect(await filled(list(''), { at: { paragraph: 0, field: 0 }, role: 'choice', value: 'No' })).toBe(
      list('<w:result w:val="1"/>'),
    );
  });
});

describe('the receipt', () => {
  test('other parts keep their bytes and the structure is counted', async () => {
    const bytes = buildDocx(tbl([tc(p('Q')), tc(p(''))]), {
      more: { 'word/media/x.png': 'not really', 'customXml/item1.xml': '<a/>' },
    });
    const { receipt } = await fill(bytes, [say('A', { table: 0, row: 0, cell: 1 })], name);
    expect(receipt.partsChanged).toEqual([{ name: 'word/document.xml', cells: 1, outsideUnchanged: true }]);
    expect(receipt.partsUnchanged).toContain('word/media/x.png');
    expect(receipt.before).toEqual(receipt.after);
  });

  test('places that do not exist and second answers to one place are refused, the rest is written', async () => {
    const { receipt } = await fill(
      buildDocx(p('')),
      [say('a'), say('b'), say('c', { paragraph: 9 }), say('d', { sheet: 'S', cell: 'A1' })],
      name,
    );
    expect(receipt.written).toHaveLength(1);
    expect(receipt.refused.map(one => one.code)).toEqual(['overlap', 'no-such-place', 'no-such-place']);
  });

  test('the same fill twice gives the same bytes', async () => {
    const once = await fill(buildDocx(p('')), [say('a')], name);
    const again = await fill(buildDocx(p('')), [say('a')], name);
    expect(once.receipt.filledSha256).toBe(again.receipt.filledSha256);
  });
});

test('whatever the document, filled places read back and every other place reads as before', async () => {
  const words = fc.stringMatching(/^[A-Za-z ,.]{0,12}$/);
  const content = fc.oneof(
    words.map(text => p(text)),
    words.map(text => `<w:p>${sdt('<w:showingPlcHdr/><w:text/>', r(`${text}prompt`))}</w:p>`),
    words.map(text => `<w:p>${r(text)}${formField('FORMTEXT', '<w:textInput/>', r('     '))}</w:p>`),
    words.map(text => p(`${text}: ____`)),
    fc.constant('<w:p/>'),
  );
  const table = fc
    .array(
      fc.array(content, { minLength: 1, maxLength: 2 }).map(cells => cells.map(cell => tc(cell))),
      { minLength: 1, maxLength: 2 },
    )
    .map(rows => tbl(...rows));
  const body = fc
    .array(fc.oneof(content, table), { minLength: 1, maxLength: 6 })
    .map(parts => parts.join(''));
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constant('a\nb'),
    fc.constant('=1+1'),
  );
  await fc.assert(
    fc.asyncProperty(body, fc.array(fc.tuple(fc.nat(), value), { maxLength: 3 }), async (xml, picks) => {
      const bytes = buildDocx(xml);
      const places = placesOf(must(await readDocument(bytes, name)));
      const entries = [...new Map(picks.map(([n, text]) => [n % places.length, text]))].map(([n, text]) => ({
        at: places[n]?.at ?? { paragraph: 0 },
        value: text,
        places: n,
      }));
      const outcome = must(
        await fillDocument(
          bytes,
          name,
          entries.map(({ at, value }) => say(value, at)),
        ),
      );
      const after = placesOf(must(await readDocument(outcome.bytes, name)));
      expect(after.length).toBe(places.length);
      const touched = new Set(entries.map(entry => entry.places));
      for (const [n, place] of places.entries()) if (!touched.has(n)) expect(after[n]?.text).toBe(place.text);
      expect(outcome.receipt.written.length + outcome.receipt.refused.length).toBe(entries.length);
    }),
    { numRuns: 60 },
  );
});

function placesOf(document: {
  blocks: readonly import('../../../contract/source-document.ts').Block[];
}): { at: FillEntry['at']; text: string }[] {
  return document.blocks.flatMap<{ at: FillEntry['at']; text: string }>(block =>
    block.kind === 'table'
      ? block.grid.cells.map(cell => ({
          at: { table: block.grid.index, row: cell.row - 1, cell: cell.column - 1 },
          text: cell.text,
        }))
      : [{ at: block.at, text: block.text }],
  );
}
