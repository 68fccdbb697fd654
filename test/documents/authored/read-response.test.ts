import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../contract/source-document.ts';
import { readResponse } from '../../../documents/authored/read-response.ts';
import type { Response, ResponseItem } from '../../../documents/authored/response.ts';
import { writeResponse } from '../../../documents/authored/write-response.ts';
import { readQuietly } from '../../support/read-file.ts';

const source = { document: 'policy.md', section: 'Access', place: 'line 9', quote: 'MFA is required.' };
const item = (part: Partial<ResponseItem>): ResponseItem => ({
  ref: null,
  section: null,
  question: 'Is MFA required?',
  choice: null,
  answer: '',
  sources: [],
  ...part,
});

async function writtenAndRead(items: ResponseItem[]) {
  const response: Response = {
    title: 'Answers to form.xlsx',
    facts: [],
    unanswered: 'No answer given.',
    items,
  };
  return readResponse(await readQuietly(await writeResponse(response), 'response.docx'));
}

const withoutSources = ({ sources: _, ...rest }: ResponseItem) => rest;

describe('a response of ours read back', () => {
  it.each([
    [
      'a number, a choice, words and sources',
      { ref: '1.1', choice: 'Yes', answer: 'For all staff.', sources: [source] },
    ],
    ['a choice alone, and its sources', { choice: 'Partially compliant', sources: [source, source] }],
    ['words alone', { answer: 'Every quarter.\nBy the owner of the system.' }],
    ['words that say the choice again', { choice: 'Yes', answer: 'Yes, for all staff.' }],
    ['words that begin like a source', { answer: 'Source: the register of assets.' }],
    ['words that are the sentence for no answer', { answer: 'No answer given.' }],
    [
      'a statement without a question mark',
      { ref: 'CC6-1', question: 'Access is removed on the last day', choice: 'No' },
    ],
    [
      'a question of two lines',
      { question: 'Are backups kept?\nIf so, where?', answer: 'In another region.' },
    ],
  ] satisfies [string, Partial<ResponseItem>][])('keeps %s', async (_, part) => {
    const other = item({
      question: 'Are logs kept?',
      choice: 'Yes',
      answer: 'For a year.',
      sources: [source],
    });
    expect(await writtenAndRead([item(part), other])).toEqual([item(part), other].map(withoutSources));
  });

  it('keeps the section, and leaves out what was not answered', async () => {
    const items = [
      item({ section: 'Access', answer: 'One.' }),
      item({ section: 'Access' }),
      item({ section: 'Backups', choice: 'No' }),
    ];
    expect(await writtenAndRead(items)).toEqual(
      [items[0], items[2]].flatMap(one => (one ? [withoutSources(one)] : [])),
    );
  });

  it('keeps any words', async () => {
    const word = fc.constantFrom(
      'Yes',
      'No',
      'Source:',
      'data',
      '1.2',
      'A > B',
      '“kept”',
      '—',
      '(Yes/No)',
      '暗号化',
      '=1+1',
    );
    const words = fc.array(word, { minLength: 1, maxLength: 5 }).map(list => list.join(' '));
    const any = fc.record({
      ref: fc.option(words),
      question: words,
      choice: fc.option(words),
      answer: fc.oneof(
        fc.constant(''),
        words,
        fc.tuple(words, words).map(list => list.join('\n')),
      ),
      sources: fc.constantFrom([], [source], [source, source]),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(any, { minLength: 1, maxLength: 4 }), async list => {
        const items = list.map(part => item(part));
        const answered = items.filter(({ choice, answer }) => choice !== null || answer !== '');
        expect(await writtenAndRead(items)).toEqual(answered.map(withoutSources));
      }),
      { numRuns: 40 },
    );
  });
});

it('takes no other document for one of ours', async () => {
  const plain = {
    format: 'docx' as const,
    name: 'a.docx',
    title: null,
    grids: [],
    messages: [],
  } satisfies Omit<SourceDocument, 'blocks'>;
  expect(readResponse({ ...plain, blocks: [] })).toBeNull();
  const ours = await readQuietly(
    await writeResponse({ title: 'Answers', facts: [], unanswered: '', items: [item({ choice: 'Yes' })] }),
    'response.docx',
  );
  const unframed = ours.blocks.map(block =>
    block.kind === 'table'
      ? { ...block, grid: { ...block.grid, cells: block.grid.cells.map(cell => ({ ...cell, look: {} })) } }
      : block,
  );
  expect(readResponse(ours)).not.toBeNull();
  expect(readResponse({ ...ours, blocks: unframed })).toBeNull();
  expect(readResponse({ ...ours, blocks: ours.blocks.slice(-1) })).toBeNull();
});
