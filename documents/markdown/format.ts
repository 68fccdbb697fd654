// Markdown as a format: known by its name, or by its own marks in a file called .txt.
import { done, failed } from '../../contract/outcome.ts';
import { extensionOf, type Format } from '../format.ts';
import { decodeText } from '../text/decode-text.ts';

const extensions = ['md', 'markdown', 'mdx'];

export const markdown: Format = {
  id: 'markdown',
  label: 'Markdown text',
  extensions,
  sniff(bytes, name) {
    const extension = extensionOf(name);
    if (extensions.includes(extension)) return 'maybe';
    if (extension !== 'txt' && extension !== 'text' && extension !== '') return 'no';
    return markdownMarks(decodeText(bytes.subarray(0, 200_000)) ?? '') ? 'maybe' : 'no';
  },
  // The parser is loaded with the first Markdown file, so that a start without one does not wait.
  async read(bytes, name) {
    const text = decodeText(bytes);
    if (text === null)
      return failed('file-unreadable', `“${name}” is not a text file. Save it as UTF-8 text and try again.`, {
        name,
      });
    return done((await import('./read-markdown.ts')).readMarkdown(text, name));
  },
};

/** Headings with `#` and at least one more sign that the author wrote Markdown. */
function markdownMarks(text: string): boolean {
  const headings = text.match(/^#{1,6} \S.*$/gm)?.length ?? 0;
  const others = [
    /\[[^\]\n]+\]\([^)\s]+\)/,
    /^\s*:{3,}\w+/m,
    /^(?:```|~~~)/m,
    /^\|.*\|\s*\n\|[\s:|-]+\|/m,
    /\*\*\S.*?\S\*\*/,
  ];
  const signs = others.filter(sign => sign.test(text)).length;
  const blankAround = /(?:^|\n\n)#{1,6} \S.*\n\n/.test(text);
  return headings > 0 && (signs > 0 || headings > 1 || blankAround);
}
