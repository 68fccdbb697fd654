// Places to answer that an author typed instead of making form fields: runs of underscores and drawn boxes.
// Shared by the readers of running text (DOCX, PDF), so that one convention means one thing everywhere.
import type { Field } from '../contract/source-document.ts';

const box = /[☐□❏❑⬜◻▢☑☒✅☒]|\[\s{0,2}\]|\[[xX✓✔]\]|\(\s{1,2}\)/gu;
const ticked = /[☑☒✅xX✓✔]/u;
const blank = /_{3,}|[.…]{8,}(?!\s*\d)/gu;

/** Blanks and boxes typed in `text`, by offset; `index` counts from `first`. The text itself keeps them. */
export function typedBlanks(text: string, first = 0): Field[] {
  const blanks = [...text.matchAll(blank)].map(
    (match): Omit<Field, 'index'> => ({
      kind: 'blank',
      via: 'underline',
      name: null,
      value: '',
      placeholder: true,
      offset: match.index,
      locked: false,
    }),
  );
  return [...blanks, ...typedBoxes(text)]
    .sort((a, b) => a.offset - b.offset)
    .map((field, index) => ({ ...field, index: first + index }));
}

function typedBoxes(text: string): Omit<Field, 'index'>[] {
  return lineSpans(text).flatMap(({ start, line }) => {
    const boxes = [...line.matchAll(box)];
    const labels = boxLabels(
      line,
      boxes.map(match => ({ start: match.index, end: match.index + match[0].length })),
    );
    return boxes.map((match, index) => ({
      kind: 'checkbox' as const,
      via: 'symbol' as const,
      name: null,
      value: match[0],
      placeholder: false,
      checked: ticked.test(match[0]),
      ...(labels[index] ? { option: labels[index] } : {}),
      offset: start + match.index,
      locked: false,
    }));
  });
}

function lineSpans(text: string): { start: number; line: string }[] {
  let start = 0;
  return text.split('\n').map(line => {
    const span = { start, line };
    start += line.length + 1;
    return span;
  });
}

/**
 * The words each box stands for. A line either puts its boxes before their words ("☐ Yes ☐ No") or after them
 * ("Yes ☐ No ☐"); the end of the line tells which, since one side would be left without words.
 */
export function boxLabels(line: string, boxes: readonly { start: number; end: number }[]): string[] {
  const last = boxes.at(-1);
  if (!last) return [];
  const after = boxes.map((one, index) => line.slice(one.end, boxes[index + 1]?.start ?? line.length));
  const before = boxes.map((one, index) => line.slice(boxes[index - 1]?.end ?? 0, one.start));
  const labelsFollow = words(after.at(-1) ?? '') !== '';
  if (labelsFollow) return after.map(piece => words(piece.split(/\t| {3,}/)[0] || piece));
  // What stands before the first box may be the question itself: "Do you encrypt? Yes ☐".
  return before.map(piece =>
    words(
      piece
        .split(/[?:.;\t]\s*|\s{3,}/)
        .filter(part => words(part) !== '')
        .at(-1) ?? piece,
    ),
  );
}

function words(piece: string): string {
  return piece.replace(/^[\s/,;|·•–-]+|[\s/,;|·•–-]+$/gu, '').replace(/\s+/g, ' ');
}
