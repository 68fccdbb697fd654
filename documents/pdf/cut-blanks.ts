// "Phone: ______ Fax: ______" without a wide gap between: one run of text, two places to answer.
import { lineOf, type Segment } from './lines.ts';
import type { Word } from './page-content.ts';

/** Cuts a segment after each blank that a further labelled blank follows. */
export function cutBlanks(segment: Segment): Segment[] {
  if ((segment.text.match(/_{3,}/g)?.length ?? 0) < 2) return [segment];
  const words = segment.words.flatMap(cutWord);
  const groups: Word[][] = [[]];
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    const rest = words
      .slice(index)
      .map(one => one.text)
      .join(' ');
    const starts = before !== undefined && /_$/.test(before.text) && /^\p{L}[^_]*_{3,}/u.test(rest);
    if (starts) groups.push([word]);
    else groups.at(-1)?.push(word);
  }
  return groups.flatMap(group => lineOf(group).segments);
}

/** A word as the file states it may hold a blank and the next label; it is cut by the usual widths of letters. */
function cutWord(word: Word): Word[] {
  const pieces = word.text.split(/(?<=_)\s+(?=\p{L})/u);
  if (pieces.length === 1) return [word];
  const scale = (word.right - word.x) / widthOf(word.text);
  let from = 0;
  return pieces.map(text => {
    const start = word.text.indexOf(text, from);
    from = start + text.length;
    const x = word.x + widthOf(word.text.slice(0, start)) * scale;
    return { ...word, text, x, right: x + widthOf(text) * scale };
  });
}

function widthOf(text: string): number {
  return [...text].reduce(
    (sum, letter) => sum + (letter === ' ' ? 0.28 : /[ijltf.,:;'|]/.test(letter) ? 0.3 : 0.56),
    0,
  );
}
