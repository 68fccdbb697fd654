import { describe, expect, test } from 'vitest';
import type { TextBlock } from '../../../contract/source-document.ts';
import { readMarkdown } from '../../../documents/markdown/read-markdown.ts';

/** One line per block: kind, level, marker, lines, text. */
function shape(text: string): string[] {
  return readMarkdown(text, 'policy.md').blocks.map(block => {
    const at = 'to' in block.at ? `${block.at.line}-${block.at.to}` : '?';
    if (block.kind === 'table') return `table ${at} ${block.grid.cells.map(cell => cell.text).join('|')}`;
    return `${block.kind}${block.level} ${block.marker ?? '.'} ${at} ${block.text}`;
  });
}

describe('reading Markdown', () => {
  test('headings of both styles keep their level and lose their marks', () => {
    expect(shape('# One #\n\nTwo\n---\n\n### **Three** & `four`\n')).toEqual([
      'heading1 . 1-1 One',
      'heading2 . 3-4 Two',
      'heading3 . 6-6 Three & four',
    ]);
  });

  test('wrapped lines of a paragraph and of a bullet are joined by a space', () => {
    expect(shape('Backups are\nencrypted.\n\n- Keys are\n  rotated.\n- Second\n')).toEqual([
      'paragraph0 . 1-2 Backups are encrypted.',
      'item0 - 4-5 Keys are rotated.',
      'item0 - 6-6 Second',
    ]);
  });

  test('nested and numbered lists keep depth and number, also when they do not start at one', () => {
    expect(shape('3. Three\n   - inner\n     * deeper\n4. Four\n\n1) One\n')).toEqual([
      'item0 3. 1-1 Three',
      'item1 - 2-2 inner',
      'item2 * 3-3 deeper',
      'item0 4. 4-4 Four',
      'item0 1) 6-6 One',
    ]);
  });

  test('a second paragraph of a list item stands under its item', () => {
    expect(shape('- Lead:\n\n  More of it.\n')).toEqual(['item0 - 1-1 Lead:', 'item1 . 3-3 More of it.']);
  });

  test('links, images, references and footnotes leave their words only', () => {
    const text =
      'See [our **policy**](https://x.test/p), [ref][r], ![a badge](b.png) and <https://y.test>.[^1]\n\n[r]: /r\n\n[^1]: A note.\n';
    expect(shape(text)).toEqual([
      'paragraph0 . 1-1 See our policy, ref, a badge and https://y.test.',
      'paragraph0 . 5-5 A note.',
    ]);
  });

  test('an admonition becomes notes without its fences, a list inside stays a list', () => {
    expect(
      shape('Before\n\n:::warning Mind this\n\nNever share keys.\n\n- nor tokens\n\n:::\n\nAfter\n'),
    ).toEqual([
      'paragraph0 . 1-1 Before',
      'note0 . 3-3 Mind this',
      'note0 . 5-5 Never share keys.',
      'item0 - 7-7 nor tokens',
      'paragraph0 . 11-11 After',
    ]);
  });

  test('an admonition fence glued to its text does not swallow the text', () => {
    expect(shape(':::tip\nRotate keys.\n:::\nAfter\n')).toEqual([
      'note0 . 2-2 Rotate keys.',
      'paragraph0 . 4-4 After',
    ]);
  });

  test('block quotes are notes and fenced code stays code, colons and all', () => {
    expect(shape('> Quoted\n> twice\n\n```sh\n:::not a note\n# not a heading\n```\n')).toEqual([
      'note0 . 1-2 Quoted twice',
      'code0 . 4-7 :::not a note\n# not a heading',
    ]);
  });

  test('front matter gives the title and no text', () => {
    const document = readMarkdown('---\ntitle: "Access policy"\ntags: [a]\n---\n\nText\n', 'p.md');
    expect(document.title).toBe('Access policy');
    expect(document.blocks).toHaveLength(1);
    expect(document.blocks[0]?.at).toEqual({ line: 6, to: 6 });
  });

  test('a rule at the top of a file is not front matter', () => {
    expect(shape('---\n\nText stays.\n\n---\n')).toEqual(['paragraph0 . 3-3 Text stays.']);
  });

  test('a pipe table becomes a grid whose rows know their lines', () => {
    const [table] = readMarkdown('| A | B |\n|---|:-:|\n| 1 \\| 2 | `x` |\n', 'p.md').blocks;
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.grid.cells.map(cell => [cell.row, cell.column, cell.text])).toEqual([
      [1, 1, 'A'],
      [1, 2, 'B'],
      [2, 1, '1 | 2'],
      [2, 2, 'x'],
    ]);
    expect(table.rowPlaces).toEqual([
      { line: 1, to: 1 },
      { line: 3, to: 3 },
    ]);
  });

  test('an HTML table becomes a grid with its merges, and following lines keep their numbers', () => {
    const html =
      '<table>\n<tr><th colspan="2">Key &amp; use</th></tr>\n\n<tr><td>Disk</td><td>AES-256<br>XTS</td></tr>\n</table>\n\nAfter\n';
    const [table, after] = readMarkdown(html, 'p.md').blocks;
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.grid.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }]);
    expect(table.grid.cells.map(cell => cell.text)).toEqual(['Key & use', 'Disk', 'AES-256\nXTS']);
    expect(table.rowPlaces?.[1]).toEqual({ line: 4, to: 4 });
    expect(after?.at).toEqual({ line: 7, to: 7 });
  });

  test('HTML tags and comments go, words of an author in angle brackets stay', () => {
    expect(shape('Uses <b>TLS</b><!-- secret --> for <Information System Name>.<br>Next\n')).toEqual([
      'paragraph0 . 1-1 Uses TLS for <Information System Name>.\nNext',
    ]);
    expect(
      shape('<details>\n<summary>More</summary>\n<ul><li>One</li><li>Two</li></ul>\n</details>\n'),
    ).toEqual(['paragraph0 . 2-4 More', 'item0 • 3-4 One', 'item0 • 3-4 Two']);
  });

  test('hard breaks stay as line breaks', () => {
    expect(shape('Owner: CISO  \nVersion: 2\\\nEnd\n')).toEqual([
      'paragraph0 . 1-3 Owner: CISO\nVersion: 2\nEnd',
    ]);
  });

  test('a paragraph that is bold as a whole says so', () => {
    const [bold, mixed] = readMarkdown('**Retention**\n\n**Owner**: CISO\n', 'p.md').blocks as TextBlock[];
    expect(bold?.look).toEqual({ bold: true });
    expect(mixed?.look).toBeUndefined();
  });
});
