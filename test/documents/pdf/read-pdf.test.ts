import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Block, TextBlock } from '../../../contract/source-document.ts';
import { defaultLimits } from '../../../documents/limits.ts';
import { readDocument } from '../../../documents/registry.ts';
import { buildPdf, type PdfPen } from '../../support/build-pdf.ts';
import { readQuietly } from '../../support/read-file.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/documents');

async function blocksOf(draw: (pen: PdfPen) => void): Promise<Block[]> {
  return (await readQuietly(await buildPdf(draw), 'file.pdf')).blocks;
}

function shape(blocks: readonly Block[]): string[] {
  return blocks.map(block => {
    const at = 'page' in block.at ? `${block.at.page}:${block.at.line}` : '?';
    if (block.kind === 'table') return `table ${at} ${block.grid.cells.map(cell => cell.text).join('|')}`;
    return `${block.kind} ${block.marker ?? '.'} ${at} ${block.text}`;
  });
}

const long = 'All customer data is encrypted at rest with keys that are kept in a managed';

describe('lines to text', () => {
  test('wrapped lines are one paragraph, a short line ends it', async () => {
    const blocks = await blocksOf(pen => {
      pen.text(long, 60, 100);
      pen.text('service and rotated every year.', 60, 114);
      pen.text('Access is reviewed.', 60, 128);
      pen.text(long, 60, 142);
    });
    expect(shape(blocks)).toEqual([
      `paragraph . 1:1 ${long} service and rotated every year.`,
      'paragraph . 1:3 Access is reviewed.',
      `paragraph . 1:4 ${long}`,
    ]);
  });

  test('larger and bold lines are headings, numbered lines are items with their number', async () => {
    const blocks = await blocksOf(pen => {
      pen.text('Security policy', 60, 80, { size: 20 });
      pen.text('Access', 60, 120, { bold: true });
      pen.text('1.', 60, 140);
      pen.text('Is MFA required?', 80, 140);
      pen.text('2.', 60, 160);
      pen.text('Who reviews access?', 80, 160);
    });
    expect(shape(blocks)).toEqual([
      'heading . 1:1 Security policy',
      'heading . 1:2 Access',
      'item 1. 1:3 Is MFA required?',
      'item 2. 1:4 Who reviews access?',
    ]);
    expect((blocks as TextBlock[]).map(block => block.level)).toEqual([1, 2, 0, 0]);
  });

  test('a sentence that a page break cuts is whole again', async () => {
    const blocks = await blocksOf(pen => {
      pen.text(long, 60, 780);
      pen.nextPage();
      pen.text('service. Keys are rotated.', 60, 60);
    });
    expect(shape(blocks)).toEqual([`paragraph . 1:1 ${long} service. Keys are rotated.`]);
  });

  test('page headers, footers and page numbers are left out', async () => {
    const blocks = await blocksOf(pen => {
      for (const number of [1, 2, 3]) {
        if (number > 1) pen.nextPage();
        pen.text('Acme confidential', 60, 30);
        pen.text(`Statement number ${number} of the policy stands here.`, 60, 300);
        pen.text(`Page ${number} of 3`, 280, 820);
      }
    });
    expect(shape(blocks).map(line => line.replace(/^.*? \d:\d /, ''))).toEqual(
      [1, 2, 3].map(n => `Statement number ${n} of the policy stands here.`),
    );
  });

  test('two columns of prose are read one after the other', async () => {
    const left = [
      'Our staff are trained when they join',
      'and every year after that, and the',
      'training is tested with a short quiz',
      'that everybody has to pass in time.',
    ];
    const right = [
      'Backups are taken every night and are',
      'kept for thirty days in a second place',
      'that is at least two hundred miles off',
      'and that only two people may enter.',
    ];
    const blocks = await blocksOf(pen => {
      for (const [row, words] of left.entries()) pen.text(words, 60, 100 + row * 14);
      for (const [row, words] of right.entries()) pen.text(words, 320, 100 + row * 14);
    });
    expect(shape(blocks)).toEqual([
      `paragraph . 1:1 ${left.join(' ')}`,
      `paragraph . 1:5 ${right.join(' ')}`,
    ]);
  });

  test('text at an angle, such as a watermark, is not read', async () => {
    const blocks = await blocksOf(pen => {
      pen.text('DRAFT', 200, 400, { size: 60, turn: 45 });
      pen.text('Readable text.', 60, 100);
    });
    expect(shape(blocks)).toEqual(['paragraph . 1:1 Readable text.']);
  });
});

describe('tables and blanks', () => {
  test('a ruled table is a grid with its empty cells, rows known by line', async () => {
    const [table] = await blocksOf(pen =>
      pen.table(
        [
          ['No.', 'Question', 'Answer'],
          ['1', 'Is MFA required?', ''],
          ['2', 'Since when?', ''],
        ],
        60,
        100,
        [40, 300, 120],
      ),
    );
    if (table?.kind !== 'table') throw new Error('No table');
    expect(table.grid.cells.map(cell => cell.text)).toEqual([
      'No.',
      'Question',
      'Answer',
      '1',
      'Is MFA required?',
      '',
      '2',
      'Since when?',
      '',
    ]);
    expect(table.rowPlaces).toEqual([1, 2, 3].map(line => ({ page: 1, line })));
  });

  test('a table that goes on over a page is one grid without the repeated header', async () => {
    const header = ['Question', 'Answer'];
    const blocks = await blocksOf(pen => {
      pen.table([header, ['First?', '']], 60, 700, [300, 160]);
      pen.nextPage();
      pen.table([header, ['Second?', '']], 60, 60, [300, 160]);
    });
    expect(shape(blocks)).toEqual(['table 1:1 Question|Answer|First?||Second?|']);
    expect(blocks[0]?.kind === 'table' && blocks[0].rowPlaces).toEqual([
      { page: 1, line: 1 },
      { page: 1, line: 2 },
      { page: 2, line: 2 },
    ]);
  });

  test('columns that line up without rules are a grid too', async () => {
    const rows = [
      ['Control', 'Owner', 'Review'],
      ['Access', 'IT', 'quarterly'],
      ['Backup', 'Operations', 'monthly'],
      ['Vendors', 'Legal', 'yearly'],
    ];
    const blocks = await blocksOf(pen => {
      for (const [row, words] of rows.entries())
        for (const [column, word] of words.entries()) pen.text(word, 60 + column * 150, 100 + row * 18);
    });
    expect(shape(blocks)).toEqual([`table 1:1 ${rows.flat().join('|')}`]);
  });

  test('labelled blanks on one line are two places', async () => {
    const blocks = await blocksOf(pen => pen.text('Phone: __________ Fax: __________', 60, 100));
    expect(shape(blocks)).toEqual(['paragraph . 1:1 Phone: __________', 'paragraph . 1:2 Fax: __________']);
    expect((blocks[0] as TextBlock).fields).toMatchObject([{ kind: 'blank', offset: 7 }]);
  });

  test('room to the right and below is given in points', async () => {
    const [first] = (await blocksOf(pen => {
      pen.text('Is MFA required?', 60, 100);
      pen.text('Is access reviewed?', 60, 160);
    })) as TextBlock[];
    expect(first?.room?.right).toBeGreaterThan(300);
    expect(first?.room?.below).toBeGreaterThan(40);
    expect(first?.room?.below).toBeLessThan(60);
  });
});

describe('form fields', () => {
  test('fields belong to the text beside them, boxes know their words', async () => {
    const [name, choice] = (await blocksOf(pen => {
      pen.text('Company name', 60, 100);
      pen.form
        .createTextField('company')
        .addToPage(pen.page, { x: 160, y: 842 - 105, width: 200, height: 18 });
      pen.text('Is MFA required?', 60, 150);
      pen.text('Yes', 222, 150);
      pen.text('No', 292, 150);
      const group = pen.form.createRadioGroup('mfa');
      group.addOptionToPage('yes', pen.page, { x: 205, y: 842 - 152, width: 12, height: 12 });
      group.addOptionToPage('no', pen.page, { x: 275, y: 842 - 152, width: 12, height: 12 });
    })) as TextBlock[];
    expect(name).toMatchObject({
      text: 'Company name',
      fields: [{ kind: 'text', via: 'acroform', name: 'company', value: '' }],
    });
    expect(choice?.fields.map(field => [field.name, field.option, field.checked])).toEqual([
      ['mfa', 'Yes', false],
      ['mfa', 'No', false],
    ]);
  });

  test('a drop-down offers its options and a field in a table belongs to its cell', async () => {
    const [table] = await blocksOf(pen => {
      pen.table(
        [
          ['Question', 'Answer'],
          ['Is data encrypted?', ''],
        ],
        60,
        100,
        [300, 160],
      );
      const list = pen.form.createDropdown('encrypted');
      list.setOptions(['Yes', 'No']);
      list.addToPage(pen.page, { x: 364, y: 842 - 155, width: 100, height: 16 });
    });
    if (table?.kind !== 'table') throw new Error('No table');
    expect(table.grid.cells[3]?.fields).toMatchObject([
      { kind: 'dropdown', name: 'encrypted', options: ['Yes', 'No'] },
    ]);
  });
});

describe('files that cannot be read', () => {
  test('a password is asked for in words that say what to do', async () => {
    const outcome = await readDocument(readFileSync(join(fixtures, 'password.pdf')), 'password.pdf');
    expect(outcome).toMatchObject({ ok: false, error: { code: 'file-encrypted' } });
  });

  test('a PDF that only restricts changes is read', async () => {
    const { blocks } = await readQuietly(readFileSync(join(fixtures, 'restricted.pdf')), 'restricted.pdf');
    expect(shape(blocks)).toEqual(['paragraph . 1:1 A page behind a password.']);
  });

  test('a cut-off or false PDF gives a message, not a crash', async () => {
    const bytes = await buildPdf(pen => pen.text('x', 60, 100));
    for (const broken of [bytes.subarray(0, 200), new TextEncoder().encode('%PDF-1.7\nnothing')])
      expect(await readDocument(broken, 'broken.pdf')).toMatchObject({
        ok: false,
        error: { code: 'file-unreadable' },
      });
  });

  test('more pages than the bound are refused by name', async () => {
    const bytes = await buildPdf(pen => pen.nextPage());
    const outcome = await readDocument(bytes, 'long.pdf', { ...defaultLimits, pages: 1 });
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: 'file-too-large', params: { bound: 'pages' } },
    });
  });
});
