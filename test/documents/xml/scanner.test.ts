import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../../contract/outcome.ts';
import { defaultLimits, startBudget } from '../../../documents/limits.ts';
import { decodeXml, encodeXml, roundTrips } from '../../../documents/xml/encoding.ts';
import { decodeXstring, encodeXstring, escapeText, unescapeText } from '../../../documents/xml/escape.ts';
import { readXml } from '../../../documents/xml/sax.ts';
import { splice } from '../../../documents/xml/splice.ts';
import { streamXml } from '../../../documents/xml/stream.ts';
import { attributesOf, nextTag } from '../../../documents/xml/tags.ts';
import { parseTree } from '../../../documents/xml/tree.ts';

const budget = () => startBudget({ ...defaultLimits, xmlDepth: 50 });

function allTags(text: string): string[] {
  const found: string[] = [];
  for (let tag = nextTag(text, 0); tag; tag = nextTag(text, tag.end)) found.push(`${tag.kind} ${tag.name}`);
  return found;
}

test('tags are found past comments, CDATA, instructions and quoted angle brackets', () => {
  expect(
    allTags('<?xml version="1.0"?><!-- <no> --><a x="1>2" y=\'"/>\'><![CDATA[<no/>]]><b:c /></a>'),
  ).toEqual(['open a', 'empty b:c', 'close a']);
});

test('attributes are unescaped and keep names with a prefix', () => {
  const text = '<a r:id = "x" t=\'a &amp; "b" &#233;\'/>';
  const tag = nextTag(text, 0);
  expect(tag && [...attributesOf(text, tag)]).toEqual([
    ['r:id', 'x'],
    ['t', 'a & "b" é'],
  ]);
});

test('the tree knows the span of every element', () => {
  const text = '<a><b>one</b><c/><b><d>two</d></b></a>';
  const root = parseTree(text, budget());
  expect(root?.children.map(({ start, end }) => text.slice(start, end))).toEqual([
    '<b>one</b>',
    '<c/>',
    '<b><d>two</d></b>',
  ]);
  expect(root?.children.map(({ innerStart, innerEnd }) => text.slice(innerStart, innerEnd))).toEqual([
    'one',
    '',
    '<d>two</d>',
  ]);
});

const { tree } = fc.letrec(tie => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      'text',
      '&amp;&#xe9;&#10;',
      '<!-- a<b -->',
      '<![CDATA[]]]]>',
      '<?pi <x> ?>',
      ' \r\n',
      'a>b',
    ),
    fc
      .tuple(
        fc.constantFrom('a', 'x:b', 'c-d'),
        fc.constantFrom('', ' k="v>w"', ' q=\'"\' k = "a\tb"', ' xml:space="preserve"\n k="&lt;&#x41;"'),
        fc.array(tie('tree'), { maxLength: 4 }),
      )
      .map(([name, attributes, children]) =>
        children.length
          ? `<${name}${attributes}>${children.join('')}</${name} >`
          : `<${name}${attributes} />`,
      ),
  ),
}));
const names = ['k', 'q', 'xml:space'];

test('the scanner, the stream reader and saxes agree on any document', () => {
  fc.assert(
    fc.property(tree, content => {
      const text = `<root>${content}</root>`;
      const bySaxes: string[] = [];
      let run = '';
      const flush = (into: string[]) => {
        if (run !== '') into.push(run);
        run = '';
      };
      readXml(text, 'p', budget(), {
        open(name, attributes) {
          flush(bySaxes);
          bySaxes.push(`+${name} ${JSON.stringify(names.map(key => attributes[key]))}`);
        },
        close(name) {
          flush(bySaxes);
          bySaxes.push(`-${name}`);
        },
        text(piece) {
          run += piece;
        },
      });
      const byStream: string[] = [];
      const tags: string[] = [];
      streamXml(text, 'p', budget(), {
        open(name, attributes, start, end) {
          flush(byStream);
          byStream.push(`+${name} ${JSON.stringify(names.map(key => attributes.get(key)))}`);
          tags.push(text.slice(start, end));
        },
        close(name) {
          flush(byStream);
          byStream.push(`-${name}`);
        },
        text(piece) {
          run += piece;
        },
      });
      expect(byStream).toEqual(bySaxes);

      const scanned: string[] = [];
      for (let tag = nextTag(text, 0); tag; tag = nextTag(text, tag.end)) {
        if (tag.kind !== 'close') scanned.push(text.slice(tag.start, tag.end));
      }
      expect(scanned).toEqual(tags);
    }),
  );
});

test.each([
  '<a><b></a></b>',
  '<a>',
  '<a></a><b/>',
  '<a/>text',
  'text<a/>',
  '<a b=c/>',
  '<a b/>',
  '<a b="1/>',
  '</a>',
  '<a><!-- </a>',
  '<a>&other;</a>',
  '<a b="&other;"></a>',
  '<a>& </a>',
  '<!DOCTYPE a><a/>',
  '<>x</>',
  '',
])('the stream reader refuses %j as saxes does', text => {
  const read = (run: () => void) => {
    try {
      run();
      return 'read';
    } catch (error) {
      return error instanceof AppError ? error.code : error;
    }
  };
  const get = {
    open: (_: string, attributes: { get(name: string): unknown }) => attributes.get('b'),
    close() {},
    text() {},
  };
  expect(read(() => streamXml(text, 'p', budget(), get))).toBe('file-unreadable');
  expect(read(() => readXml(text, 'p', budget(), {}))).toBe('file-unreadable');
});

test('document type declarations and deep nesting are refused by both', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY b "&c;&c;">]><a>&b;</a>';
  const deep = '<a>'.repeat(60) + '</a>'.repeat(60);
  const code = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      return error instanceof AppError ? (error.params.bound ?? error.code) : error;
    }
    return 'read';
  };
  expect(code(() => readXml(bomb, 'p', budget(), {}))).toBe('file-unreadable');
  expect(code(() => allTags(bomb))).toBe('file-unreadable');
  expect(code(() => readXml(deep, 'p', budget(), {}))).toBe('xmlDepth');
  expect(code(() => parseTree(deep, budget()))).toBe('xmlDepth');
  expect(code(() => readXml('<a>&file;</a>', 'p', budget(), {}))).toBe('file-unreadable');
  expect(code(() => allTags('<a b="'))).toBe('file-unreadable');
});

test('splices apply in place, in any order, and insertions keep theirs', () => {
  expect(
    splice('0123456789', [
      { start: 8, end: 9, text: 'X' },
      { start: 2, end: 2, text: 'a' },
      { start: 2, end: 2, text: 'b' },
      { start: 2, end: 4, text: '' },
    ]),
  ).toBe('01ab4567X9');
  expect(() =>
    splice('0123', [
      { start: 0, end: 2, text: '' },
      { start: 1, end: 3, text: '' },
    ]),
  ).toThrow('overlap');
});

// fast-check makes its table of all code points first, which takes seconds on a busy machine.
test('text survives escaping for XML and for Office, whatever it is', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const clean = text.toWellFormed();
      expect(decodeXstring(unescapeText(escapeText(encodeXstring(clean))))).toBe(clean);
    }),
  );
});

test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)(
  'a part in %s comes back byte for byte, with and without a mark',
  encoding => {
    for (const mark of [true, false]) {
      const bytes = encodeXml({ text: '<a>é漢😀</a>', encoding, mark });
      const decoded = decodeXml(bytes);
      expect(decoded).toEqual({ text: '<a>é漢😀</a>', encoding, mark });
      expect(roundTrips(bytes, decoded)).toBe(true);
    }
  },
);

test('bytes that are no text are noticed before anything is patched', () => {
  const bytes = Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]);
  expect(roundTrips(bytes, decodeXml(bytes))).toBe(false);
});
